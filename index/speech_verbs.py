"""Verbs of saying, as lemmas: what English-language news uses to give somebody's words."""

SPEECH_VERBS = frozenset(
    """
    accuse acknowledge add admit advise affirm agree allege announce answer argue ask assert assure boast call caution
    charge cite claim clarify comment complain concede conclude condemn confess confide confirm contend counter
    criticise criticize declare defend demand denounce deny describe detail disclose dismiss elaborate emphasise emphasize
    exclaim explain express forecast imply indicate inform insist interject invite joke lament maintain mention mock
    muse note object observe opine phrase plead pledge point post praise predict proclaim promise pronounce propose
    quip quote read reassure recall recommend recount refute reiterate reject relate remark remind repeat reply report
    request respond retort retweet reveal say signal slam speculate state stress suggest summarise summarize swear
    testify threaten tell tweet underline underscore urge voice vow warn welcome wonder write
    """.split()
)

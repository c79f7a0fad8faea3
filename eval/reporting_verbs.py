"""The verbs that report speech or writing in news English: what decides whether an attribution is of speech.

The list is this package's own, so that a figure does not move when the extractor that it measures learns a verb. Verbs
of thinking, hoping, planning and feeling are not in it. "According to" counts as a form of "accord".
"""

import re

REPORTING_VERBS = frozenset(  # one string keeps the list readable
    """accord accuse acknowledge add admit advise affirm agree allege announce answer argue ask assert assure
    attest blame blast boast brand call caution charge chide cite claim clarify comment complain concede
    conclude condemn confess confirm contend counter criticise criticize declare decline decry demand denounce
    deny describe detail disclose dismiss dispute elaborate emphasise emphasize estimate explain express
    forecast go hail highlight hint inform insist instruct interject joke lament lash maintain mention mock
    murmur muse note object observe opine order outline plead pledge point post praise predict proclaim promise
    propose protest quip quote read reaffirm reassure rebuke recall recommend recount refer refuse reiterate
    relate remark remind repeat reply report request respond retort reveal say scoff shout signal slam speak
    speculate state stress suggest swear tell testify threaten tout tweet urge voice volunteer vow warn whisper
    wonder write yell""".split()  # noqa: SIM905
)
_IRREGULAR = {
    "said": "say", "told": "tell", "wrote": "write", "written": "write", "spoke": "speak", "spoken": "speak",
    "swore": "swear", "sworn": "swear", "went": "go", "goes": "go", "pled": "plead", "reportedly": "report",
    "allegedly": "allege",
}  # fmt: skip
_ENDINGS = (("s", ""), ("es", ""), ("d", ""), ("ed", ""), ("ing", ""), ("ing", "e"), ("ies", "y"), ("ied", "y"))
_WORD = re.compile(r"[a-z]+")


def reports_speech(cue: str) -> bool:
    """Say whether a cue holds a form of a reporting verb.

    >>> reports_speech("has repeatedly denied"), reports_speech("According to"), reports_speech("hopes")
    (True, True, False)
    """
    return any(not lemmas(word).isdisjoint(REPORTING_VERBS) for word in _WORD.findall(cue.casefold()))


def lemmas(word: str) -> set[str]:
    """Return the verbs that a word may be a form of, whether they exist or not.

    >>> sorted(lemmas("quipped"))
    ['quip', 'quipp', 'quippe', 'quipped']
    """
    found = {word, _IRREGULAR.get(word, word)}
    for ending, instead in _ENDINGS:
        if word.endswith(ending) and len(word) > len(ending):
            stem = word.removesuffix(ending)
            found |= {stem + instead}
            if stem[-1:] == stem[-2:-1]:
                found.add(stem[:-1])
    return found

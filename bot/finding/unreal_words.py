"""Words that make what depends on them unreal: not done, or only wanted or planned; verbs without their endings."""

from typing import Final

from bot.finding.verbs import base


def _verbs(words: str) -> frozenset[str]:
    """Return verbs without their endings; a particle stands behind a hyphen."""
    split = [word.partition("-") for word in words.replace(",", " ").split()]
    return frozenset(f"{base(verb)}{hyphen}{particle}" for verb, hyphen, particle in split)


UNDONE: Final = _verbs(
    "avert avoid ban bar block cancel decline deny dismiss dispute doubt exclude fail forbid foil forget hesitate "
    "neglect omit prevent prohibit refrain refuse refute reject rule-out scrap shelve stop thwart turn-down veto"
)
"""Verbs that tell that what depends on them did not happen."""
WANTED: Final = _verbs(
    "aim appeal ask attempt beg call campaign consider contemplate demand encourage expect fear hope implore "
    "intend lobby mull offer plan pledge prepare press pressure promise propose push recommend request schedule "
    "seek suggest suppose swear threaten try urge vow want warn wish"
)
"""Verbs that do not tell whether what depends on them happened."""
OBJECTS: Final = _verbs(
    "avert avoid ban block call-for call-off cancel consider contemplate demand deny expect foil forbid plan "
    "postpone prevent prohibit promise propose push-for recommend refuse reject request rule-out scrap seek "
    "shelve suggest threaten thwart turn-down urge veto want"
)
"""Verbs of whose object the same is true: "they cancelled the launch"."""
AGAINST: Final = _verbs("decide-against short-of vote-against")
"""Words with a preposition of which the same is true."""
NOUNS: Final = _verbs(
    "appeal attempt bid call chance demand effort failure hope idea intention offer option plan pledge "
    "possibility pressure promise proposal readiness refusal request right risk suggestion threat vow willingness "
    "wish"
)
"""Nouns of which the same is true: "calls to resign"."""
TOLD: Final = _verbs("accusation allegation claim report rumour rumor story suggestion")
"""Nouns for what is told, which may be denied."""
ADJECTIVES: Final = frozenset(
    {"able", "due", "likely", "ready", "reluctant", "unable", "unlikely", "unwilling", "willing"}
)
PLANNED: Final = frozenset({"planned", "proposed", "attempted", "threatened", "cancelled", "canceled", "averted"})
"""What stands before nouns for events."""
ALIKE: Final = tuple(
    map(
        _verbs,
        (
            "resign quit step-down stand-down",
            "fire sack lay-off",
            "buy purchase acquire",
            "close shut shut-down",
            "begin start launch",
            "approve adopt pass",
            "send ship deliver supply",
            "arrest detain",
            "attack strike bomb shell",
            "leave depart withdraw pull-out",
        ),
    )
)
"""Verbs of which one may be asked for, and the other be told."""

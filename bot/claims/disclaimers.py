"""Words that take back what follows them: "we do not believe that …", "it would be false to claim that …"."""

import re

_SURELY = r"(?:(?:simply|just|really|completely|totally|entirely|absolutely|quite) )?"
_UNTRUE = (
    r"(?:false|untrue|not true|not the case|incorrect|nonsense|fiction|an? (?:outright )?(?:lie|myth|fabrication))"
)
_UNTRUE_TO_SAY = rf"(?:{_UNTRUE}|wrong|misleading|inaccurate|absurd|ridiculous|dishonest|not (?:right|fair|correct))"
_SAY = r"(?:say|claim|suggest|state|assert|allege|argue|imply|think|believe|assume)"
_NOT = r"(?:do not|don['\u2019]t|did not|didn['\u2019]t|never|no longer)"
_NO_CLAUSE = r"(?:so|in|of|about|with|to|him|them|me|us)\b"
_FORMS = (
    rf"(?:I|we) {_SURELY}{_NOT} {_SURELY}(?:believe|think|accept)(?! {_NO_CLAUSE})(?: that)?",
    rf"it(?: is|['\u2019]s| was| would be) {_SURELY}(?:{_UNTRUE} that|{_UNTRUE_TO_SAY} to {_SAY}(?: that)?)",
)
_DISCLAIMER = re.compile(
    rf"(?:(?:and|but|so|well|no),? )?(?:{'|'.join(_FORMS)}) "
    r"(?P<denied>\S+ .+?)(?=[.!?\u2026]?$|, (?:and|but|so|yet|because)\b|; |[.!?] )",
    re.IGNORECASE,
)


def disclaimed(words: str) -> str | None:
    """Return what words deny by a disclaimer in front of it, up to where another clause begins; None without one.

    >>> disclaimed("We do not believe that Egypt took part in it, but Iran did.")
    'Egypt took part in it'
    >>> disclaimed("It is wrong that children starve."), disclaimed("We do not believe in ghosts.")
    (None, None)
    """
    found = _DISCLAIMER.match(" ".join(words.split()))
    return found["denied"] if found else None

"""Words and what is their opposite."""

from typing import Final

_OUTCOMES: Final = """
acquitted/convicted cleared/convicted sank/floated won/lost gained/lost rose/fell rises/falls increased/decreased
increases/decreases grew/shrank climbed/dropped improved/worsened accepted/rejected approved/rejected passed/rejected
supported/opposed supports/opposes allowed/banned allowed/forbade legalised/banned legalized/banned
survived/died guilty/innocent alive/dead opened/closed reopened/closed
strengthened/weakened overestimated/underestimated exceeded/missed widened/narrowed doubled/halved raised/lowered
upheld/overturned ratified/rejected
"""
"""Of these only one can be so of one thing at one time."""
_PAIRS: Final = """
first/last more/less most/least many/few before/after largest/smallest large/small biggest/smallest
big/small highest/lowest high/low higher/lower north/south east/west northern/southern eastern/western
increase/decrease increased/decreased rise/fall rose/fell begin/end began/ended beginning/end start/stop
started/stopped oldest/newest old/new older/younger early/late earliest/latest earlier/later best/worst
better/worse always/never inside/outside win/lose won/lost allow/forbid allowed/banned support/oppose
supported/opposed accept/reject accepted/rejected include/exclude included/excluded open/close opened/closed
male/female men/women man/woman father/mother son/daughter husband/wife brother/sister king/queen
positive/negative good/bad strong/weak stronger/weaker fast/slow long/short longest/shortest major/minor
public/private internal/external upper/lower left/right common/rare similar/different with/without
over/under above/below appointed/dismissed built/destroyed created/destroyed gained/lost hired/fired
arrived/departed moved/remained agreed/refused successful/failed rich/poor young/old past/future
majority/minority maximum/minimum cause/prevent causes/prevents caused/prevented famous/unknown
popular/unpopular legal/illegal possible/impossible necessary/unnecessary likely/unlikely simple/complex
easy/difficult attack/defend buy/sell bought/sold entered/left joined/left born/killed domestic/foreign
urban/rural ancient/modern hot/cold full/empty
"""


def _both_ways(pairs: str) -> list[tuple[str, str]]:
    return [(one, other) for pair in pairs.split() for one, other in (pair.split("/"), pair.split("/")[::-1])]


OPPOSITES: Final = dict([*_both_ways(_OUTCOMES), *_both_ways(_PAIRS)])
"""Of each word one opposite, the usual one."""
_EXCLUDED: Final = {
    word: frozenset(other for one, other in _both_ways(_OUTCOMES) if one == word) for word, _ in _both_ways(_OUTCOMES)
}


def excluded(word: str) -> frozenset[str]:
    """Return the words that cannot be so of a thing where a word is: "convicted" excludes "acquitted".

    >>> sorted(excluded("lost"))
    ['gained', 'won']
    """
    return _EXCLUDED.get(word, frozenset())

"""Words and what is their opposite."""

import re
from typing import Final

_OUTCOMES: Final = """
acquitted/convicted cleared/convicted sank/floated won/lost gained/lost rose/fell rises/falls increased/decreased
increases/decreases grew/shrank climbed/dropped improved/worsened accepted/rejected approved/rejected passed/rejected
supported/opposed supports/opposes allowed/banned allowed/forbade legalised/banned legalized/banned
survived/died guilty/innocent alive/dead opened/closed reopened/closed
strengthened/weakened overestimated/underestimated exceeded/missed widened/narrowed doubled/halved raised/lowered
upheld/overturned ratified/rejected passed/failed passes/fails succeeded/failed succeeds/fails backed/opposed
backs/opposes
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
_DENIED: Final = {
    "dis": "ability able advantage agree agreed agrees allow allowed appeared approve approved approves armed believed"
    " connected continued honest loyal obeyed proved proven qualified respectful satisfied similar trusted united",
    "il": "legal legible legitimate liberal logical",
    "im": "balanced mature mobile moral mortal partial perfect permissible plausible polite possible practical precise"
    " probable proper pure",
    "in": "ability accessible accuracy accurate action active adequate admissible appropriate attentive audible capable"
    " comparable compatible competent complete conclusive consistent constant convenient correct curable decisive"
    " definite dependence dependent direct edible effective efficient eligible equality experienced expensive finite"
    " flexible formal frequent humane justice operable sane secure sensitive sincere soluble stability sufficient"
    " tangible tolerant tolerance valid variable visible voluntary vulnerable",
    "ir": "rational regular relevant replaceable resistible responsible reversible",
    "mis": "managed understood used",
}
"""Words that a prefix denies; of others with the same letters in front many are no denials ("invaluable")."""
_UNDENIED: Final = re.compile(r"(?:cover|do|earth|fold|leash|less|like|load|veil)(?:s|ed|ing|ne|ly)?|easy|til|even|ion")
"""Words of which "un-" makes no denial."""
_BY_PREFIX: Final = {
    one: other
    for prefix, words in _DENIED.items()
    for word in words.split()
    for one, other in ((word, prefix + word), (prefix + word, word))
}
_SHORTEST: Final = 3


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


def denied(word: str) -> frozenset[str]:
    """Return what denies a lower-case word, or what it denies, by a prefix; not all that is returned need be a word.

    >>> "unsafe" in denied("safe"), "legal" in denied("illegal"), "valuable" in denied("invaluable")
    (True, True, False)
    """
    found = {f"{prefix}{word}" for prefix in ("un", "non") if not _UNDENIED.fullmatch(word)}
    for prefix in ("un", "non"):
        base = word.removeprefix(prefix)
        if base != word and len(base) > _SHORTEST and not _UNDENIED.fullmatch(base):
            found.add(base)
    return frozenset([*found, *([_BY_PREFIX[word]] if word in _BY_PREFIX else [])])


def contrary(word: str) -> frozenset[str]:
    """Return what cannot be so of a thing where a word is."""
    return excluded(word) | denied(word)

"""Words and what is their opposite."""

from typing import Final

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
OPPOSITES: Final = {one: other for pair in _PAIRS.split() for one, other in (pair.split("/"), pair.split("/")[::-1])}

"""Verbs without their endings, so that "closing", "closed" and "closure" are found to be of "close"."""

import re
from typing import Final

_ENDING = re.compile(r"(?:ing|ed|es|s|e)$")
_OF_Y = re.compile(r"(?<=..)ie[ds]$")
_OF_NOUN = re.compile(r"(?:ations?|itions?|ions?|ments?|als?|ures?|ances?)$")
_SHORTEST = 3
_FORMS: Final = """
arise arose arisen, beat beaten, become became, begin began begun, bend bent, bite bit bitten, blow blew blown,
break broke broken, bring brought, build built, buy bought, catch caught, choose chose chosen, come came, deal dealt,
draw drew drawn, drink drank drunk, drive drove driven, eat ate eaten, fall fell fallen, feed fed, fight fought,
find found, flee fled, fly flew flown, freeze froze frozen, get got gotten, give gave given, go went gone,
grow grew grown, hear heard, hide hid hidden, hold held, keep kept, lead led, leave left, lend lent, lose lost,
make made, meet met, pay paid, ride rode ridden, rise rose risen, run ran, see saw seen, seek sought, sell sold,
send sent, shoot shot, sing sang sung, sink sank sunk, speak spoke spoken, spend spent, stand stood,
steal stole stolen, strike struck, swear swore sworn, swim swam swum, take took taken, teach taught, tear tore torn,
throw threw thrown, win won, withdraw withdrew withdrawn, write wrote written
"""
_IRREGULAR: Final = {form: first for one in _FORMS.split(",") for first, *forms in [one.split()] for form in forms}


def base(verb: str) -> str:
    """Return a lower-case verb without its ending and a letter that is doubled before it: "stop" for "stopped".

    >>> base("stopped"), base("closing") == base("close"), base("sold") == base("sell")
    ('stop', True, True)
    """
    verb = _OF_Y.sub("y", _IRREGULAR.get(verb, verb))
    bare = _ENDING.sub("", verb) if len(verb) > _SHORTEST else verb
    return bare[:-1] if len(bare) > _SHORTEST and bare[-1] == bare[-2] else bare


def bases(noun: str) -> set[str]:
    """Return what verbs a lower-case noun may be made of, without their endings.

    >>> base("close") in bases("closures"), base("resign") in bases("resignation"), base("attack") in bases("attacks")
    (True, True, True)
    """
    return {base(noun), _OF_NOUN.sub("", noun)}

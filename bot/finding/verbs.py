"""Verbs without their endings, so that "closing", "closed" and "closure" are found to be of "close"; and with them."""

import re
from typing import Final

from index.parsing import verbs

_ENDING = re.compile(r"(?:ing|ed|es|s|e)$")
_OF_Y = re.compile(r"(?<=..)ie[ds]$")
_OF_NOUN = re.compile(r"(?:ations?|itions?|ions?|ments?|als?|ures?|ances?)$")
_SHORTEST = 3
_FORMS: Final = """
arise arose arisen, awake awoke awoken, beat beat beaten, become became, begin began begun, bend bent,
bite bit bitten, bleed bled, blow blew blown, break broke broken, breed bred, bring brought,
build built, buy bought, catch caught, choose chose chosen, cling clung, come came, creep crept,
deal dealt, dig dug, draw drew drawn, drink drank drunk,
drive drove driven, eat ate eaten, fall fell fallen, feed fed, feel felt, fight fought, find found, flee fled,
fling flung, fly flew flown, forbid forbade forbidden, forget forgot forgotten, forgive forgave forgiven,
forsake forsook forsaken, freeze froze frozen, get got gotten,
give gave given, go went gone, grow grew grown, hang hung, hear heard, hide hid hidden, hold held, keep kept,
kneel knelt, know knew known, lead led, leave left, lend lent, lose lost, make made, mean meant, meet met, pay paid,
ride rode ridden, rise rose risen, run ran, say said, see saw seen, seek sought, sell sold, send sent,
shake shook shaken, shine shone, shoot shot, shrink shrank shrunk, sing sang sung, sink sank sunk, sit sat, sleep slept,
slide slid, sling slung, speak spoke spoken, spend spent, spin spun, stand stood, steal stole stolen, stick stuck,
sting stung, stink stank stunk, strike struck, strive strove striven, swear swore sworn, sweep swept, swim swam swum,
swing swung, take took taken, teach taught, tear tore torn, tell told, think thought, throw threw thrown,
understand understood, undergo underwent undergone, wake woke woken, wear wore worn, weave wove woven, weep wept,
win won, withdraw withdrew withdrawn, wring wrung, write wrote written
"""
_AMBIGUOUS: Final = """
bear bore, bind bound, do did, grind ground, have had, lay laid, lie lay, light lit, ring rang, slay slew,
spring sprang, string strung, tread trod, wind wound
"""
"""Verbs whose past is another word too, so that it is not taken for the verb."""
_UNCHANGED: Final = """
bet bid burst cast cost cut hit hurt let put quit read rid set shed shut slit split spread thrust upset
"""
_IRREGULAR: Final = {form: first for one in _FORMS.split(",") for first, *forms in [one.split()] for form in forms}
_PAST: Final = {
    **{verb: verb for verb in _UNCHANGED.split()},
    **{verb: form for one in f"{_FORMS}, {_AMBIGUOUS}".split(",") for verb, form, *_ in [one.split()]},
}
_OF_CONSONANT_Y: Final = re.compile(r"(?<=[^aeiou])y$")
_PREFIXES: Final = frozenset(("", "fore", "mis", "off", "out", "over", "re", "un", "under"))
_DOUBLES: Final = re.compile(r"[^aeiou]+[aeiou][^aeiouwxy]")
_HISSES: Final = re.compile(r"(?:s|x|z|ch|sh|(?<=[^aeiou])o)$")


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


def past(verb: str) -> str:
    """Return the past tense of a lower-case verb.

    >>> past("ship"), past("visit"), past("deny"), past("cut"), past("overthrow"), past("offer")
    ('shipped', 'visited', 'denied', 'cut', 'overthrew', 'offered')
    """
    known = verbs().get(verb, frozenset())
    for prefix, rest in ((verb[:at], verb[at:]) for at in range(len(verb))):
        if rest in _PAST and (prefix in _PREFIXES or prefix + _PAST[rest] in known):
            return prefix + _PAST[rest]
    doubled = sorted(form for form in known if form.endswith("ed") and len(form) > len(verb))
    if doubled or _DOUBLES.fullmatch(verb):
        return doubled[0] if doubled else f"{verb}{verb[-1]}ed"
    return f"{_OF_CONSONANT_Y.sub('i', verb).removesuffix('e')}ed"


def third_person(verb: str) -> str:
    """Return a lower-case verb as "it" has it in the present.

    >>> third_person("cover"), third_person("deny"), third_person("reach"), third_person("go"), third_person("have")
    ('covers', 'denies', 'reaches', 'goes', 'has')
    """
    if verb in {"have", "be"}:
        return {"have": "has", "be": "is"}[verb]
    stem = _OF_CONSONANT_Y.sub("ie", verb)
    return f"{stem}es" if _HISSES.search(verb) else f"{stem}s"

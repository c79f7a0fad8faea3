"""Verbs of saying, as lemmas: what English-language news uses to give somebody's words."""

import re

SPEECH_VERBS = frozenset(
    [
        "accuse",
        "acknowledge",
        "add",
        "admit",
        "advise",
        "affirm",
        "agree",
        "allege",
        "announce",
        "answer",
        "argue",
        "ask",
        "assert",
        "assure",
        "boast",
        "call",
        "caution",
        "charge",
        "cite",
        "claim",
        "clarify",
        "comment",
        "complain",
        "concede",
        "conclude",
        "condemn",
        "confess",
        "confide",
        "confirm",
        "contend",
        "counter",
        "criticise",
        "criticize",
        "declare",
        "defend",
        "demand",
        "denounce",
        "deny",
        "describe",
        "detail",
        "disclose",
        "dismiss",
        "elaborate",
        "emphasise",
        "emphasize",
        "exclaim",
        "explain",
        "express",
        "forecast",
        "imply",
        "indicate",
        "inform",
        "insist",
        "interject",
        "invite",
        "joke",
        "lament",
        "maintain",
        "mention",
        "mock",
        "muse",
        "note",
        "object",
        "observe",
        "opine",
        "phrase",
        "plead",
        "pledge",
        "point",
        "post",
        "praise",
        "predict",
        "proclaim",
        "promise",
        "pronounce",
        "propose",
        "quip",
        "quote",
        "read",
        "reassure",
        "recall",
        "recommend",
        "recount",
        "refute",
        "reiterate",
        "reject",
        "relate",
        "remark",
        "remind",
        "repeat",
        "reply",
        "report",
        "request",
        "respond",
        "retort",
        "retweet",
        "reveal",
        "say",
        "signal",
        "slam",
        "speculate",
        "state",
        "stress",
        "suggest",
        "summarise",
        "summarize",
        "swear",
        "testify",
        "threaten",
        "tell",
        "tweet",
        "underline",
        "underscore",
        "urge",
        "voice",
        "vow",
        "warn",
        "welcome",
        "wonder",
        "write",
    ]
)

OF_THINGS = frozenset(["post", "read", "recall", "recount"])
"""Those that mean something else with a plain object, outside quotation marks: "Ford recalled 400 cars"."""

_IRREGULAR = {
    "said": "say", "told": "tell", "wrote": "write", "written": "write", "swore": "swear", "sworn": "swear",
    "foretold": "foretell", "spoke": "speak", "denied": "deny", "read": "read",
}  # fmt: skip
_NOUNS = frozenset(
    [
        "according",
        "statement",
        "statements",
        "claim",
        "claims",
        "tweet",
        "tweets",
        "interview",
        "speech",
        "letter",
        "report",
    ]
)
_WORD = re.compile(r"[a-z]+")
_NOT = r"(?:\b(?:not|never|neither|nor|(?:refus|declin|fail)\w+ to|stopped short of)\b(?!\s+only\b)|n['\u2019]t\b)"
_NOT_SAID = re.compile(_NOT, re.IGNORECASE)
_DENIED = re.compile(
    rf"(?:{_NOT}|\bden(?:y|ies|ied|ying)\b)(?:\s+(?:\w+ly|ever|once|even|having|have|be|been|to|that|s?he|they))*"
    r"\s+(?P<verb>\w+)(?:\s+(?:that|it|this|him|her|them))?[\s,:]*\Z",
    re.IGNORECASE,
)


def is_speech(cue: str) -> bool:
    """Say whether a cue holds a verb of saying in any form, or a noun for what is said.

    >>> is_speech("has reportedly told"), is_speech("according to"), is_speech("hoped")
    (True, True, False)
    """
    return any(lemmas(word) & SPEECH_VERBS or word in _NOUNS for word in _WORD.findall(cue.casefold()))


def is_negated(cue: str) -> bool:
    """Say whether a cue says that something was not said.

    >>> is_negated("did not say"), is_negated("declined to say"), is_negated("not only said")
    (True, True, False)
    """
    return bool(_NOT_SAID.search(cue))


def denies_saying(before: str) -> bool:
    """Say whether the text right before words ends by saying that somebody did not say them.

    >>> denies_saying("Lee did not say "), denies_saying("Lee denied having said that"), denies_saying("Lee denied: ")
    (True, True, False)
    """
    found = _DENIED.search(before)
    return found is not None and bool(lemmas(found["verb"].casefold()) & SPEECH_VERBS)


def lemmas(word: str) -> set[str]:
    """Return what a lower-case word can be a form of, as a verb."""
    stems = {word, _IRREGULAR.get(word, word)}
    for ending, endings in (
        ("s", ("",)),
        ("es", ("",)),
        ("d", ("",)),
        ("ed", ("",)),
        ("ing", ("", "e")),
        ("ies", ("y",)),
        ("ied", ("y",)),
    ):
        if word.endswith(ending):
            stem = word.removesuffix(ending)
            stems |= {stem + other for other in endings} | ({stem[:-1]} if stem[-1:] == stem[-2:-1] else set())
    return stems

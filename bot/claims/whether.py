"""A question that yes or no answers, as the claim that yes would make."""

import re
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from bot.finding.named import occurs
from bot.finding.verbs import past, third_person
from bot.parsed_text import parsed
from bot.weighing.clauses import deeds, is_same_noun
from index import Span
from index.parsing import verbs

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Doc, Token

_NAME = re.compile(r"\b(?!(?:The|An?|In|On|At|For|By|From|This|That|It|He|She|They)\b)[A-Z][\w'-]*(?: [A-Z][\w'-]*)*")
_PERSONAL = re.compile(r"\b(?:I|we|he|she|it|they|him|her|them|his|hers|its|their)\b", re.IGNORECASE)
_SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "expl"})
_ENDINGS: Mapping[str, Callable[[str], str]] = {"do": str, "does": third_person, "did": past}
_DO = frozenset(_ENDINGS)
_EVER = re.compile(r"\bever (?!since\b|more\b)")
_NOT = frozenset({"not", "n't", "n\u2019t"})
_BESIDE = frozenset({"advmod", "neg"})
"""What may stand between a verb and its helper."""
_NAMED = re.compile(
    r"(?P<first>\w+) (?P<subject>[A-Z][\w'-]*(?: [A-Z][\w'-]*)*)(?<!'s) (?!(?:and|or|of|who|which)\b)(?P<rest>[a-z].+)"
)
"""A question whose subject is a name; the parser does not see it where it takes a verb for a noun."""


def claimed(question: str) -> tuple[str, ...]:
    """Return what "yes" would claim, or may claim where more than one word can be the verb.

    Nothing where the question has no subject behind its first word, or nothing else.

    >>> claimed("Does he sell the park?"), claimed("Aren't there pictures?"), claimed("Is it?")
    (('he sells the park.',), ('there are pictures.',), ())
    >>> claimed("Did the port ship grain?")
    ('the port shipped grain.', 'the port ship grained.')
    """
    tokens = parsed(f"{question.rstrip(' ?!.')}?")
    deeds = tuple(_of_a_deed(tokens)) if tokens[0].lower_ in _DO else ()
    return tuple(_EVER.sub("", claim) for claim in deeds or (_of_the_subject(tokens),) if claim)


def _of_the_subject(tokens: "Doc") -> str | None:
    """Return the claim by what the parser takes for the subject of the question."""
    first = tokens[0]
    subject = next((one for one in tokens[1:] if one.dep_ in _SUBJECTS and one.head in {first, first.head}), None)
    if subject is None:
        return _of_a_name(tokens[:-1].text) or _of_a_participle(tokens)
    # In "Was the bridge built in 1912?" the parser takes what is asked for a part of the subject.
    taken = [child.left_edge.i for child in subject.rights if child.dep_ == "acl" and child.tag_ == "VBN"]
    end = min([subject.right_edge.i + 1, *taken])
    rest = tokens[end:-1].text
    claim = f"{tokens[subject.left_edge.i : end].text} {first.lower_} {rest}."
    return claim if rest else _of_a_name(tokens[:-1].text)


def _of_a_deed(tokens: "Doc") -> "Iterator[str]":
    """Yield the claims by each word that can be a verb behind a subject, with the ending that "do" stands for.

    "The port did ship grain" is not what a source would write, and the parser may take "ship" there for a noun.
    """
    first = 2 if tokens[1].lower_ in _NOT else 1
    for end in range(first + 1, len(tokens) - 1):
        who, what = tokens[first:end].text, tokens[end:-1].text
        if (verb := _verb_of_a_deed(who, what)) is not None:
            yield f"{who} {_without_do(tokens[0].lower_, what, verb)}."


def _without_do(helper: str, what: str, verb: Span) -> str:
    """Return what is told behind "do", with its verb made "shipped" or "ships"; "not" needs "do"."""
    before, bare, after = what[: verb.start], what[verb.start : verb.end], what[verb.end :]
    if not _NOT.isdisjoint(before.lower().split()):
        return f"{helper} {what}"
    return f"{before}{_ENDINGS[helper](bare)}{after}"


def _verb_of_a_deed(who: str, what: str) -> Span | None:
    """Return where the verb of a subject stands in what begins with it, which the parser sees best behind "will"."""
    tokens = parsed(f"{who} will {what}.")
    will = next((one for one in tokens if one.idx > len(who)), tokens[-1])
    verb = will.head
    subject = next((one for one in verb.lefts if one.dep_ in _SUBJECTS), None)
    if subject is None or will.dep_ != "aux" or verb.tag_ != "VB" or verb.text not in verbs():
        return None
    is_whole = (subject.left_edge.i, subject.right_edge.i) == (0, will.i - 1)
    beside = all(one.dep_ in _BESIDE for one in tokens[will.i + 1 : verb.i])
    if not is_whole or not beside or subject.right_edge.tag_.startswith(("DT", "JJ")):
        return None
    start = verb.idx - len(f"{who} will ")
    return Span(start, start + len(verb.text))


def _of_a_name(question: str) -> str | None:
    named = _NAMED.fullmatch(question)
    return f"{named['subject']} {named['first'].lower()} {named['rest']}." if named else None


def _of_a_participle(tokens: "Doc") -> str | None:
    """Return the claim of a question whose subject the parser takes for something else: all before the participle."""
    nouns = [one.i for one in tokens if one.tag_.startswith("NN")]
    first = next((one.i for one in tokens if one.tag_ in {"VBN", "VBD"} and nouns and one.i > nouns[0]), None)
    if first is None or tokens[0].tag_ not in {"VBD", "VBZ", "VBP"}:
        return None
    return f"{tokens[1:first].text} {tokens[0].lower_} {tokens[first:-1].text}."


def is_of_another(claim: str, evidence: str, speaker: str = "") -> bool:
    """Say whether a sentence has a name for its subject, and neither names, nor is said by, what a claim begins with.

    >>> is_of_another("Jan Holt was born in Peru.", "Mia Falk was born in Peru.")
    True
    >>> is_of_another("Jan Holt was born in Peru.", "Holt was born in Peru."), is_of_another("Oman did.", "They did.")
    (False, False)
    """
    name = _NAME.match(claim)
    if name is None or occurs(name[0], f"{evidence} {speaker}") or _PERSONAL.search(evidence):
        return False
    subjects = [one for one in parsed(evidence) if one.dep_ in {"nsubj", "nsubjpass"} and one.head.dep_ == "ROOT"]
    return any(map(_is_name, subjects))


def is_of_another_thing(claim: str, evidence: str) -> bool:
    """Say whether a sentence tells only that a claim's deed was not done to something else.

    >>> is_of_another_thing("The ban does cover tin.", "The ban does not cover lead.")
    True
    >>> is_of_another_thing("The ban does cover tin.", "The ban does not cover tin.")
    False
    """
    claimed = {one.called: one.targets for one in deeds(claim)}
    told = [one for one in deeds(evidence) if one.is_negated and one.targets and claimed.get(one.called)]
    return bool(told) and not any(
        is_same_noun(mine, theirs) for one in told for mine in claimed[one.called] for theirs in one.targets
    )


def _is_name(subject: "Token") -> bool:
    """Say whether a subject is one thing in capitals without an article; the parser knows not all names."""
    has_article = any(child.dep_ in {"det", "poss"} for child in subject.children)
    return subject.is_title and subject.tag_ in {"NN", "NNP", "NNPS"} and not has_article


def exchanged(claim: str) -> str | None:
    """Return a claim with its first two names in each other's place; None where it has fewer.

    >>> exchanged("Iran did send arms to North Korea."), exchanged("Iran did send arms.")
    ('North Korea did send arms to Iran.', None)
    """
    first, *others = dict.fromkeys(_NAME.findall(claim)) or [""]
    if not others:
        return None
    swap = {first: others[0], others[0]: first}
    return _NAME.sub(lambda found: swap.get(found[0], found[0]), claim)

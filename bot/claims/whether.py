"""A question that yes or no answers, as the claim that yes would make."""

import re
from typing import TYPE_CHECKING

from bot.finding.named import occurs
from bot.parsed_text import parsed
from bot.weighing.clauses import deeds, is_same_noun

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_NAME = re.compile(r"\b(?!(?:The|An?|In|On|At|For|By|From|This|That|It|He|She|They)\b)[A-Z][\w'-]*(?: [A-Z][\w'-]*)*")
_PERSONAL = re.compile(r"\b(?:I|we|he|she|it|they|him|her|them|his|hers|its|their)\b", re.IGNORECASE)
_SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "expl"})
_DO = frozenset({"do", "does", "did"})
_BESIDE = frozenset({"advmod", "neg"})
"""What may stand between a verb and its helper."""
_NAMED = re.compile(
    r"(?P<first>\w+) (?P<subject>[A-Z][\w'-]*(?: [A-Z][\w'-]*)*)(?<!'s) (?!(?:and|or|of|who|which)\b)(?P<rest>[a-z].+)"
)
"""A question whose subject is a name; the parser does not see it where it takes a verb for a noun."""


def claimed(question: str) -> str | None:
    """Return what "yes" would claim; None where the question has no subject behind its first word, or nothing else.

    >>> claimed("Does the ban cover tin?"), claimed("Aren't there pictures?"), claimed("Is it?")
    ('the ban does cover tin.', 'there are pictures.', None)
    """
    tokens = parsed(f"{question.rstrip(' ?!.')}?")
    return (_of_a_deed(tokens) if tokens[0].lower_ in _DO else None) or _of_the_subject(tokens)


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


def _of_a_deed(tokens: "Doc") -> str | None:
    """Return the claim in which "do" stands before the first word that can be a verb behind a subject."""
    ends = range(2, len(tokens) - 1)
    end = next((end for end in ends if _tells_a_deed(tokens[1:end].text, tokens[end:-1].text)), None)
    return f"{tokens[1:end].text} {tokens[0].lower_} {tokens[end:-1].text}." if end else None


def _tells_a_deed(who: str, what: str) -> bool:
    """Say whether words are a subject and others begin with its verb, which the parser sees best behind "will"."""
    tokens = parsed(f"{who} will {what}.")
    will = next((one for one in tokens if one.idx > len(who)), tokens[-1])
    verb = will.head
    subject = next((one for one in verb.lefts if one.dep_ in _SUBJECTS), None)
    if subject is None or will.dep_ != "aux" or verb.tag_ != "VB":
        return False
    return (
        (subject.left_edge.i, subject.right_edge.i) == (0, will.i - 1)
        and not subject.right_edge.tag_.startswith(("DT", "JJ"))
        and all(one.dep_ in _BESIDE for one in tokens[will.i + 1 : verb.i])
    )


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

"""Compound claims to their parts, each a claim that can be checked by itself.

Clauses that are coordinated are parts. A clause without a subject has that of the one before ("He was born in Paris and
moved to London"), and so has one whose subject is a pronoun. Who is claimed to have said a compound is claimed to have
said each part of it.
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from bot.claims.attitude import DENYING, Attitude, attitude, sentence_of, verbs
from bot.claims.claim import Claim
from bot.parsed_text import parsed
from index.parties import aliases
from index.speech_verbs import SPEECH_VERBS, is_speech

if TYPE_CHECKING:
    from spacy.tokens import Token

_ITS_CLAIMS = (
    r"(?:it|this|that|these|those|(?:(?:all|any|the|this|that|these|those|such) )?(?:claim|allegation|accusation)s?)"
)
_DENIES = r"(?:den(?:y|ie)|reject|dismiss)\w*"
_CONTRAST = re.compile(
    rf"\s*;\s+|,\s+(?:but|while|whereas|yet|(?:and|but) (?=\w+ {_DENIES}))"
    rf"|\s+(?:and|but|while) (?=(?:[\w'\u2019.-]+ ){{1,5}}?{_DENIES} {_ITS_CLAIMS}[ .!]*$)",
    re.IGNORECASE,
)
_AND = re.compile(r",?\s+(?:and|but|while|whereas|yet)\s+(?:that\s+)?", re.IGNORECASE)
_ACCORDING = (
    re.compile(r"according to (?P<speaker>[^,]+), (?P<said>.+)", re.IGNORECASE),
    re.compile(r"(?P<said>.+), according to (?P<speaker>[^,]+?)[.!]?", re.IGNORECASE),
)
_WHO = frozenset({"who", "which"})
_RELATIVE = re.compile(r"(?P<who>[^,]+), (?:who|which) (?P<told>[^,]+), (?P<rest>[^,]+)")
_SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "expl"})
_BESIDE = frozenset({"relcl", "appos", "acl"})
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_OF_PEOPLE, _OF_THINGS = frozenset({"he", "she"}), frozenset({"it", "they"})
_AUXILIARY = re.compile(
    r"is|are|was|were|ha[sd]|have|do|does|did|can|could|may|might|must|shall|should|will|would", re.IGNORECASE
)
_POINTING = re.compile(rf"(?:(?!not |never )\w+ ){{1,3}}{_ITS_CLAIMS}[ .!]*", re.IGNORECASE)


class _Frame(NamedTuple):
    """Who is claimed to have said something, the verb with what belongs to it, and what."""

    speaker: str
    cue: str
    said: str


@lru_cache(maxsize=256)
def parts(claim: str) -> tuple[Claim, ...]:
    """Return the parts of a claim; one that is the whole claim where it is not compound.

    >>> [part.asserted for part in parts("The sky is blue.")]
    ['The sky is blue.']
    """
    text = " ".join(claim.split())
    if beside := _beside(text):
        return tuple(part for clause in beside for part in parts(clause))
    if not (_AND.search(text) or ";" in text or is_speech(text)):
        return (Claim(text, text),)
    found: list[Claim] = []
    for clause in _clauses(text, _CONTRAST):
        for part in _said(clause):
            found += _pointed_back(part, found)
    return tuple(found)


def _beside(text: str) -> list[str]:
    """Return what is told of a subject beside, and the rest: "Lee, who was ill, left" is "Lee was ill", "Lee left"."""
    found = None if is_speech(text) else _RELATIVE.fullmatch(text)
    if found is None or not any(one.lower_ in _WHO and one.dep_ in _SUBJECTS for one in parsed(text)):
        return []
    clauses = [f"{found['who']} {found[part]}" for part in ("told", "rest")]
    subjects = [_child(_root(clause), _SUBJECTS) for clause in clauses if _complete(clause)]
    whole = [one for one in subjects if one is not None and _phrase(one) == found["who"]]
    return clauses if len(whole) == len(clauses) else []


def _said(text: str) -> Iterator[Claim]:
    """Yield a clause's claims; one about what somebody said as a claim for each thing said."""
    frame = _frame(text)
    if frame is None or frame.said == text:
        clauses = _clauses(text, _AND)
        if len(clauses) > 1:
            for clause in clauses:
                yield from _said(clause)
        elif frame is None:
            yield Claim(text, text)
        else:
            yield Claim(text, text, frame.speaker)
        return
    denied = attitude(frame.cue, frame.said) is Attitude.DENIES
    clauses = _clauses(frame.said, _AND)
    for clause in clauses:
        whole = f"{frame.speaker} {frame.cue} {clause}" if len(clauses) > 1 else text
        asserted = sentence_of(frame.speaker, frame.cue, _with_subject(clause, frame.speaker))
        yield Claim(whole, asserted, frame.speaker, denied)


def _pointed_back(part: Claim, before: list[Claim]) -> list[Claim]:
    """Fill in what "denied it" means: all that the claim asserted before."""
    if not (part.speaker and before and _POINTING.fullmatch(part.text.removeprefix(part.speaker).strip())):
        return [part]
    denied = bool(verbs(part.text) & DENYING)
    return [Claim(part.text, one.asserted, part.speaker, denied) for one in before if not one.denied]


def _frame(text: str) -> _Frame | None:
    if match := next((found for form in _ACCORDING if (found := form.fullmatch(text))), None):
        return _Frame(match["speaker"], "said that", match["said"])
    root = _root(text)
    subject = _child(root, {"nsubj"})
    if subject is None or not verbs(root.text) & SPEECH_VERBS or _child(root, {"neg"}):
        return None
    clause = _child(root, {"ccomp"} | ({"xcomp"} if verbs(root.text) & DENYING else set()))
    if clause is not None and clause.i < min(subject.i, root.i):
        return _behind(text, clause, root, subject)
    if subject.i > root.i:
        return None
    if clause is None:
        said = text[root.idx + len(root) :].strip()
        charge = sentence_of(None, root.text, said) != said
        return _Frame(_phrase(subject), root.text, said if charge else text)
    start = clause.left_edge.idx
    begin = min(child.idx for child in (root, *root.lefts) if child.i > subject.i)
    that = clause.left_edge
    after = that.nbor().idx if that.lower_ == "that" and that.dep_ == "mark" else start
    return _Frame(_phrase(subject), text[begin:start].strip() + (" that" if after > start else ""), text[after:])


def _behind(text: str, clause: "Token", root: "Token", subject: "Token") -> _Frame | None:
    """Return the frame of words that stand before who said them: "Iran sent boats, Hale said"."""
    said = text[clause.left_edge.idx : min(root.idx, subject.left_edge.idx)].rstrip()
    return _Frame(_phrase(subject), f"{root.text} that", said.rstrip(" ,")) if said.endswith(",") else None


def _clauses(text: str, coordinators: re.Pattern[str]) -> list[str]:
    """Cut a text where two clauses are coordinated."""
    for cut in coordinators.finditer(text):
        left, right = text[: cut.start()].strip(), text[cut.end() :].strip()
        if _complete(left) and _complete(right):
            first = _child(_root(left), _SUBJECTS)
            rest = _with_subject(right, _phrase(first)) if first else right
            return [*_clauses(left, coordinators), *_clauses(rest, coordinators)]
    return _sharing(text) if coordinators is _AND else [text]


def _sharing(text: str) -> list[str]:
    """Cut before a verb that shares its subject with the verb of the clause."""
    root = _root(text)
    subject = _child(root, _SUBJECTS)
    second = next((one for one in root.children if one.dep_ == "conj" and one.pos_ in {"VERB", "AUX"}), None)
    if subject is None or second is None or _child(second, _SUBJECTS) or not _is_finite(root):
        return [text]
    between = [one for one in root.children if one.dep_ == "cc" and one.i < second.i]
    joint = between[-1] if between else second.left_edge
    first = text[: joint.idx].rstrip(" ,")
    if _is_unfinished(first, root):
        return [text]
    shared = [] if _is_finite(second) else [one.text for one in root.lefts if one.dep_ in {"aux", "auxpass"}]
    rest = " ".join([_phrase(subject), *shared, text[second.left_edge.idx :]])
    return [first, *_sharing(rest)]


def _complete(text: str) -> bool:
    """Say whether a text is a main clause by itself: a finite verb behind its subject."""
    root = _root(text)
    subject = _child(root, _SUBJECTS)
    subordinate = any(one.dep_ in {"mark", "advcl"} and one.i < root.i for one in root.children)
    unfinished = subordinate or _is_unfinished(text, root)
    return subject is not None and subject.i < root.i and _is_finite(root) and not unfinished


def _is_unfinished(text: str, root: "Token") -> bool:
    """Say whether a text has nothing behind its auxiliary: "The mayor was"."""
    return text.endswith(root.text) and bool(_AUXILIARY.fullmatch(root.text))


def _with_subject(clause: str, name: str) -> str:
    """Put a name in place of a pronoun that is the subject."""
    subject = _child(_root(clause), _SUBJECTS)
    if subject is None or subject.lower_ not in (_OF_THINGS if _is_thing(name) else _OF_PEOPLE):
        return clause
    return f"{clause[: subject.idx]}{name}{clause[subject.idx + len(subject) :]}"


def _is_thing(name: str) -> bool:
    """Say whether a name is a party's, or no name at all."""
    return name.lower().startswith(("the ", "a ", "an ")) or name.islower() or bool(aliases(name))


def _is_finite(verb: "Token") -> bool:
    return verb.tag_ in _FINITE or any(one.tag_ in _FINITE for one in verb.lefts if one.dep_ in {"aux", "auxpass"})


def _child(token: "Token", kinds: frozenset[str] | set[str]) -> "Token | None":
    return next((child for child in token.children if child.dep_ in kinds), None)


def _phrase(token: "Token") -> str:
    """Return the phrase of a noun, up to a comma behind which more is told of it: "Lee" for "Lee, who was away,".

    Where that is a name, it is the name: "Ann Lee" for "the mayor, Ann Lee,".
    """
    beside = [child for child in token.rights if child.dep_ in _BESIDE and token.doc[child.left_edge.i - 1].text == ","]
    name = next((one for one in beside if one.pos_ == "PROPN"), None)
    if name is not None and token.pos_ != "PROPN":
        return _phrase(name)
    end = beside[0].left_edge.i - 1 if beside else token.right_edge.i + 1
    return str(token.doc[token.left_edge.i : end].text)


def _root(text: str) -> "Token":
    return next(token for token in parsed(text) if token.head == token)

"""Questions made from sentences by rule: a part of the sentence is taken out and asked for."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from bot.training.reader_asking import KIND_WORDS, asking_words

if TYPE_CHECKING:
    import random
    from collections.abc import Iterator

    from spacy.tokens import Doc, Span, Token  # noqa: TID251 - types of what the caller hands in

_SUBJECTS: Final = frozenset({"nsubj", "nsubjpass"})
_AUXILIARIES: Final = frozenset({"aux", "auxpass"})
_DROPPABLE: Final = frozenset({"advcl", "parataxis", "appos", "relcl", "npadvmod", "advmod", "amod", "prep"})
_ALWAYS_DROPPED: Final = frozenset({"punct", "cc", "dep", "meta", "intj"})
_DO: Final = {"VBD": "did", "VBZ": "does", "VBP": "do"}
_WHEN: Final = frozenset({"in", "on", "at", "during", "by"})
_WHERE: Final = frozenset({"in", "at", "on", "near", "to"})
_CROOKED: Final = frozenset({"conj", "appos", "relcl", "acl", "ccomp", "advcl"})
_MODIFIERS: Final = frozenset({"nummod", "compound", "amod", "poss", "nmod"})
_SHORTEST: Final = 4
_LONGEST: Final = 30
_LONGEST_ANSWER: Final = 8


@dataclass(frozen=True, slots=True)
class Asked:
    """A question, and where its answer stands in the document that was parsed."""

    question: str
    start: int
    end: int
    named: bool  # the answer is a name, date or amount


def questions(document: Doc, chance: random.Random) -> Iterator[Asked]:
    """Every question that the rules find in the sentences of the document."""
    for sentence in document.sents:
        for answer in _answers(sentence):
            question = ask(sentence, answer, chance)
            if question:
                yield Asked(question, answer.start_char, answer.end_char, answer.label_ in KIND_WORDS)


def _answers(sentence: Span) -> Iterator[Span]:
    taken: set[int] = set()
    for entity in sentence.ents:
        if entity.label_ in KIND_WORDS and len(entity) <= _LONGEST_ANSWER:
            taken.update(range(entity.start, entity.end))
            yield entity
    for chunk in sentence.noun_chunks:
        whole = sentence.doc[chunk.start : max(_end_of_noun(chunk.root), chunk.end)]
        if (
            chunk.root.pos_ != "PRON"
            and len(whole) <= _LONGEST_ANSWER
            and taken.isdisjoint(range(whole.start, whole.end))
        ):
            yield whole


def _end_of_noun(noun: Token) -> int:
    """Where a noun ends with the "of …" that belongs to it."""
    return max([noun.i + 1, *(child.right_edge.i + 1 for child in noun.rights if child.text == "of")])


def ask(sentence: Span, answer: Span, chance: random.Random) -> str | None:
    """One question for the answer, or None when the sentence does not lend itself."""
    if not _SHORTEST <= len(sentence) <= 2 * _LONGEST or any(token.text == "?" for token in sentence):
        return None
    clause = _clause_of(answer, sentence)
    if clause is None:
        return None
    verb, subject = clause
    kept = _kept(verb, answer, chance)
    words = _about_subject(subject, answer, kept, chance) or _about_other(verb, subject, answer, kept, chance)
    if words is None or not _SHORTEST <= len(words) <= _LONGEST:
        return None
    text = " ".join(" ".join(words).split())
    return text[0].upper() + text[1:] + "?"


def _clause_of(answer: Span, sentence: Span) -> tuple[Token, Token] | None:
    """The nearest verb above the answer that has a subject of its own."""
    for token in (answer.root, *answer.root.ancestors):
        if token.dep_ in _CROOKED and token.pos_ not in {"VERB", "AUX"}:
            return None
        subjects = [child for child in token.children if child.dep_ in _SUBJECTS]
        if token.pos_ in {"VERB", "AUX"} and subjects and subjects[0].i < token.i and token in sentence:
            return (token, subjects[0]) if subjects[0].tag_ not in {"WDT", "WP", "EX"} else None
    return None


def _kept(verb: Token, answer: Span, chance: random.Random) -> list[Token]:
    """The words of the clause without second clauses, and now and then without what can be spared."""
    dropped: set[int] = set()
    for token in verb.subtree:
        holds_answer = any(word.i in range(answer.start, answer.end) for word in token.subtree)
        second_verb = token.dep_ == "conj" and token.head == verb
        needed = token.text == "of" or token.head.pos_ == "ADP"
        spare = token.dep_ in _DROPPABLE and not needed and chance.random() < (0.7 if token.pos_ == "VERB" else 0.25)
        if not holds_answer and (second_verb or spare or token.text in {"(", ")"}):
            dropped.update(word.i for word in token.subtree)
        if token.dep_ in _ALWAYS_DROPPED and token.head == verb and token.dep_ != "prep":
            dropped.add(token.i)
    return [token for token in verb.subtree if token.i not in dropped and token.dep_ != "mark"]


def _about_subject(subject: Token, answer: Span, kept: list[Token], chance: random.Random) -> list[str] | None:
    if subject.i not in range(answer.start, answer.end) or any(child.dep_ == "conj" for child in subject.children):
        return None
    inside = {token.i for token in subject.subtree}
    wh = asking_words(answer, chance)
    if wh in {"where", "when"}:
        wh = "what"
    before = [token.text for token in kept if token.i < min(inside)]
    after = [token.text for token in kept if token.i > max(inside)]
    return [wh, *after, *(before if chance.random() < 0.5 else [])]


def _about_other(
    verb: Token, subject: Token, answer: Span, kept: list[Token], chance: random.Random
) -> list[str] | None:
    subject_places = {token.i for token in subject.subtree}
    if answer.root.i in subject_places:
        return None
    helpers = [child for child in verb.children if child.dep_ in _AUXILIARIES and child.i < verb.i]
    in_place = chance.random() < 0.12
    gone, wh, tail = _taken_out(answer, chance, in_place=in_place)
    named = [token.text for token in kept if token.i in subject_places]
    rest = [token for token in kept if token.i not in subject_places]
    if in_place:
        first = min(gone)
        return [*(t.text for t in kept if t.i < first), wh, *(t.text for t in kept if t.i > max(gone))]
    front, verb_word = _inverted(verb, helpers)
    if front is None:
        return None
    skipped = gone | {helpers[0].i if helpers else -1} | ({verb.i} if verb_word is None else set())
    early = [t.text for t in rest if t.i < min(subject_places) and t.i not in skipped]
    late = [
        verb_word if t.i == verb.i and verb_word else t.text
        for t in rest
        if t.i > min(subject_places) and t.i not in skipped
    ]
    return [wh, front, *named, *late, *tail, *(early if chance.random() < 0.5 else [])]


def _inverted(verb: Token, helpers: list[Token]) -> tuple[str | None, str | None]:
    """The word that goes before the subject, and what is left of the verb."""
    if helpers:
        return helpers[0].text, verb.text
    if verb.lemma_ == "be":
        return verb.text, None
    return _DO.get(verb.tag_), verb.lemma_


def _taken_out(answer: Span, chance: random.Random, *, in_place: bool) -> tuple[set[int], str, list[str]]:
    """The words that go, the words that ask, and the preposition that is left at the end."""
    gone = set(range(answer.start, answer.end))
    wh = asking_words(answer, chance)
    top = answer.root
    if top.dep_ in _MODIFIERS and top.head.i >= answer.end:
        noun = top.head
        following = answer.doc[answer.end : noun.i + 1].text
        gone |= set(range(noun.left_edge.i, noun.i + 1))
        asking = wh if answer.label_ in {"CARDINAL", "MONEY"} else "whose" if top.dep_ == "poss" else "which"
        phrase = f"{asking} {following}".replace(" 's ", " ")
        return gone, phrase, [] if in_place else _preposition(noun, gone, phrase)
    return gone, wh, [] if in_place else _preposition(top, gone, wh)


def _preposition(top: Token, gone: set[int], wh: str) -> list[str]:
    if top.dep_ != "pobj" or top.head.i != min(gone) - 1:
        return []
    word = top.head.text.lower()
    gone.add(top.head.i)
    if (wh == "when" and word in _WHEN) or (wh == "where" and word in _WHERE):
        return []
    return [word]

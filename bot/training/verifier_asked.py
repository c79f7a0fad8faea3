"""Claims made from questions and their answers: "Who sued Ames?", answered by "Lee", claims that Lee sued Ames.

Another answer from the same text, to a question of the same kind, makes a claim that the text does not support: who did
what to whom is all that tells it from the true one (cf. Demszky et al., 2018, Transforming Question Answering Datasets
Into Natural Language Inference Datasets).
"""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING, Final, NamedTuple

from bot.training.reader_rows import occurrences
from bot.training.verifier_rows import NOT_SUPPORTED, REFUTED, SUPPORTED, Example

if TYPE_CHECKING:
    import random
    from collections.abc import Iterable, Iterator

    from spacy.language import Language  # noqa: TID251 - types of what the caller hands in
    from spacy.tokens import Doc, Span, Token  # noqa: TID251 - types of what the caller hands in

    from bot.training.reader_rows import Row

_BATCH: Final = 256
_MOST_WORDS: Final = 8
_FINITE: Final = frozenset({"VBD", "VBZ", "VBP", "MD"})
_HELPING: Final = frozenset({"be", "do", "have"})
_SUBJECTS: Final = frozenset({"nsubj", "nsubjpass", "expl"})
_VAGUE: Final = re.compile(r"\b(?:some(?:one|body|thing|where)|they|it|he|she|this|that|these|those)\b", re.IGNORECASE)
_PRONOUNS: Final = re.compile(
    r"(?:I|you|he|she|it|we|they|him|her|them|us|his|their|its|this|that|these|those|who|which|one)", re.IGNORECASE
)
_KIND: Final = re.compile(r"(?:kind|type|sort)s? of ")
_PREPOSITION: Final = re.compile(
    r"\b(?:in|on|at|by|from|to|during|since|for|until|before|after|near|around|between|under|over|through)"
    r"(?: the| a| an)? $",
    re.IGNORECASE,
)
_AMOUNT: Final = re.compile(r"\d")


def stated(question: Doc, answer: str, text: str) -> str | None:
    """The answer put into the question, as a sentence; None where its form is not known.

    Args:
        question: parsed.
        answer: as it stands in the text.
        text: what answers; verbs take the forms that they have there.
    """
    words = question[: len(question) - 1] if question[-1].is_punct else question[:]
    asked = words[0].lower_
    verb = next((word for word in words[1:] if word.tag_ in _FINITE), None)
    known = asked in {"who", "what", "which", "when", "where"} or words[:2].text.lower() in {"how many", "how much"}
    if verb is None or not known:
        return None
    filled = _with_noun(answer, words[2 if asked == "how" else 1 : verb.i].text, asked)
    root = next(word for word in words if word.head == word)
    subjects = (one for one in words if one.dep_ in _SUBJECTS and one.i > verb.i and one.head in {root, verb})
    subject = next(subjects, None)
    if not (verb.lemma_ in _HELPING or verb.tag_ == "MD") or subject is None:
        lost = asked in {"when", "where"} or verb.lemma_ == "do" or words[-1].pos_ == "ADP"
        told = None if lost else f"{filled} {words[verb.i :].text}"
    else:
        form = _Form(words, verb, subject, root)
        is_of_being = verb.lemma_ == "be" and (root == verb or root.pos_ in {"NOUN", "PROPN", "ADJ"})
        told = form.of_being(filled, text) if is_of_being else form.turned(filled, text)
    return None if told is None else f"{told[0].upper()}{told[1:].strip()}."


class _Form(NamedTuple):
    """A question whose finite verb stands before its subject."""

    words: Span
    verb: Token
    subject: Token
    root: Token

    @property
    def for_time_or_place(self) -> bool:
        return self.words[0].lower_ in {"when", "where"}

    def of_being(self, answer: str, text: str) -> str:
        """What or where something is: "Who was the first?" begins with its answer, others end with it."""
        words, verb = self.words, self.verb
        if self.for_time_or_place:
            return f"{words[verb.i + 1 :].text} {verb.text} {_placed(answer, text)}"
        if words[-1].pos_ == "ADP" or verb.i > 1:
            cut = self.subject.i + 1
            return " ".join(f"{words[verb.i + 1 : cut].text} {verb.text} {words[cut:].text} {answer}".split())
        return f"{answer} {verb.text} {words[verb.i + 1 :].text}"

    def turned(self, answer: str, text: str) -> str | None:
        """What somebody did: the subject first, then the verb, and the answer behind it or at the end."""
        words, verb, root = self.words, self.verb, self.root
        end = self.subject.right_edge.i + 1
        if not (verb.i < root.i and end <= root.i):
            return None
        who, between, behind = words[verb.i + 1 : end].text, words[end : root.i].text, words[root.i + 1 :].text
        done = f"{between} {root.text}".strip()
        told = _conjugated(root, verb, text) if verb.lemma_ == "do" and not between else f"{verb.text} {done}"
        if self.for_time_or_place:
            answer = _placed(answer, text)
        elif behind and words[-1].pos_ not in {"ADP", "PART"}:
            return f"{who} {told} {answer} {behind}"
        return " ".join(f"{who} {told} {behind} {answer}".split())


def _with_noun(answer: str, noun: str, asked: str) -> str:
    """The answer with the noun that was asked for, where it is no answer without: "200" as "200 states"."""
    if asked == "how" and noun and noun.rsplit(maxsplit=1)[-1].lower() not in answer.lower():
        return f"{answer} {noun}"
    if (kind := _KIND.match(noun)) and noun.rsplit(maxsplit=1)[-1].lower() not in answer.lower():
        return f"{answer} {noun[kind.end() :]}"
    return answer


def _conjugated(root: Token, helper: Token, text: str) -> str:
    """The verb without "do": "does order" as "orders", "did order" as "ordered" where the text has it so; roughly."""
    if helper.lower_ == "do":
        return root.text
    if helper.lower_ == "does":
        return f"{root.text}es" if root.text.endswith(("s", "sh", "ch", "x", "o")) else f"{root.text}s"
    regular = f"{root.text}d" if root.text.endswith("e") else f"{root.text}ed"
    return regular if re.search(rf"\b{re.escape(regular)}\b", text) else f"did {root.text}"


def _placed(answer: str, text: str) -> str:
    """A time or place with the preposition that it has in the text."""
    for start, _ in occurrences(answer, text):
        if found := _PREPOSITION.search(text[:start]):
            return f"{found.group().lower()}{answer}"
    return answer if _PREPOSITION.match(f"{answer.split(maxsplit=1)[0]} ") else f"in {answer}"


def claims(rows: Iterable[Row], language: Language, chance: random.Random) -> Iterator[Example]:
    """Claims that the contexts of questions support, and those made with an answer to something else."""
    kept = [(row, answer) for row in rows if (answer := _answer(row)) is not None]
    of_text: dict[str, list[tuple[Doc, str, Row]]] = defaultdict(list)
    asked = language.pipe((row["question"].strip() for row, _ in kept), batch_size=_BATCH)
    for (row, answer), question in zip(kept, asked, strict=True):
        if len(question) > 2:
            of_text[row["context"]].append((question, answer, row))
    for text, each in of_text.items():
        for question, answer, row in each:
            told = stated(question, answer, text)
            if told is None:
                continue
            yield Example(told, text, SUPPORTED, "asked")
            wrong = _another(answer, row, each, chance)
            bent = stated(question, wrong, text) if wrong else None
            if bent is not None:
                right = REFUTED if _AMOUNT.search(answer) else NOT_SUPPORTED
                yield Example(bent, text, right, "misanswered")


def _answer(row: Row) -> str | None:
    """The first answer that can stand in a claim."""
    if _VAGUE.search(row["question"]):
        return None
    likely = (one for one in row["answers"] if 0 < len(one.split()) <= _MOST_WORDS and not _PRONOUNS.fullmatch(one))
    return next((one for one in likely if one in row["context"] and one.lower() not in row["question"].lower()), None)


def _another(answer: str, row: Row, each: list[tuple[Doc, str, Row]], chance: random.Random) -> str | None:
    """An answer to another question about the text, of the same kind and in nothing the same."""
    mine = " ".join([row["question"], *row["answers"]]).lower()
    fit = [
        other
        for _, other, _ in each
        if _shape(other) == _shape(answer)
        and _shape(answer)
        and not any(word in mine for word in other.lower().split() if len(word) > 3 or word.isdigit())
        and other.lower() not in mine
    ]
    return chance.choice(fit) if fit else None


def _shape(answer: str) -> str:
    """Whether an answer is a number (a year and an amount alike), a name, or neither."""
    if _AMOUNT.search(answer):
        return "number"
    return "name" if answer.rsplit(maxsplit=1)[-1][0].isupper() else ""

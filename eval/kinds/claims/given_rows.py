"""Claims with evidence and a gold verdict, in this project's form, FEVER's, or AVeriTeC's.

    {"claim": "…", "evidence": "…", "label": "supported"}
    {"claim": "…", "label": "SUPPORTS", "evidence": [[[92206, 104971, "Oslo", 7]]]}
    {"claim": "…", "label": "Refuted", "questions": [{"question": "…", "answers": [{"answer": "…"}]}]}

The second is FEVER's (Thorne et al., 2018). Its evidence points into pages of Wikipedia, which it ships beside its
claims: the folder `wiki-pages` is looked for beside the file. Of several sets of sentences that each decide a claim the
first is taken. The third is AVeriTeC's (Schlichtkrull et al., 2023), whose evidence is questions with answers; each
answer is given behind its question.
"""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

from bot.verdict import Verdict
from eval.claim_measures import GOLD_LABELS
from eval.errors import CaseError
from eval.rows import SetRow, told_id
from eval.rows import rows as read_rows

_PAGES = "wiki-pages"
Sentence = tuple[str, int]
"""A page of Wikipedia, and a sentence's number on it."""


@dataclass(frozen=True, slots=True)
class Given:
    """A claim, its evidence (empty where it has none), and the gold verdict."""

    claim: str
    evidence: str
    gold: Verdict
    id: str = ""


def read_given(path: Path) -> Iterator[Given]:
    """Yield the claims of a set; see `given_reader`."""
    return given_reader(path)()


def given_reader(path: Path) -> Callable[[], Iterator[Given]]:
    """Return what yields the claims of a set, each time it is called; the pages that they point to are read once.

    Raises:
        CaseError: a row has no claim or evidence, or a label that is not known; the message names file and line.
    """
    return partial(_read, path, _pages(path))


def _read(path: Path, pages: Mapping[Sentence, str]) -> Iterator[Given]:
    for number, row in enumerate(read_rows(path), start=1):
        try:
            of, evidence = told_id(row.values, number), _evidence(row.values, pages)
        except (CaseError, LookupError, TypeError, ValueError, AttributeError) as error:
            message = f"{row.place}: id or evidence cannot be read: {type(error).__name__}: {error}"
            raise CaseError(message) from error
        yield _given(row, evidence, of)


def gold_verdict(row: SetRow) -> Verdict:
    """Return the verdict that a row's label names.

    Raises:
        CaseError: it names none.
    """
    label = row.values.get("label")
    gold = GOLD_LABELS.get(re.sub(r"\W+", "_", str(label).casefold()))
    if gold is None:
        message = f"{row.place}: a row has a label of {', '.join(GOLD_LABELS)}; here it is {label!r}"
        raise CaseError(message)
    return gold


def _given(row: SetRow, evidence: object, of: str) -> Given:
    claim, gold = row.values.get("claim"), gold_verdict(row)
    if not isinstance(claim, str) or not isinstance(evidence, str):
        message = f"{row.place}: a row has claim and evidence as text; here they are {claim!r:.60}, {evidence!r:.60}"
        raise CaseError(message)
    return Given(claim, evidence, gold, of)


def _evidence(values: Mapping[str, Any], pages: Mapping[Sentence, str]) -> object:
    if isinstance(values.get("evidence"), list):
        return " ".join(pages[sentence] for sentence in _first_set(values["evidence"]))
    if "questions" not in values:
        return values.get("evidence")
    return "\n".join(
        f"{asked['question']} {answer['answer']} {answer.get('boolean_explanation') or ''}".strip()
        for asked in values["questions"]
        for answer in asked["answers"]
    )


def _first_set(sets: Sequence[Sequence[Sequence[Any]]]) -> list[Sentence]:
    """Return the sentences of FEVER's first set of evidence; none where there is not enough information."""
    return [(_page(page), int(number)) for *_, page, number in sets[0] if page is not None] if sets else []


def _page(name: object) -> str:
    """Return a page's name in one form: the claims have some accents apart from their letters, the pages joined."""
    return unicodedata.normalize("NFC", str(name))


def _pages(path: Path) -> dict[Sentence, str]:
    """Return the sentences that the evidence of a file in FEVER's form points to; no others are kept in memory."""
    wanted: dict[str, set[int]] = defaultdict(set)
    for row in read_rows(path):
        if not isinstance(row.values.get("evidence"), list):
            return {}
        for page, number in _first_set(row.values["evidence"]):
            wanted[page].add(number)
    folder = path.parent / _PAGES
    if wanted and not folder.is_dir():
        message = (
            f"{path} points to pages of Wikipedia: put FEVER's folder {_PAGES} beside it, or check the claims "
            "against sources of your own by leaving the field evidence out"
        )
        raise CaseError(message)
    found = _sentences(folder, wanted)
    for page, numbers in wanted.items():
        if missing := [number for number in numbers if (page, number) not in found]:
            message = f"{path} points to sentence {missing[0]} of {page!r}, which {folder} does not have"
            raise CaseError(message)
    return found


def _sentences(folder: Path, wanted: Mapping[str, set[int]]) -> dict[Sentence, str]:
    found = {}
    for file in sorted(folder.glob("*.jsonl*")) if wanted else ():
        for row in read_rows(file):
            page = _page(row.values.get("id"))
            for line in str(row.values.get("lines", "")).split("\n") if page in wanted else ():
                number, _, rest = line.partition("\t")
                if number.isdigit() and int(number) in wanted[page]:
                    found[page, int(number)] = rest.split("\t")[0]
    return found

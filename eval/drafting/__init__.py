"""Questions that are proposed from documents, for a person to read and to edit; see `eval.drafting.proposing`."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from tempfile import TemporaryDirectory

from eval.case import Case, QuestionKind
from eval.drafting.proposing import Proposal, proposals
from eval.errors import CaseError
from eval.journal import Progress
from eval.topics import drawn
from index import Document, load
from index.builder import update


@dataclass(frozen=True, slots=True)
class Draft:
    """Proposed cases, in the order of their documents."""

    cases: Sequence[Case]

    def told(self, out: Path) -> str:
        """Return what there is, and what is to be done with it."""
        unanswerable = sum(not case.answerable for case in self.cases)
        return (
            f"{len(self.cases)} questions are in {out}, {unanswerable} of them with what answers left out. "
            "Read each one, make its wording your own, and strike what is no good question."
        )


def draft_set(folder: Path, number: int, unanswerable: float, seed: int, progress: Progress) -> Draft:
    """Propose questions on the documents of a folder, or of a file.

    Args:
        folder: the documents.
        number: how many questions at most; they are spread over documents and sorts.
        unanswerable: the share of the questions whose document is left out when they are asked, so that silence is
            right; only where no other document seems to answer.
        seed: what is drawn by.
        progress: told how many documents are read.

    Raises:
        CaseError: nothing can be asked about the documents.
    """
    with TemporaryDirectory(prefix="onrecord-draft-") as temporary:
        update([folder], temporary, progress=progress)
        sources = load(temporary)
        documents = sources.documents()
        found: list[Proposal] = []
        for done, document in enumerate(documents):
            progress(done, len(documents))
            quotations = sources.quotations(filters={"documents": [document.id]})
            found += proposals(document, quotations, sources.sentences(document.id))
    if not found:
        message = f"nothing in {folder} can be asked about: no quotation with a name, no number, no date, no name"
        raise CaseError(message)
    chosen = list(_chosen(_of_one_document(found), number, seed))
    silent = set(_to_be_silent(chosen, documents, round(unanswerable * len(chosen)), seed))
    return Draft([_case(one, at in silent) for at, one in enumerate(chosen)])


def _of_one_document(found: Sequence[Proposal]) -> list[Proposal]:
    """Return the proposals whose question comes of one document only: others may be answered from a reprint."""
    often = Counter(one.question for one in found)
    return [one for one in found if often[one.question] == 1]


def _chosen(found: Sequence[Proposal], number: int, seed: int) -> Iterator[Proposal]:
    """Yield as many proposals as wanted: of each document and sort one, then a second, and so on."""
    order = sorted(found, key=lambda one: drawn(seed, one.question, str(one.gold[0].start)))
    ranks: dict[tuple[str, str], int] = {}
    ranked = []
    for one in order:
        place = ranks[one.document, one.sort] = ranks.get((one.document, one.sort), 0) + 1
        ranked.append((place, drawn(seed, one.document, one.sort), one))
    first = sorted(ranked, key=lambda entry: entry[:2])[:number]
    yield from sorted((one for *_, one in first), key=lambda one: (one.document, one.gold[0].start, one.question))


def _to_be_silent(chosen: Sequence[Proposal], documents: Sequence[Document], number: int, seed: int) -> list[int]:
    """Return the places of proposals that no other document seems to answer: none has all words that tell."""
    alone = [
        at
        for at, one in enumerate(chosen)
        if not any(one.is_told_by(document.text) for document in documents if document.id != one.document)
    ]
    return sorted(alone, key=lambda at: drawn(seed, "silent", chosen[at].question))[:number]


def _case(one: Proposal, silent: bool) -> Case:  # noqa: FBT001 - a fact of the proposal's, like the others
    digest = drawn(0, one.document, one.question, str(one.gold[0].start))[:10]
    case = Case(f"draft-{digest}", one.question, one.kind, one.gold, False, one.short, ("draft", one.sort))  # noqa: FBT003 - in the order of the fields
    if not silent:
        return case
    left_out = (one.document,)
    tags = ("draft, left out", one.sort)
    return replace(case, kind=QuestionKind.UNANSWERABLE, gold=(), short_answers=(), tags=tags, left_out=left_out)

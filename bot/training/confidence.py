"""Fit the confidence of factual answers: `python -m bot.training.confidence --data ../shared/data --output FOLDER`.

All paragraphs of two development sets (parts of XQuAD and SQuAD 2.0) go into one index. Each question is asked twice:
of all of them, and with its own paragraph left out, so that silence is right. Beside them stand the questions on the
article that ships as the first source, which paraphrase harder, in a small index where everything is about one thing;
together they weigh as much as a share of the others. A logistic regression over the signals of every candidate sentence
learns which of them hold the answer; then it is told how often the best one is right, from fits to other paragraphs.
"""

import argparse
import gzip
import json
import logging
import random
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from bot.assembly import load
from bot.finding.answer_finding import AnswerFinder, Candidate
from bot.training.confidence_fit import Asked, fit
from index.builder import update
from index.document import Span, text_digest
from index.filters import Filters

_LOG = logging.getLogger("confidence")
_SETS = ("xquad", "squad2")
_ARTICLE, _QUESTIONS = Path("seeds"), Path("eval/sets/seeds.jsonl")


def main() -> None:
    """Build the indexes, ask, fit and tell."""
    logging.basicConfig(level=logging.WARNING, format="%(message)s")
    _LOG.setLevel(logging.INFO)
    given = _arguments()
    rows = [dict(row) for name in _SETS for row in _rows(given.data / "qa" / f"dev.{name}.jsonl.gz")]
    folder = _index(rows, given.output)
    random.Random(given.seed).shuffle(rows)  # noqa: S311 - a sample, no secret
    finder = load(folder).answering.retriever.answers
    ids = sorted({text_digest(row["context"]) for row in rows})
    asked = [_ask(finder, row, ids, left_out=left_out) for row in rows[: given.questions] for left_out in (False, True)]
    fit(asked, list(_of_article(given.output)))


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True, help="folder that holds qa/dev.*.jsonl.gz")
    parser.add_argument("--output", type=Path, required=True, help="folder for the index")
    parser.add_argument("--questions", type=int, default=500)
    parser.add_argument("--seed", type=int, default=3)
    return parser.parse_args()


def _of_article(output: Path) -> Iterator[Asked]:
    """Yield the factual and the unanswerable questions on the article."""
    update([_ARTICLE], output / "article")
    finder = load(output / "article").answering.retriever.answers
    for line in _QUESTIONS.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        if row["kind"] != "speaker":
            found = _found(finder, row["question"], Filters())
            golds = [Span(one["start"], one["end"]) for one in row.get("gold", ())]
            right = [any(one.sentence.span.overlaps(gold) for gold in golds) for one in found]
            yield Asked(
                bool(golds),
                left_out=False,
                signals=[one.signals.values() for one in found],
                right=right,
                about=row["question"],
            )


def _rows(path: Path) -> list[dict[str, Any]]:
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def _index(rows: list[dict[str, Any]], output: Path) -> Path:
    texts = {text_digest(row["context"]): row["context"] for row in rows}
    source = output / "paragraphs.jsonl"
    output.mkdir(parents=True, exist_ok=True)
    # A speaker makes the whole paragraph one quotation: nobody's words need to be looked for.
    lines = [json.dumps({"id": of, "text": text, "speaker": "nobody"}) for of, text in texts.items()]
    source.write_bytes("\n".join(lines).encode())
    update([source], output / "index")
    return output / "index"


def _found(finder: AnswerFinder, question: str, filters: Filters) -> list[Candidate]:
    """Return the candidates that signals decide about; others are never given."""
    return [one for one in finder.candidates(question, filters) if not one.ruled_out]


def _ask(finder: AnswerFinder, row: dict[str, Any], ids: list[str], *, left_out: bool) -> Asked:
    own = text_digest(row["context"])
    admitted = Filters(documents=tuple(one for one in ids if one != own)) if left_out else Filters()
    found = _found(finder, row["question"], admitted)
    answerable = bool(row["answerable"]) and not left_out
    return Asked(
        answerable,
        left_out,
        [one.signals.values() for one in found],
        [answerable and _holds(one, own, row["answers"]) for one in found],
        own,
    )


def _holds(candidate: Candidate, own: str, answers: list[str]) -> bool:
    sentence = candidate.sentence
    return sentence.document.id == own and any(answer in sentence.text for answer in answers)


if __name__ == "__main__":
    main()

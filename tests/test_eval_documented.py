"""Every example of the table in docs/evaluation.md is a set that can be read."""

import json
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from eval.formats import read_cases
from eval.kinds import checks, kind_of, speakers
from eval.kinds.briefings.transcripts import read_transcripts
from eval.kinds.claims.given_rows import read_given
from eval.kinds.claims.sourced import read_claims
from eval.kinds.quotations.gold import read_articles
from eval.kinds.reading.passages import read_asked
from eval.kinds.retrieval.collection import read_collection

GUIDE = Path(__file__).parent.parent / "docs" / "evaluation.md"
READERS: dict[str, Callable[[Path], Any]] = {
    "answers": read_cases,
    "speakers": speakers.read_said,
    "claims": read_given,
    "claims over sources": read_claims,
    "checks": checks.read_passed_on,
    "quotations": read_articles,
    "reading": read_asked,
    "retrieval": lambda folder: read_collection(folder).queries,
    "briefings": read_transcripts,
}


def examples() -> Iterator[tuple[str, dict[str, str]]]:
    """Yield each kind of the table with the files of its example; one that is no folder has a file without a name."""
    table = GUIDE.read_text(encoding="utf-8").partition("| kind | a row |")[2].partition("\n\n")[0]
    earlier: dict[str, str] = {}
    for line in table.splitlines()[2:]:
        kind, example = (cell.strip() for cell in line.split("|")[1:3])
        found = dict(re.findall(r"(?:`([a-z]+\.jsonl)` )?`(\{.*?\})`", example))
        earlier = {**earlier, **found} if "these" in example else found
        yield kind, earlier


EXAMPLES = dict(examples())


def test_the_table_has_every_kind() -> None:
    assert EXAMPLES.keys() == READERS.keys()


@pytest.mark.parametrize("kind", READERS)
def test_the_example_of_a_kind_is_told_for_what_it_is_and_can_be_read(tmp_path: Path, kind: str) -> None:
    for name, row in EXAMPLES[kind].items():
        (tmp_path / (name or "set.jsonl")).write_text(json.dumps(json.loads(row)))
    path = tmp_path / "set.jsonl" if "" in EXAMPLES[kind] else tmp_path
    assert kind_of(path).name == kind
    assert len(list(READERS[kind](path))) == 1

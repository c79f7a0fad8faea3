"""About how long a set takes, so that a run over several sets can say what is left of it."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from eval.errors import CaseError
from eval.folders import part
from eval.rows import rows

if TYPE_CHECKING:
    from eval.set_kind import Options


def rows_or_queries(path: Path) -> int:
    """Return how many rows a file has, or a folder queries."""
    return sum(1 for _ in rows(part(path, "queries") if path.is_dir() else path))


@dataclass(frozen=True, slots=True)
class Effort:
    """About how many seconds a kind of set takes, on two cores; a run corrects it by what its sets took.

    Attributes:
        case: a row, or of a folder a query, with its share of figures and of an index.
        opened: the same where texts are searched that others need not be.
        text: a thousand characters of a folder's corpus, which is indexed whole however few the queries.
        cases: counts the cases of a set.
    """

    case: float = 0.05
    opened: float = 2.0
    text: float = 0.0
    cases: Callable[[Path], int] = rows_or_queries

    def seconds(self, path: Path, options: "Options") -> float:
        """Return about how long a set takes."""
        number = _counted(self.cases, path)
        taken = min(number, options.limit or number, options.sample or number)
        texts = self.text and self.text * _counted(_characters, path) / 1000
        return taken * (self.opened if options.open_retrieval else self.case) + texts


def _characters(folder: Path) -> int:
    return sum(len(str(row.values.get("text", ""))) for row in rows(part(folder, "corpus")))


def _counted(count: Callable[[Path], int], path: Path) -> int:
    try:
        return count(path)
    except CaseError:
        return 0  # what is wrong with a set is said when it is evaluated

"""About how long a set takes, so that a run over several sets can say what is left of it."""

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from eval.errors import CaseError
from eval.folders import part
from eval.rows import rows

if TYPE_CHECKING:
    from eval.set_kind import Options


@dataclass(frozen=True, slots=True)
class Effort:
    """About how many seconds a kind of set takes, on two cores; a run corrects it by what its sets took.

    Attributes:
        case: a row, or of a folder a query, with its share of figures and of an index.
        opened: the same where texts are searched that others need not be.
        text: a text of a folder's corpus, which is indexed whole however few the queries.
    """

    case: float = 0.05
    opened: float = 2.0
    text: float = 0.0

    def seconds(self, path: Path, options: "Options") -> float:
        """Return about how long a set takes."""
        number = _count(path, "queries")
        taken = min(number, options.limit or number, options.sample or number)
        texts = _count(path, "corpus") * self.text if path.is_dir() else 0
        return taken * (self.opened if options.open_retrieval else self.case) + texts


def _count(path: Path, name: str) -> int:
    try:
        return sum(1 for _ in rows(part(path, name) if path.is_dir() else path))
    except CaseError:
        return 0  # what is wrong with a set is said when it is evaluated

"""An index of the texts that a set brings along."""

import json
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from eval.set_kind import Options
from index.errors import UsageError

_NAME = "texts-of-the-set.jsonl"
_NOBODY = "nobody"


@contextmanager
def own_index(texts: Iterable[Mapping[str, Any]], options: Options, *, quoted: bool = True) -> Iterator[Path]:
    """Yield the folder of an index of texts, built for the run, or kept in the folder that `--index` names.

    An index that is kept is brought up to date by the next run, so that only what changed is read by the models again.

    Args:
        texts: each with `id` and `text`, and what else a corpus of JSON lines has.
        options: of the run.
        quoted: whether it matters who is quoted in them. Where it does not, each text is taken for one person's words,
            so that building need not look for speakers, which takes far longer than anything else.

    Raises:
        UsageError: sources were named, which such a set has no use for.
    """
    if options.sources:
        message = "this set brings its own texts: leave --sources out"
        raise UsageError(message)
    if options.folder:
        yield _built(texts, options.folder, quoted=quoted)
        return
    with TemporaryDirectory(prefix="onrecord-eval-") as temporary:
        yield _built(texts, Path(temporary), quoted=quoted)


def _built(texts: Iterable[Mapping[str, Any]], folder: Path, *, quoted: bool) -> Path:
    from index.builder import update

    folder.mkdir(parents=True, exist_ok=True)
    rows = (dict(text) if quoted else {**text, "speaker": _NOBODY} for text in texts)
    (folder / _NAME).write_bytes("\n".join(json.dumps(row) for row in rows).encode())
    update([folder / _NAME], folder)
    return folder

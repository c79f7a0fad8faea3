"""A progress bar on a terminal, and nothing elsewhere."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager

from index.builder import Progress


@contextmanager
def terminal_progress(what: str) -> Iterator[Progress]:
    """Yield a function to tell how far something is; it draws a bar where standard error is a terminal."""
    if not sys.stderr.isatty():
        yield lambda _done, _total: None
        return
    from rich.console import Console
    from rich.progress import Progress as Bar

    with Bar(console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task(what, start=False, visible=False)

        def tell(done: int, total: int) -> None:
            if not done:
                bar.start_task(task)
            bar.update(task, completed=done, total=total, visible=True)

        yield tell

"""How the subcommands of `onrecord eval` end."""

from collections.abc import Iterator
from contextlib import contextmanager

import typer

from index.errors import OnRecordError, UsageError

FINE, WRONG_USE, CASE_FAILED, COULD_NOT = 0, 2, 3, 4


@contextmanager
def errors_told() -> Iterator[None]:
    """Turn this project's errors into a line and an exit code."""
    try:
        yield
    except OnRecordError as error:
        typer.echo(f"onrecord eval: {error}", err=True)
        raise typer.Exit(WRONG_USE if isinstance(error, UsageError) else COULD_NOT) from error

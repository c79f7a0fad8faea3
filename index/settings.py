"""What an index is built with; any other value makes another index."""

import tomllib
from dataclasses import asdict, dataclass, fields
from pathlib import Path
from typing import TYPE_CHECKING, Any, Self, TypeVar

from index.errors import SettingsError

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

Settings = TypeVar("Settings", bound="DataclassInstance")

_KINDS: dict[type, str] = {str: "a text", int: "a whole number", float: "a number"}


@dataclass(frozen=True, slots=True)
class IndexSettings:
    """Settings of an index.

    Attributes:
        embedder: spec of what turns texts into vectors.
        store: spec of what keeps the vectors.
        extractor: spec of what finds who said what.
        passage_tokens: the longest passage, in the embedder's tokens; never more than the embedder reads.
        overlap_tokens: how much of a passage the next one repeats at most, in tokens.
    """

    embedder: str = "sentence-transformers:all-MiniLM-L6-v2"
    store: str = "faiss:Flat"
    extractor: str = "hybrid"
    passage_tokens: int = 160
    overlap_tokens: int = 40

    def __post_init__(self) -> None:
        if not 0 <= self.overlap_tokens < self.passage_tokens:
            message = f"overlap_tokens must be at least 0 and below passage_tokens, not {self.overlap_tokens}"
            raise SettingsError(message)

    @classmethod
    def from_toml(cls, path: Path) -> Self:
        """Read the table `[index]` of a TOML file.

        Raises:
            SettingsError: the file cannot be read, or holds a setting that does not exist.
        """
        return of_toml(cls, path, "index")

    @classmethod
    def from_dict(cls, table: dict[str, Any]) -> Self:
        """Make settings from plain values, refusing what is not known."""
        return _of_dict(cls, table)

    def to_dict(self) -> dict[str, Any]:
        """Return plain values for JSON."""
        return asdict(self)


def of_toml(kind: type[Settings], path: Path, name: str) -> Settings:
    """Read settings of a kind from the table of this name in a TOML file.

    Raises:
        SettingsError: the file has no such table, or holds an unknown setting or an impossible value.
    """
    try:
        table = tomllib.loads(path.read_bytes().decode()).get(name)
    except (OSError, ValueError) as error:
        message = f"{path} cannot be read as settings: {error}"
        raise SettingsError(message) from error
    if not isinstance(table, dict):
        message = f"{path} has no table [{name}], which settings stand in"
        raise SettingsError(message)
    try:
        return _of_dict(kind, table)
    except SettingsError as error:
        message = f"{path}: {error}"
        raise SettingsError(message) from error


def _of_dict(kind: type[Settings], table: dict[str, Any]) -> Settings:
    known = [setting.name for setting in fields(kind)]
    if unknown := sorted(set(table) - set(known)):
        message = f"unknown settings: {', '.join(unknown)}; known are: {', '.join(known)}"
        raise SettingsError(message)
    for setting in fields(kind):
        _check_kind(setting.name, type(setting.default), table.get(setting.name, setting.default))
    return kind(**table)


def _check_kind(name: str, wanted: type, value: object) -> None:
    if type(value) is not wanted and not (wanted is float and type(value) is int):
        message = f"{name} is {_KINDS[wanted]}, not {value!r}"
        raise SettingsError(message)

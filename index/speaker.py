"""The noun Speaker, and the file in which people merge and rename speakers."""

import tomllib
from dataclasses import dataclass
from pathlib import Path

from index.errors import SourceError

FILE = "speakers.toml"
_ENTRY = """[[speaker]]
name = "John Kirby"
aliases = ["Kirby", "Adm. Kirby"]"""


@dataclass(frozen=True, slots=True)
class Speaker:
    """Somebody who is quoted.

    Attributes:
        name: the resolved name.
        count: how many quotations.
        documents: the ids of the documents, sorted.
        roles: what the documents call the speaker beside the name, sorted.
        aliases: the other names that the documents call the speaker by, or that were merged into this one, sorted.
    """

    name: str
    count: int
    documents: tuple[str, ...]
    roles: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()


def merged_names(root: Path) -> dict[str, str]:
    """Return which names stand for which, from `speakers.toml` beside the sources; empty where there is none.

    The file holds a table for each speaker: the name to go by, and the resolved names that mean the same one.

    Raises:
        SourceError: the file is of another form.
    """
    path = (root if root.is_dir() else root.parent) / FILE
    try:
        entries = tomllib.loads(path.read_bytes().decode()).get("speaker", [])
        return {alias: entry["name"] for entry in entries for alias in _aliases(entry)}
    except FileNotFoundError:
        return {}
    except (OSError, ValueError, TypeError, KeyError, AttributeError) as error:
        message = f"{path} cannot be read ({error}); it holds entries such as\n{_ENTRY}"
        raise SourceError(message) from error


def _aliases(entry: dict[str, object]) -> list[str]:
    aliases = entry["aliases"]
    if not isinstance(entry["name"], str) or not isinstance(aliases, list) or not all(map(_is_name, aliases)):
        message = "a speaker has a name and a list of aliases"
        raise ValueError(message)
    return aliases


def _is_name(value: object) -> bool:
    return isinstance(value, str) and bool(value.strip())

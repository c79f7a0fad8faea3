"""Plug-ins by name: `name:argument`, imported when they are asked for.

What ships with the project is registered exactly as a stranger's plug-in would be: by a name that leads to
`module:attribute`. Other people's come in through entry points of the group `onrecord.<kind>`.
"""

from collections.abc import Mapping
from importlib import import_module
from importlib.metadata import entry_points
from typing import Any

from index.errors import PluginError

KNOWN: Mapping[str, Mapping[str, str]] = {
    "reader": {
        ".docx": "index.reading.docx:read",
        ".htm": "index.reading.html_page:read",
        ".html": "index.reading.html_page:read",
        ".jsonl": "index.reading.jsonl:read",
        ".markdown": "index.reading.text:read",
        ".md": "index.reading.text:read",
        ".pdf": "index.reading.pdf:read",
        ".srt": "index.reading.subtitles:read",
        ".text": "index.reading.text:read",
        ".txt": "index.reading.text:read",
        ".vtt": "index.reading.subtitles:read",
        ".xhtml": "index.reading.html_page:read",
    },
    "embedder": {"sentence-transformers": "index.sentence_transformer:SentenceTransformerEmbedder"},
    "store": {"exact": "index.exact_store:ExactStore", "faiss": "index.faiss_store:FaissStore"},
    "extractor": {"hybrid": "index.hybrid_extraction:HybridExtractor", "rules": "index.cue_rules:CueRules"},
}


def names(kind: str) -> list[str]:
    """Return the known names of a kind of plug-in, sorted."""
    return sorted({*KNOWN[kind], *(point.name for point in entry_points(group=f"onrecord.{kind}"))})


def split_spec(spec: str) -> tuple[str, str]:
    """Split `name:argument`; the argument may be empty, and may itself hold colons.

    >>> split_spec("milvus:http://host:19530")
    ('milvus', 'http://host:19530')
    """
    name, _, argument = spec.partition(":")
    return name, argument


def find(kind: str, name: str) -> Any:  # noqa: ANN401 - a plug-in can be any callable
    """Import and return the plug-in of a kind that goes by a name.

    Raises:
        PluginError: nobody registered the name, or what it needs is not installed.
    """
    try:
        if name in KNOWN[kind]:
            module, _, attribute = KNOWN[kind][name].partition(":")
            return getattr(import_module(module), attribute)
        for point in entry_points(group=f"onrecord.{kind}", name=name):
            return point.load()
    except ImportError as error:
        message = f"the {kind} {name!r} needs a package that is not installed: {error}"
        raise PluginError(message) from error
    message = f"no {kind} is called {name!r}; known are: {', '.join(names(kind))}"
    raise PluginError(message)


def make(kind: str, spec: str) -> Any:  # noqa: ANN401 - see above
    """Make the plug-in that a spec `name:argument` asks for."""
    name, argument = split_spec(spec)
    return find(kind, name)(argument)

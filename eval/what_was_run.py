"""What a run was, so that it can be made again, and so that an interrupted one can be known again."""

import hashlib
import os
import platform
import sys
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from eval.set_kind import Options, SetKind

_LIBRARIES = (
    "numpy", "onnxruntime", "tokenizers", "sentence-transformers", "torch", "transformers", "spacy", "faiss-cpu",
    "rapidfuzz", "sentencex",
)  # fmt: skip
"""Those whose version can change an answer."""


def identity(path: Path, kind: "SetKind", options: "Options") -> dict[str, Any]:
    """Return what makes a run this run and no other: its set, its settings, the program, its models, its index."""
    return {
        "name": set_name(path),
        "kind": kind.name,
        "set_digest": digest(path),
        "seed": options.seed,
        "limit": options.limit,
        "sample": options.sample,
        "open": options.open_retrieval,
        "baselines": options.baselines,
        "version": program_version(),
        "code": code_digest(),
        "libraries": libraries(),
        "models": dict(models()),
        "settings": settings(),
        "index": str(options.folder) if options.folder else None,
        "sources_digest": digest(options.sources) if options.sources else None,
    }


def what_was_run(path: Path, kind: "SetKind", options: "Options") -> dict[str, Any]:
    """Return the same, with where the set lies, how intervals are drawn, and the machine."""
    from eval.significance import LEVEL, RESAMPLES, SEED

    bootstrap = {"level": LEVEL, "resamples": RESAMPLES, "seed": SEED}
    return {"set": str(path), **identity(path, kind, options), "bootstrap": bootstrap, "machine": machine()}


def set_name(path: Path) -> str:
    """Return what a set is called: its file's name without endings, or its folder's.

    >>> set_name(Path("qa/dev.squad2.jsonl.gz")), set_name(Path("data/news"))
    ('dev.squad2', 'news')
    """
    name = path.resolve().name
    for ending in (".gz", ".jsonl", ".json", ".tsv"):
        name = name.removesuffix(ending)
    return name


def program_version() -> str:
    """Return the version of this program."""
    try:
        return version("onrecord-factcheck")
    except PackageNotFoundError:
        return "a checkout that is not installed"


def libraries() -> dict[str, str]:
    """Return the versions of Python and of the libraries that answers depend on."""
    return {"python": platform.python_version(), **dict(_installed(_LIBRARIES))}


@cache
def models() -> Mapping[str, str]:
    """Return the SHA-256 of each model's weights, as they are pinned and checked when they are loaded."""
    from bot.finding.reading import DIGESTS as READER
    from bot.weighing.verifier import DIGESTS as VERIFIER
    from index import registry
    from index.hybrid_extraction import DIGESTS as TAGGER
    from index.reranking import DIGESTS as RERANKER
    from index.settings import IndexSettings

    pinned = {"reader": READER, "reranker": RERANKER, "verifier": VERIFIER, "tagger": TAGGER}
    found = {f"{name}, {file}": sha256 for name, of in pinned.items() for file, sha256 in of.items()}
    return {"embedder": registry.make("embedder", IndexSettings().embedder).digest, **found}


def settings() -> dict[str, Any]:
    """Return the settings of index and bot, which are the defaults wherever an index does not say otherwise."""
    from dataclasses import asdict

    from bot.settings import BotSettings
    from index.settings import IndexSettings

    return {"index": IndexSettings().to_dict(), "bot": asdict(BotSettings())}


def machine() -> dict[str, Any]:
    """Return what the run was made on; figures of time depend on it."""
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 1024**3 if sys.platform != "win32" else None
    return {
        "system": platform.platform(),
        "processor": _processor(),
        "cores": os.cpu_count(),
        "memory_gb": memory and round(memory, 1),
    }


@cache
def code_digest() -> str:
    """Return the SHA-256 of this program's own source files."""
    return _combined(
        (f"{package}/{file.relative_to(root)}", file)
        for package in ("index", "bot", "eval")
        for root in (Path(str(files(package))),)
        for file in sorted(root.rglob("*.py"))
    )


def digest(path: Path) -> str:
    """Return the SHA-256 of a file, or of the names and contents of all files of a folder."""
    if path.is_file():
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    return _combined((str(one.relative_to(path)), one) for one in sorted(path.rglob("*")) if one.is_file())


def _combined(named: Iterable[tuple[str, Path]]) -> str:
    found = hashlib.sha256()
    for name, file in named:
        found.update(name.encode() + b"\0" + bytes.fromhex(digest(file)))
    return found.hexdigest()


def _installed(names: Iterable[str]) -> Iterator[tuple[str, str]]:
    for name in names:
        try:
            yield name, version(name)
        except PackageNotFoundError:
            yield name, "not installed"


def _processor() -> str:
    try:
        lines = Path("/proc/cpuinfo").read_text(encoding="utf-8", errors="replace").split("\n")
    except OSError:
        return platform.processor()
    named: Mapping[str, str] = dict(line.split(":", 1) for line in lines if line.startswith("model name"))
    return next((name.strip() for name in named.values()), platform.processor())

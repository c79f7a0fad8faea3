"""What a check was made with: versions of the program and the models, and all settings."""

from dataclasses import asdict
from importlib.metadata import version
from typing import Any

from bot.claims.evidence_finding import EvidenceFinder
from index.manifest import Manifest
from index.reranking import DIGESTS, CrossEncoder, Reranker

_DISTRIBUTION = "onrecord-factcheck"


def made_with(manifest: Manifest, finder: EvidenceFinder) -> dict[str, Any]:
    """Return plain values: the program's version, the digests of the models, the settings of index and bot."""
    return {
        "onrecord": version(_DISTRIBUTION),
        "embedder": manifest.embedder,
        "who said what": manifest.attributor,
        "reranker": _digest(finder.sources.reranker),
        "judge": finder.judge.digest,
        "settings of the index": manifest.settings.to_dict(),
        "settings of the check": asdict(finder.settings),
    }


def _digest(reranker: Reranker) -> str:
    return DIGESTS["model.onnx"] if isinstance(reranker, CrossEncoder) else type(reranker).__name__

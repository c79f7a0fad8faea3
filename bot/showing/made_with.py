"""What a check was made with: versions of the program and the models, and all settings."""

from dataclasses import asdict
from importlib.metadata import version
from typing import Any

from bot.settings import BotSettings
from bot.weighing.judging import Judge
from index.manifest import Manifest

_DISTRIBUTION = "onrecord-factcheck"


def made_with(manifest: Manifest, settings: BotSettings, judge: Judge) -> dict[str, Any]:
    """Return plain values: the program's version, the digests of the models, the settings of index and bot."""
    return {
        "onrecord": version(_DISTRIBUTION),
        "embedder": manifest.embedder,
        "who said what": manifest.attributor,
        "judge": judge.digest,
        "settings of the index": manifest.settings.to_dict(),
        "settings of the check": asdict(settings),
    }

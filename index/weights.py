"""Files of weights: found without importing their package, opened only when their digest is the pinned one."""

import hashlib
from collections.abc import Mapping
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

from index.errors import ModelError

if TYPE_CHECKING:
    from onnxruntime import InferenceSession


def package_folder(package: str) -> Path:
    """Return the folder of an installed package, without running its code.

    Raises:
        ModelError: it is not installed.
    """
    spec = find_spec(package)
    if spec is None or spec.origin is None:
        message = f"the package {package} is not installed; install this project's dependencies again"
        raise ModelError(message)
    return Path(spec.origin).parent


def file_digest(path: Path) -> str:
    """Return the SHA-256 of a file's bytes, in hexadecimal."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


@cache
def checked(path: Path, sha256: str) -> Path:
    """Return the path once the file's SHA-256 is seen to be the pinned one.

    Raises:
        ModelError: there is no such file, or its content is another.
    """
    try:
        found = file_digest(path)
    except OSError as error:
        message = f"the weights {path} cannot be read: {error.strerror}"
        raise ModelError(message) from error
    if found != sha256:
        message = f"{path} has the SHA-256 {found}, not {sha256} as pinned; install its package again"
        raise ModelError(message)
    return path


def pinned(folder: Path, digests: Mapping[str, str]) -> Path:
    """Return the folder once each of its files that has a digest is seen to be the pinned one.

    Raises:
        ModelError: one is not there, or is another.
    """
    for name, sha256 in digests.items():
        checked(folder / name, sha256)
    return folder


def open_onnx(model: Path, threads: int) -> "InferenceSession":
    """Open a network; each run of it uses so many threads, which rest in between.

    By default they go on spinning for a while after a run, and take the processor from the network that runs next.
    """
    import onnxruntime

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = threads
    options.log_severity_level = 3
    options.add_session_config_entry("session.force_spinning_stop", "1")
    return onnxruntime.InferenceSession(str(model), options, providers=["CPUExecutionProvider"])

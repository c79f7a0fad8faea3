"""The most memory that was in use."""

import resource
from contextlib import suppress
from pathlib import Path


def forget_most() -> None:
    """Have the most memory that is in use counted from now on, where the system allows it; else it is the program's."""
    # 5 has Linux begin anew with the most that was resident (proc_pid_clear_refs).
    with suppress(OSError):
        Path("/proc/self/clear_refs").write_text("5", encoding="ascii")


def most_memory() -> float:
    """Return the most memory that was in use, in gigabytes."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024**2

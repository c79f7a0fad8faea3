"""Who may open the page: names with hashed passwords, in a file with a line each.

A line is `name:scrypt:cost:block size:parallelism:salt:hash` (RFC 7914), salt and hash in hexadecimal.
"""

import hashlib
import hmac
import os
from dataclasses import dataclass
from pathlib import Path

from index.errors import UsageError

_COST, _BLOCK, _PARALLEL = 2**14, 8, 5
"""What OWASP's Password Storage Cheat Sheet names for scrypt with 16 MB of memory."""
_MEMORY = 64 * 2**20
_SALT = 16
_SHORTEST = 8


@dataclass(frozen=True, slots=True)
class Accounts:
    """The names and hashed passwords in a file; read anew at each login, so that changes need no restart."""

    path: Path

    def admits(self, name: str, password: str) -> bool:
        """Say whether there is such a name with this password; it takes as long where there is no such name."""
        line = _lines(self.path).get(name)
        _, cost, block, parallel, salt, wanted = line or ("scrypt", str(_COST), str(_BLOCK), str(_PARALLEL), "00", "00")
        found = _hash(password, bytes.fromhex(salt), int(cost), int(block), int(parallel))
        return hmac.compare_digest(found, bytes.fromhex(wanted)) and line is not None

    def put(self, name: str, password: str) -> None:
        """Add a name, or give it another password.

        Raises:
            UsageError: the name or the password cannot be used.
        """
        if not name.strip() or any(character in name for character in ":\r\n"):
            message = "a name needs a letter, and no colon"
            raise UsageError(message)
        if len(password) < _SHORTEST:
            message = f"a password needs at least {_SHORTEST} characters"
            raise UsageError(message)
        salt = os.urandom(_SALT)
        found = _hash(password, salt, _COST, _BLOCK, _PARALLEL)
        known = _lines(self.path) if self.path.exists() else {}
        known[name] = ("scrypt", str(_COST), str(_BLOCK), str(_PARALLEL), salt.hex(), found.hex())
        self._save(known)

    def _save(self, known: dict[str, tuple[str, ...]]) -> None:
        draft = self.path.with_name(f"{self.path.name}.{os.getpid()}")
        draft.touch(mode=0o600)
        draft.write_bytes("".join(f"{':'.join((name, *parts))}\n" for name, parts in known.items()).encode())
        draft.replace(self.path)


def accounts(path: Path) -> Accounts:
    """Return the accounts in a file.

    Raises:
        UsageError: there are none.
    """
    if not path.exists() or not _lines(path):
        message = f"{path} has no accounts; add one: onrecord account NAME --auth {path}"
        raise UsageError(message)
    return Accounts(path)


def _lines(path: Path) -> dict[str, tuple[str, ...]]:
    found = {}
    for number, line in enumerate(path.read_bytes().decode().splitlines(), start=1):
        name, *parts = line.split(":")
        if len(parts) != 6 or parts[0] != "scrypt":  # noqa: PLR2004 - see the form above
            message = f"{path}:{number} is no account; add accounts with: onrecord account NAME --auth {path}"
            raise UsageError(message)
        found[name] = tuple(parts)
    return found


def _hash(password: str, salt: bytes, cost: int, block: int, parallel: int) -> bytes:
    return hashlib.scrypt(password.encode(), salt=salt, n=cost, r=block, p=parallel, maxmem=_MEMORY)

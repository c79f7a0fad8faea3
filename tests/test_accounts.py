"""Who may open the page."""

from pathlib import Path

import pytest
from typer.testing import CliRunner

from bot.chat.accounts import Accounts, accounts
from bot.chat.serving import Terms
from index.commands import program
from index.errors import UsageError


def test_somebody_is_admitted_with_the_password_and_nobody_else(tmp_path: Path) -> None:
    known = Accounts(tmp_path / "accounts")
    known.put("ann", "correct horse")
    known.put("bob", "battery staple")
    assert known.admits("ann", "correct horse")
    assert not known.admits("ann", "battery staple")
    assert not known.admits("eve", "correct horse")
    assert not known.admits("ann", "")


def test_a_new_password_takes_the_place_of_the_old_one(tmp_path: Path) -> None:
    known = Accounts(tmp_path / "accounts")
    known.put("ann", "correct horse")
    known.put("ann", "battery staple")
    assert not known.admits("ann", "correct horse")
    assert known.admits("ann", "battery staple")


def test_the_file_holds_no_password_and_only_its_owner_reads_it(tmp_path: Path) -> None:
    path = tmp_path / "accounts"
    Accounts(path).put("ann", "correct horse")
    Accounts(path).put("bob", "correct horse")
    assert b"horse" not in path.read_bytes()
    one, other = path.read_bytes().splitlines()
    assert one.split(b":")[-1] != other.split(b":")[-1]
    assert path.stat().st_mode & 0o077 == 0


@pytest.mark.parametrize(("name", "password"), [("", "long enough"), ("a:b", "long enough"), ("ann", "short")])
def test_what_cannot_be_an_account_is_refused(tmp_path: Path, name: str, password: str) -> None:
    with pytest.raises(UsageError):
        Accounts(tmp_path / "accounts").put(name, password)


@pytest.mark.parametrize("content", [None, b"", b"ann:correct horse\n"])
def test_a_file_without_accounts_says_how_to_add_one(tmp_path: Path, content: bytes | None) -> None:
    path = tmp_path / "accounts"
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(UsageError, match="onrecord account NAME"):
        accounts(path)


def test_the_command_adds_an_account(tmp_path: Path) -> None:
    path = tmp_path / "accounts"
    done = CliRunner().invoke(program(), ["account", "ann", "--auth", str(path)], input="correct horse\n")
    assert done.exit_code == 0, done.output
    assert "correct horse" not in done.output
    assert Accounts(path).admits("ann", "correct horse")


def test_addresses_are_fetched_only_where_strangers_cannot_name_them(tmp_path: Path) -> None:
    assert Terms().trusting
    assert not Terms(host="0.0.0.0").trusting  # noqa: S104 - nothing listens
    assert not Terms(share=True).trusting
    assert Terms(host="0.0.0.0", accounts=Accounts(tmp_path / "a")).trusting  # noqa: S104 - nothing listens

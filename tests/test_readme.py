import os
import re
import subprocess
import sys
from pathlib import Path
from shutil import copytree

import pytest

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_bytes().decode()
# A process in which nothing but this machine can be reached, and in which trying to is an error.
CLOSED = """
import socket
def refuse(self, address, *rest):
    if self.family != socket.AF_UNIX:
        raise AssertionError(f"tried to reach {address}")
socket.socket.connect = socket.socket.connect_ex = refuse
socket.getaddrinfo = lambda *wanted, **_: (_ for _ in ()).throw(AssertionError(f"tried to look up {wanted}"))
"""


def blocks(language: str) -> list[str]:
    return re.findall(rf"```{language}\n(.*?)```", README, re.DOTALL)


@pytest.fixture(scope="module")
def here(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the seeds and the sets, like the checkout's, whose processes cannot reach the network."""
    folder = tmp_path_factory.mktemp("checkout")
    copytree(ROOT / "seeds", folder / "seeds")
    copytree(ROOT / "eval" / "sets", folder / "eval" / "sets", dirs_exist_ok=True)
    (folder / "closed").mkdir()
    (folder / "closed" / "sitecustomize.py").write_text(CLOSED)
    return folder


def run(here: Path, *words: str) -> subprocess.CompletedProcess[str]:
    environment = {name: value for name, value in os.environ.items() if name != "HF_HUB_OFFLINE"}
    environment["PYTHONPATH"] = f"{here / 'closed'}{os.pathsep}{ROOT}"
    return subprocess.run(words, cwd=here, env=environment, capture_output=True, text=True, check=False, timeout=600)


def onrecord(*words: str) -> list[str]:
    return [sys.executable, "-c", "from index.commands import main; main()", *words]


@pytest.mark.model
def test_the_first_command_answers_from_the_article_without_a_network(here: Path) -> None:
    assert 'onrecord ask "what did Kirby say?"' in README

    done = run(here, *onrecord("ask", "what did Kirby say?"))

    assert done.returncode == 0, done.stderr
    assert "We condemn the DPRK for providing Russia with this military equipment” [1]" in done.stdout
    assert "[4]" in done.stdout
    assert "[5]" not in done.stdout


@pytest.mark.model
def test_the_python_example_runs_as_it_is_written(here: Path) -> None:
    (program,) = blocks("python")

    done = run(here, sys.executable, "-c", program)

    assert done.returncode == 0, done.stderr
    assert done.stdout.count("John Kirby") >= 4


@pytest.mark.model
def test_a_few_questions_of_the_seed_set_are_evaluated(here: Path) -> None:
    assert "onrecord eval eval/sets/seeds.jsonl" in README

    done = run(here, *onrecord("eval", "eval/sets/seeds.jsonl", "--limit", "8", "--json"))

    assert done.returncode == 0, done.stderr


def test_every_command_in_the_readme_exists() -> None:
    from typer.testing import CliRunner

    from index.commands import program

    listed = CliRunner().invoke(program(), ["--help"]).stdout
    for command in re.findall(r"onrecord (\w+)", "\n".join(blocks("sh"))):
        assert f" {command} " in listed


def test_every_path_in_the_readme_is_there() -> None:
    for path in re.findall(r"[`\s(]((?:index|bot|eval|seeds|tests|docs|scripts)/[\w./-]*)", README):
        assert (ROOT / path).exists(), path

from dataclasses import replace
from itertools import islice
from pathlib import Path

import pytest
import typer
from typer.testing import CliRunner, Result

from eval.commands import register
from eval.comparison import compare, mcnemar
from eval.results import Line, Results
from eval.showing.json_file import json_pieces
from eval.significance import Figure
from eval.synthetic import questions, texts


def run(*hits: float, slow: float = 1.0) -> Results:
    rows = [{"id": str(number), "scores": {"hit": hit, "seconds": slow}} for number, hit in enumerate(hits)]
    nothing = Figure(None, None, None, 0)
    lines = (Line("hit", "", nothing), Line("seconds", "", nothing, larger_is_better=False))
    return Results("a run", lines, rows, {"set_digest": "d"})


WORSE, BETTER = run(*[0.0] * 10, *[1.0] * 10), run(*[1.0] * 18, 0.0, 1.0)


def verdicts(before: Results, after: Results) -> dict[str, str]:
    return {one.measure: one.verdict for one in compare(before, after).measures}


def test_a_gain_beyond_chance_is_better_and_turned_round_worse() -> None:
    assert verdicts(WORSE, BETTER) == {"hit": "better", "seconds": "the same"}
    assert verdicts(BETTER, WORSE) == {"hit": "worse", "seconds": "the same"}


def test_one_changed_case_of_twenty_could_be_chance() -> None:
    assert verdicts(run(*[1.0] * 20), run(0.0, *[1.0] * 19))["hit"] == "could be chance"


def test_more_of_what_counts_faults_is_worse() -> None:
    assert verdicts(run(*[1.0] * 5), run(*[1.0] * 5, slow=2.0))["seconds"] == "worse"


def test_mcnemar_looks_at_the_changed_cases_only() -> None:
    (hit, _) = compare(WORSE, BETTER).measures
    # Ten came right: of the first ten all; of the others one was lost.
    assert hit.chance == mcnemar(1, 10) == pytest.approx(2 * (1 + 11) / 2**11)
    assert compare(run(0.5), run(1.0)).measures[0].chance is None


def test_cases_are_paired_by_id_and_where_that_repeats_by_order() -> None:
    repeated = replace(run(), rows=[{"id": "a", "scores": {"hit": hit}} for hit in (0.0, 1.0)])
    (hit,) = compare(repeated, repeated).measures
    assert hit.before == hit.after == [0.0, 1.0]


def command(*options: str) -> Result:
    app = typer.Typer()
    app.callback()(lambda: None)
    register(app)
    return CliRunner().invoke(app, ["eval", *options])


@pytest.fixture
def files(tmp_path: Path) -> list[str]:
    for name, values in (("before", BETTER), ("after", WORSE)):
        (tmp_path / f"{name}.json").write_text("".join(json_pieces(values)))
    return [str(tmp_path / "before.json"), str(tmp_path / "after.json")]


def test_the_command_says_what_is_worse_and_fails_if_told_to(files: list[str]) -> None:
    result = command("compare", *files)
    assert result.exit_code == 0
    assert "worse: hit" in result.stdout
    assert command("compare", *files, "--fail-if-worse").exit_code == 3
    assert command("compare", *reversed(files), "--fail-if-worse").exit_code == 0


def test_folders_are_compared_run_by_run_where_both_have_one_of_a_name(files: list[str], tmp_path: Path) -> None:
    for folder, names in (("old", ("a", "b", "c")), ("new", ("a", "b"))):
        (tmp_path / folder).mkdir()
        for name in names:
            source = files[folder == "new" and name == "b"]
            (tmp_path / folder / f"{name}.json").write_bytes(Path(source).read_bytes())
    old, new = str(tmp_path / "old"), str(tmp_path / "new")
    result = command("compare", old, new, "--fail-if-worse")
    assert result.exit_code == 3
    assert (result.stdout.count("worse: nothing"), result.stdout.count("worse: hit")) == (1, 1)
    assert command("compare", old, new, "--json").exit_code == 2
    (tmp_path / "empty").mkdir()
    assert "no run of one name" in command("compare", old, str(tmp_path / "empty")).stderr


def test_what_is_no_run_or_shares_no_case_is_wrong_use(files: list[str], tmp_path: Path) -> None:
    (tmp_path / "other.json").write_text("".join(json_pieces(replace(run(), rows=[{"id": "z", "scores": {}}]))))
    (tmp_path / "none.json").write_text("[]")
    for name, says in (("other", "no case in common"), ("none", "is no run"), ("missing", "is no run")):
        result = command("compare", files[0], str(tmp_path / f"{name}.json"))
        assert result.exit_code == 2
        assert says in result.stderr


def test_every_subcommand_has_help_with_an_example() -> None:
    for name in ("run", "compare", "report", "draft", "speed"):
        result = command(name, "--help")
        assert result.exit_code == 0
        assert f"onrecord eval {'' if name == 'run' else name}" in result.stdout


def test_made_up_texts_are_the_same_for_one_seed_and_hold_what_is_asked() -> None:
    first, again, other = (list(islice(texts(seed), 3)) for seed in (1, 1, 2))
    assert first == again != other
    assert len({text["id"] for text in first}) == 3
    assert len(questions(1, 5)) == 5

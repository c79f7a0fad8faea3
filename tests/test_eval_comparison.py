from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import islice
from pathlib import Path

import pytest
import typer
from typer.testing import CliRunner, Result

from bot.finding.reading import Reading
from bot.verdict import Verdict
from bot.weighing.judging import STANCES, weighing
from eval.chance import mcnemar
from eval.columns import columns
from eval.commands import register
from eval.comparison import compare
from eval.kinds.claims.figures import lines
from eval.kinds.claims.given_rows import Given
from eval.kinds.claims.weighing import weigh
from eval.kinds.reading import closed
from eval.kinds.reading.passages import Asked
from eval.outcome import Outcome
from eval.results import Line, Results
from eval.showing.json_file import json_pieces
from eval.significance import Figure
from eval.synthetic import questions, texts

NOTHING = Figure(None, None, None, 0)
LABELS = frozenset({Verdict.SUPPORTED, Verdict.REFUTED, Verdict.NOT_ENOUGH_EVIDENCE})
LINES = (Line("hit", "", NOTHING), Line("faults", "", NOTHING, larger_is_better=False))


def run(*hits: float, faults: float = 1.0, seconds: float | None = None, machine: str = "mine") -> Results:
    rows = [
        {"id": str(at), "scores": {"hit": hit, "faults": faults, "hit, BM25": 1 - hit}, "seconds": seconds}
        for at, hit in enumerate(hits)
    ]
    return Results("a run", LINES, rows, {"set_digest": "d", "machine": machine})


def measured(kind: str, rows: Sequence[Outcome], lines: Iterable[Line]) -> Results:
    return Results(kind, tuple(lines), [one.plain() for one in rows])


WORSE, BETTER = run(*[0.0] * 10, *[1.0] * 10), run(*[1.0] * 18, 0.0, 1.0)


def verdicts(before: Results, after: Results) -> dict[str, str]:
    return {one.measure: one.verdict for one in compare(before, after).measures}


def test_a_gain_beyond_chance_is_better_and_turned_round_worse() -> None:
    assert verdicts(WORSE, BETTER) == {"hit": "better", "faults": "the same"}
    assert verdicts(BETTER, WORSE) == {"hit": "worse", "faults": "the same"}


def test_one_changed_case_of_twenty_could_be_chance() -> None:
    assert verdicts(run(*[1.0] * 20), run(0.0, *[1.0] * 19))["hit"] == "could be chance"


def test_more_of_what_counts_faults_is_worse() -> None:
    assert verdicts(run(*[1.0] * 5), run(*[1.0] * 5, faults=2.0))["faults"] == "worse"


def test_rivals_scores_are_not_compared() -> None:
    assert "hit, BM25" not in verdicts(WORSE, BETTER)


def test_slower_is_worse_by_a_quarter_and_on_the_same_machine_only() -> None:
    before = run(*[1.0] * 5, seconds=1.0)
    assert verdicts(before, run(*[1.0] * 5, seconds=1.5))["seconds"] == "worse"
    assert verdicts(before, run(*[1.0] * 5, seconds=1.1))["seconds"] == "could be chance"
    assert verdicts(before, run(*[1.0] * 5, seconds=0.5))["seconds"] == "better"
    elsewhere = run(*[1.0] * 5, seconds=9.0, machine="another")
    assert verdicts(before, elsewhere)["seconds"] == "another machine"
    assert not compare(before, elsewhere).worse
    assert verdicts(run(1.0, seconds=1e-5), run(1.0, seconds=1e-3))["seconds"] == "could be chance"


def test_cases_that_stand_together_are_drawn_together() -> None:
    def told(hits: list[float], clusters: list[str]) -> Results:
        rows = [
            {"id": str(at), "scores": {"hit": hit}, "counts": {"pooled": [cluster, [hit, 1]]}}
            for at, (hit, cluster) in enumerate(zip(hits, clusters, strict=True))
        ]
        return Results("", LINES, rows)

    alone, article = [str(at) for at in range(10)], ["one article"] * 9 + ["another"]
    won, lost = [0.0] * 9 + [1.0], [1.0] * 9 + [0.0]
    assert verdicts(told(won, alone), told(lost, alone)) == {"hit": "better"}
    assert verdicts(told(won, article), told(lost, article)) == {"hit": "could be chance"}
    assert compare(told(won, article), told(lost, article)).measures[0].chance is None


def test_confidence_that_misses_by_more_is_worse() -> None:
    def sure(confidence: float) -> Results:
        rows = [{"id": str(at), "scores": {}, "right": True, "confidence": confidence} for at in range(5)]
        return Results("", (), rows)

    assert verdicts(sure(0.9), sure(0.5)) == {"right": "the same", "Brier score": "worse"}


def test_a_reader_that_no_longer_refuses_is_worse() -> None:
    asked = [Asked(str(at), "When?", "Built in 1931.", ("1931",) if at % 2 else ()) for at in range(20)]

    def reads(score: float) -> Results:
        answering, others = (lambda *_: Reading(9, 13, 1.0)), (lambda *_: Reading(9, 13, score))
        found = [closed.read(one, answering if one.answers else others, 0.5) for one in asked]
        return measured("reading", found, closed.lines(columns([one.plain() for one in found]), 0.5))

    found = verdicts(reads(0.1), reads(1.0))
    assert {name for name, verdict in found.items() if verdict == "worse"} >= {"F1, own threshold", "refused", "right"}
    assert (found["exact match"], found["F1"]) == ("the same", "the same")


def test_a_lower_balanced_accuracy_at_the_same_accuracy_is_worse() -> None:
    golds = [Verdict.SUPPORTED] * 40 + [Verdict.REFUTED] * 10
    given = [Given(f"Claim {at}.", f"Text {at}.", gold, str(at)) for at, gold in enumerate(golds)]

    def weighs(supported: int, refuted: int) -> Results:
        """Weigh so many of either label rightly."""
        right = {one.claim for one in (*given[:supported], *given[40 : 40 + refuted])}
        verdicts = {one.claim: one.gold if one.claim in right else Verdict.NOT_ENOUGH_EVIDENCE for one in given}
        found = [
            weigh(one, lambda claim, _: weighing([float(verdicts[claim] is stance) for stance in STANCES]), LABELS)
            for one in given
        ]
        return measured("claims", found, lines(columns([one.plain() for one in found])))

    found = verdicts(weighs(30, 10), weighs(40, 0))
    assert found["accuracy"] == "the same"
    assert found["recall, refuted"] == "worse"


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


def test_worse_than_nothing_is_wrong_use(tmp_path: Path) -> None:
    result = command(str(tmp_path / "set.jsonl"), "--fail-if-worse")
    assert result.exit_code == 2
    assert "--against" in result.stderr


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

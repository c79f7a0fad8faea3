"""What the verifier learns from, how its signals are fitted, and how small weights become large again."""

from __future__ import annotations

import random
import re
from typing import TYPE_CHECKING

import numpy as np
import onnx
import pytest
import torch
from transformers import BertConfig, BertModel

from bot.training.learning import Course, Learning, in_legs, level_then_fall
from bot.training.shrinking import UNEVEN, export
from bot.training.verifier_figures import DevSet, balanced, measured
from bot.training.verifier_fit import Weighed, cross_fitted, fit, fold
from bot.training.verifier_rows import (
    NEITHER,
    NOT_SUPPORTED,
    REFUTED,
    SUPPORTED,
    TAKEN,
    Example,
    drawn_evenly,
    example_of,
)
from bot.training.verifier_twists import crossed, turned, twisted
from index.training.restore import restored

if TYPE_CHECKING:
    from pathlib import Path

PAIR = Example(
    "Rome has 12 bridges and was built by Romulus.", "Rome, built by Romulus, has 12 bridges.", SUPPORTED, "fever_dev"
)


def chance(seed: int = 4) -> random.Random:
    return random.Random(seed)  # noqa: S311


def test_where_nei_hides_contradictions_both_are_right() -> None:
    row = {"claim": "A.", "evidence": "B.", "label": "nei", "set": "med.all"}
    assert example_of(row).right == NEITHER
    assert example_of({**row, "nei_means_only_not_entailed": True}).right == NOT_SUPPORTED


def test_marks_that_would_tell_the_set_are_taken_out() -> None:
    row = {"claim": "A.", "evidence": "(meta data) TITLE: Rome", "label": "nei", "set": "wice.partial_train"}
    assert example_of(row).evidence == "Rome"


def test_few_rows_are_taken_several_times_and_of_many_only_some() -> None:
    rare = [Example(str(number), "", SUPPORTED, "scifact_rte") for number in range(200)]
    common = [Example(str(number), "", REFUTED, "scifact_rte") for number in range(900)]
    found = drawn_evenly([*rare, *common], TAKEN, chance())
    assert sum(one.right == SUPPORTED for one in found) == sum(one.right == REFUTED for one in found) == 500
    assert {one.claim for one in found if one.right == SUPPORTED} == {one.claim for one in rare}


def test_a_change_on_one_side_is_no_longer_supported_and_on_both_sides_still_is() -> None:
    for seed in range(60):
        bent = twisted(PAIR, ["Naples"], chance(seed))
        assert bent is not None
        both = bent.claim != PAIR.claim and bent.evidence != PAIR.evidence
        assert (bent.right == SUPPORTED) == both
        assert (bent.claim, bent.evidence) != (PAIR.claim, PAIR.evidence)


@pytest.mark.parametrize("seed", range(20))
def test_names_in_each_others_place_are_no_longer_supported_unless_on_both_sides(seed: int) -> None:
    pair = Example("Ann Lee taught Bob Ray in Oslo.", "In Oslo, Ann Lee taught Bob Ray.", SUPPORTED, "x")
    bent = crossed(pair, chance(seed))
    assert bent is not None
    both = bent.claim != pair.claim and bent.evidence != pair.evidence
    assert bent.right == (SUPPORTED if both else NOT_SUPPORTED)
    assert sorted(re.findall(r"[A-Z]\w+", bent.claim)) == sorted(re.findall(r"[A-Z]\w+", pair.claim))


@pytest.mark.parametrize("claim", ["Ann Lee met with Bob Ray.", "Ann Lee and Bob Ray sang.", "Ann Lee sang."])
def test_names_that_are_alike_in_a_claim_stay(claim: str) -> None:
    assert crossed(Example(claim, claim, SUPPORTED, "x"), chance()) is None


def test_a_negation_turns_the_verdict_around() -> None:
    negated = turned(Example("Rome was built in a day.", "It was.", SUPPORTED, "x"))
    assert negated is not None
    assert (negated.claim, negated.right) == ("Rome was not built in a day.", REFUTED)
    freed = turned(Example("Rome was not built in a day.", "It was.", REFUTED, "x"))
    assert freed is not None
    assert (freed.claim, freed.right) == ("Rome was built in a day.", SUPPORTED)
    assert turned(Example("Rome.", "Rome.", SUPPORTED, "x")) is None


def rows(number: int, noise: float) -> list[Weighed]:
    """Rows whose first two figures tell the verdict, more or less."""
    made = np.random.default_rng(3)
    found = []
    for place in range(number):
        label = place % 3
        figures = np.eye(3)[label][:2] * 3 + made.normal(size=2) * noise
        found.append(Weighed(tuple(figures), (label,), "check_covid", f"document {place}"))
    return found


def test_a_fit_finds_what_tells_the_verdicts_apart() -> None:
    seen = rows(300, 0.5)
    probabilities = cross_fitted(seen, 1e-4)
    assert np.allclose(probabilities.sum(axis=1), 1)
    assert np.mean([row.right == (share.argmax(),) for row, share in zip(seen, probabilities, strict=True)]) > 0.95


def test_a_strong_pull_leaves_only_the_bias() -> None:
    assert np.abs(fit(rows(300, 0.5), 1e3)[:, :-1]).max() < 0.01


def test_rows_of_one_document_fall_into_one_part() -> None:
    assert fold("some text") == fold("some text")
    assert {fold(f"text {number}") for number in range(100)} == set(range(5))


def test_a_set_without_a_verdict_never_gets_it() -> None:
    scores = np.array([[0.1, 0.0, 5.0], [0.0, 0.1, 5.0]])
    assert balanced([(0,), (1,)], scores, DevSet("x", possible=(0, 1))) == 1
    assert balanced([(0,), (1, 2)], scores, DevSet("x", folded=True)) == 0.5


def test_figures_come_for_each_set_alone_and_combined() -> None:
    seen = [Weighed(row.figures, row.right, name, row.document) for name in SETS for row in rows(60, 0.5)]
    found = measured(seen, 1e-4)
    assert found.keys() == set(SETS)
    assert all(figure > 0.4 for each in found.values() for figure in each.values())


SETS = (
    "fool_me_twice",
    "check_covid",
    "wice",
    "healthver",
    "politihop",
    "summedits.podcast",
    "summedits.sales_call",
)


def test_the_learning_rate_is_level_and_then_falls() -> None:
    shares = [level_then_fall(step, 1000) for step in range(1001)]
    assert shares[0] < 0.1
    assert shares[100] == shares[600] == 1
    assert shares[1000] == 0
    assert [level_then_fall(step, 2000) for step in range(600)] == shares[:600]


def test_each_leg_of_a_run_rises_and_falls_by_itself() -> None:
    slope = in_legs(500, 300)
    assert [slope(step, 800) for step in range(500)] == [level_then_fall(step, 500) for step in range(500)]
    assert [slope(step, 800) for step in range(500, 800)] == [level_then_fall(step, 300) for step in range(300)]
    assert slope(800, 800) == 0


def test_the_weights_after_each_leg_are_averaged_over_an_interruption(tmp_path: Path) -> None:
    line = torch.nn.Linear(1, 1)
    plan = [torch.tensor([[float(number)]]) for number in range(6)]
    after: list[float] = []

    def loss_of(batch: torch.Tensor) -> torch.Tensor:
        after.append(line.weight.item())
        wrong: torch.Tensor = (line(batch) - 3).square().mean()
        return wrong

    course = Course(0.1, lambda _step, _steps: 1.0, (3, 6))
    assert not Learning(line, loss_of, plan, tmp_path / "kept", course).run(1, minutes=0)
    learning = Learning(line, loss_of, plan, tmp_path / "kept", course)
    assert learning.run(1, minutes=9)

    averaged = learning.averaged.module.get_parameter("weight").item()
    assert averaged == pytest.approx((after[3] + line.weight.item()) / 2)


def test_the_weights_that_a_run_starts_from_count_like_one_leg(tmp_path: Path) -> None:
    line = torch.nn.Linear(1, 1)
    start = line.weight.item()

    def loss_of(batch: torch.Tensor) -> torch.Tensor:
        wrong: torch.Tensor = (line(batch) - 3).square().mean()
        return wrong

    course = Course(0.1, lambda _step, _steps: 1.0, (0, 3))
    learning = Learning(line, loss_of, [torch.ones(1, 1)] * 3, tmp_path / "kept", course)
    assert learning.run(1, minutes=9)

    averaged = learning.averaged.module.get_parameter("weight").item()
    assert averaged == pytest.approx((start + line.weight.item()) / 2)


class Small(torch.nn.Module):
    """A very small network of the same make."""

    def __init__(self) -> None:
        super().__init__()
        sizes = BertConfig(
            vocab_size=50,
            hidden_size=64,
            num_hidden_layers=1,
            num_attention_heads=2,
            intermediate_size=128,
            max_position_embeddings=32,
            type_vocab_size=4,
            attn_implementation="eager",  # type: ignore[call-arg]  # BertConfig takes it, its stub does not say so
        )
        self.encoder = BertModel(sizes, add_pooling_layer=False)
        self.verdict = torch.nn.Linear(64, 3)

    def forward(self, tokens: torch.Tensor, mask: torch.Tensor, kinds: torch.Tensor) -> torch.Tensor:
        found = self.encoder(input_ids=tokens, attention_mask=mask, token_type_ids=kinds).last_hidden_state
        logits: torch.Tensor = self.verdict(found[:, 0])
        return logits


@pytest.mark.filterwarnings("ignore")  # the exporter is an old one, and says so
def test_small_weights_become_large_again(tmp_path: Path) -> None:
    torch.manual_seed(1)
    network = Small()
    for weights in network.parameters():
        torch.nn.init.normal_(weights, std=0.1)  # equal ones would be stored once
    (tmp_path / "work").mkdir()
    export(network, tmp_path / "work", tmp_path, heads=["verdict"], finely=UNEVEN)
    nodes = onnx.load(str(tmp_path / "model.onnx")).graph.node
    assert {"MatMulInteger", "MatMulNBits", "Gather"} <= {node.op_type for node in nodes}
    assert any(node.op_type == "MatMul" and node.name.startswith("/verdict/") for node in nodes)
    arrays = restored(tmp_path / "model.onnx")
    wanted = network.state_dict()
    assert arrays.keys() == wanted.keys()
    assert np.array_equal(arrays["verdict.weight"], wanted["verdict.weight"].numpy())
    assert restored(tmp_path / "model.onnx", "encoder").keys() == network.encoder.state_dict().keys()
    for name, array in arrays.items():
        largest = np.abs(wanted[name].numpy()).max()
        assert np.abs(array - wanted[name].numpy()).max() <= 0.01 * largest, name

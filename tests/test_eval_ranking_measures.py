import ir_measures
import pytest
from hypothesis import given
from hypothesis import strategies as st

from eval.kinds.retrieval.figures import MEASURES
from eval.ranking_measures import ndcg, recall, reciprocal_rank

DOCUMENTS = [f"d{number}" for number in range(15)]
THEIRS = {
    "nDCG@10": ir_measures.nDCG @ 10,
    "MRR": ir_measures.RR,
    "recall@5": ir_measures.R @ 5,
    "recall@10": ir_measures.R @ 10,
    "recall@100": ir_measures.R @ 100,
}


@pytest.mark.parametrize("name", MEASURES)
@given(
    ranking=st.permutations(DOCUMENTS).map(lambda names: names[:12]),
    relevant=st.dictionaries(st.sampled_from(DOCUMENTS), st.integers(0, 3)).filter(lambda grades: any(grades.values())),
)
def test_the_measures_are_those_of_ir_measures(name: str, ranking: list[str], relevant: dict[str, int]) -> None:
    scores = {document: float(-place) for place, document in enumerate(ranking)}
    theirs = ir_measures.calc_aggregate([THEIRS[name]], {"q": relevant}, {"q": scores})
    assert MEASURES[name][0](ranking, relevant) == pytest.approx(theirs[THEIRS[name]])


def test_a_perfect_ranking_scores_one_and_a_later_place_less() -> None:
    relevant = {"a": 1}
    for measure in (ndcg(10), reciprocal_rank, recall(1)):
        assert measure(["a", "b"], relevant) == 1
        assert measure(["b", "a"], relevant) < 1


def test_a_query_that_nothing_answers_scores_nothing() -> None:
    assert ndcg(10)(["a"], {}) == reciprocal_rank(["a"], {}) == recall(5)(["a"], {"a": 0}) == 0

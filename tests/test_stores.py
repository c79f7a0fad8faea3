from itertools import pairwise
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from index import registry
from index.embedding import Vectors
from index.errors import DamagedIndexError, PluginError, SettingsError
from index.exact_store import ExactStore
from index.fusion import reciprocal_rank_fusion
from index.store import Scored, VectorStore

STORES = pytest.mark.parametrize("spec", ["exact", "faiss:Flat"])


def unit(rows: int, seed: int = 1) -> Vectors:
    vectors = np.random.default_rng(seed).normal(size=(rows, 16)).astype(np.float32)
    return np.asarray(vectors / np.linalg.norm(vectors, axis=1, keepdims=True), np.float32)


def same(found: Scored, expected: Scored) -> bool:
    return [key for key, _ in found] == [key for key, _ in expected] and bool(
        np.allclose([score for _, score in found], [score for _, score in expected], atol=1e-5)
    )


@STORES
def test_a_store_finds_what_the_exact_store_finds_after_adding_removing_saving_and_loading(
    spec: str, tmp_path: Path
) -> None:
    store: VectorStore = registry.make("store", spec)
    exact = ExactStore()
    vectors, queries = unit(200), unit(10, seed=2)
    for one in (store, exact):
        one.add(range(100, 300), vectors)
        one.remove([105, 107, 9999])
        one.add([7], unit(1, seed=3))

    store.save(tmp_path / "vectors")
    loaded = store.load(tmp_path / "vectors")

    assert len(store) == len(loaded) == len(exact) == 199
    for query in queries:
        for among in (None, [100, 101, 105, 150, 7], []):
            expected = exact.search(query, 12, among)
            assert same(store.search(query, 12, among), expected)
            assert same(loaded.search(query, 12, among), expected)


@STORES
def test_a_score_is_the_cosine_and_a_vector_is_nearest_to_itself(spec: str) -> None:
    store: VectorStore = registry.make("store", spec)
    store.add([3, 5], np.eye(2, 16, dtype=np.float32))

    found = store.search(np.eye(1, 16, dtype=np.float32)[0], 5)

    assert same(found, [(3, 1.0), (5, 0.0)])


@STORES
def test_an_empty_store_finds_nothing_and_survives_saving(spec: str, tmp_path: Path) -> None:
    store: VectorStore = registry.make("store", spec)
    store.save(tmp_path / "vectors")

    assert store.load(tmp_path / "vectors").search(unit(1)[0], 3) == []


@STORES
def test_a_file_of_something_else_is_damage(spec: str, tmp_path: Path) -> None:
    (tmp_path / "vectors").write_bytes(b"something else")

    with pytest.raises(DamagedIndexError):
        registry.make("store", spec).load(tmp_path / "vectors")


def test_a_store_that_cannot_forget_is_not_offered() -> None:
    with pytest.raises(SettingsError):
        registry.make("store", "faiss:HNSW32")


def test_an_unknown_plug_in_is_answered_with_the_known_ones() -> None:
    with pytest.raises(PluginError, match="known are: exact, faiss"):
        registry.make("store", "oracle:x")


@given(st.lists(st.lists(st.integers(0, 20), unique=True, max_size=8), max_size=4))
def test_fusion_ranks_each_key_once_and_never_worse_than_a_key_that_trails_everywhere(
    rankings: list[list[int]],
) -> None:
    fused = reciprocal_rank_fusion([[(key, 0.0) for key in ranking] for ranking in rankings])

    assert sorted(key for key, _ in fused) == sorted({key for ranking in rankings for key in ranking})
    place = {key: number for number, (key, _) in enumerate(fused)}
    for ahead, behind in pairwise(fused):
        assert ahead[1] >= behind[1]
    if rankings and all(ranking == rankings[0] for ranking in rankings):
        assert rankings[0] == sorted(rankings[0], key=lambda key: place[key])

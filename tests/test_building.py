import json
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from index import Hit, Passage, builder, generation
from index.builder import BuildReport, load, update
from index.errors import (
    BusyIndexError,
    DamagedIndexError,
    DuplicateIdError,
    MissingIndexError,
    ProofError,
    SettingsError,
    SourceError,
    StaleIndexError,
    UsageError,
)
from index.filters import Filters
from index.settings import IndexSettings
from index.verification import verify
from tests.conftest import FAKE

Write = Callable[[str, str | bytes], Path]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "index"


def again(folder: Path, *, replace: bool = False) -> BuildReport:
    return update([folder.parent / "sources"], folder, settings=FAKE, replace=replace)


def test_building_again_embeds_only_what_changed_and_drops_what_is_gone(
    write: Write, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write("a.txt", "Apples are red.")
    write("b/b.txt", "Bananas are yellow.")
    gone = write("c.txt", "Cherries are dark.")
    assert again(folder).added == ["a.txt", "b/b.txt", "c.txt"]
    embedded: list[str] = []
    monkeypatch.setattr("tests.fakes.WordEmbedder.embed", _noting(embedded))
    write("a.txt", "Apples are green.")
    gone.unlink()

    report = again(folder)

    assert (report.added, report.changed, report.dropped) == ([], ["a.txt"], ["c.txt"])
    assert embedded == ["Apples are green."]
    sources = load(folder)
    assert [document.id for document in sources.documents()] == ["a.txt", "b/b.txt"]
    assert len(sources) == 2


def _noting(embedded: list[str]) -> Callable[..., object]:
    from tests.fakes import WordEmbedder

    real = WordEmbedder.embed

    def embed(self: WordEmbedder, texts: list[str]) -> object:
        embedded.extend(texts)
        return real(self, texts)

    return embed


def test_other_sources_add_to_the_index_and_replace_starts_anew(write: Write, folder: Path) -> None:
    first, second = write("one/a.txt", "Apples."), write("two/b.txt", "Bananas.")
    update([first.parent], folder, settings=FAKE)

    assert update([second], folder).added == ["b.txt"]
    assert len(load(folder)) == 2
    update([second], folder, settings=FAKE, replace=True)
    assert len(load(folder)) == 1


def test_two_sources_with_one_id_are_an_error_that_names_both_and_changes_nothing(write: Write, folder: Path) -> None:
    first, second = write("one/a.txt", "Apples."), write("two/a.txt", "Apricots.")
    update([first.parent], folder, settings=FAKE)

    with pytest.raises(DuplicateIdError, match=r"one/a\.txt and .*two/a\.txt"):
        update([second.parent], folder)

    assert load(folder).document("a.txt").text == "Apples."


def test_a_source_that_cannot_be_read_is_reported_and_the_build_goes_on(write: Write, folder: Path) -> None:
    write("good.txt", "Good.")
    write("bad.txt", b"\x00\x01\x02\xff")

    report = again(folder)

    assert report.added == ["good.txt"]
    assert [Path(failure.source).name for failure in report.failed] == ["bad.txt"]


def test_a_source_that_has_become_unreadable_keeps_what_was_read(write: Write, folder: Path) -> None:
    write("a.txt", "Apples.")
    again(folder)
    write("a.txt", b"\x00\x01")

    report = again(folder)

    assert report.dropped == []
    assert load(folder).document("a.txt").text == "Apples."
    assert [Path(path).name for path in verify(folder).changed] == ["a.txt"]


def test_nothing_to_read_is_an_error_that_says_what_to_do(tmp_path: Path, folder: Path) -> None:
    (tmp_path / "empty").mkdir()

    with pytest.raises(SourceError, match="put texts"):
        update([tmp_path / "empty"], folder, settings=FAKE)
    with pytest.raises(UsageError, match="does not exist"):
        update([tmp_path / "missing"], folder, settings=FAKE)
    with pytest.raises(MissingIndexError, match="onrecord build"):
        load(folder)


def test_a_build_that_fails_leaves_the_earlier_index_and_nothing_half_written(
    write: Write, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write("a.txt", "Apples.")
    again(folder)
    before = sorted(path.name for path in folder.iterdir())
    write("b.txt", "Bananas.")
    monkeypatch.setattr(generation, "passages", lambda *_: 1 / 0)

    with pytest.raises(ZeroDivisionError):
        again(folder)

    assert sorted(path.name for path in folder.iterdir()) == before
    assert len(load(folder)) == 1


def test_an_index_that_is_open_stays_usable_while_it_is_built_again(write: Write, folder: Path) -> None:
    write("a.txt", "Apples are red.")
    again(folder)
    opened = load(folder)
    write("a.txt", "Apples are green.")
    again(folder)

    assert opened.search("apples")[0].passage.text == "Apples are red."
    assert load(folder).search("apples")[0].passage.text == "Apples are green."


def test_two_builds_at_once_are_refused(write: Write, folder: Path) -> None:
    write("a.txt", "Apples.")
    with builder._locked(folder), pytest.raises(BusyIndexError, match="wait"):
        again(folder)


def test_other_settings_are_an_error_that_says_how_to_rebuild(write: Write, folder: Path) -> None:
    write("a.txt", "Apples.")
    again(folder)
    other = IndexSettings(**{**FAKE.to_dict(), "passage_tokens": 50})

    with pytest.raises(StaleIndexError, match="--replace"):
        update([folder.parent / "sources"], folder, settings=other)
    update([folder.parent / "sources"], folder, settings=other, replace=True)


def test_another_embedder_is_an_error_that_says_how_to_rebuild(
    write: Write, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write("a.txt", "Apples.")
    again(folder)
    monkeypatch.setattr("tests.fakes.WordEmbedder.digest", "words-65")

    with pytest.raises(StaleIndexError, match="words-64, not words-65"):
        load(folder)


@pytest.mark.parametrize("damage", ["{", "[]", '{"format": 99}', '{"format": 1}'])
def test_a_damaged_manifest_is_an_error_and_replace_mends_it(write: Write, folder: Path, damage: str) -> None:
    write("a.txt", "Apples.")
    again(folder)
    (folder / "manifest.json").write_text(damage)

    with pytest.raises((DamagedIndexError, StaleIndexError), match="--replace"):
        load(folder)
    again(folder, replace=True)
    assert len(load(folder)) == 1


def test_a_quote_is_proven_against_the_stored_text(write: Write, folder: Path) -> None:
    import sqlite3

    write("a.txt", "Apples are red.")
    again(folder)
    sources = load(folder)
    (hit,) = sources.search("apples")
    sources.prove(hit.passage)
    with sqlite3.connect(sources.manifest.corpus(folder)) as connection:
        connection.execute("UPDATE documents SET text = 'Apples are blue.'")
    connection.close()

    with pytest.raises(ProofError):
        sources.prove(hit.passage)
    assert verify(folder).damaged == ["a.txt"]


def test_verification_reports_what_changed_and_what_is_gone_on_disk(write: Write, folder: Path) -> None:
    changed, gone = write("a.txt", "Apples."), write("b.txt", "Bananas.")
    again(folder)
    changed.write_bytes(b"Pears.")
    gone.unlink()

    report = verify(folder)

    assert (report.checked, report.damaged, report.changed, report.gone) == (2, [], [str(changed)], [str(gone)])


class Preferring:
    """A reranker that likes the texts with one word."""

    def __init__(self, word: str) -> None:
        self.word = word

    def scores(self, question: str, texts: Sequence[str]) -> list[float]:
        del question
        return [float(self.word in text) for text in texts]


def test_the_reranker_has_a_vote_in_a_search_and_none_in_what_is_read_anyway(write: Write, folder: Path) -> None:
    write("a.txt", "Apples are red.")
    write("b.txt", "Apples are green.")
    again(folder)
    red, green = (load(folder, Preferring(word)) for word in ("red", "green"))

    def scores(hits: list[Hit]) -> dict[str, float]:
        return {hit.passage.document.id: hit.score for hit in hits}

    assert scores(red.search("apples"))["a.txt"] > scores(green.search("apples"))["a.txt"]
    assert scores(red.search("apples"))["b.txt"] < scores(green.search("apples"))["b.txt"]
    assert scores(red.fused("apples")) == scores(green.fused("apples"))


def test_filters_apply_inside_both_searches(write: Write, folder: Path) -> None:
    lines = [
        {
            "id": "old",
            "text": "Ann said: peace now",
            "date": "2020-01-01",
            "tags": ["war"],
            "url": "https://a.example/x",
        },
        {"id": "new", "text": "Ben Ray said: peace later", "date": "2022-01-01", "publisher": "B"},
    ]
    write("corpus.jsonl", "\n".join(json.dumps(line) for line in lines))
    again(folder)
    sources = load(folder)

    def found(**filters: object) -> list[str]:
        return [hit.passage.document.id for hit in sources.search("peace", filters=filters)]

    assert sorted(found()) == ["new", "old"]
    assert found(after="2021-01-01") == ["new"]
    assert found(before="2021-01-01") == ["old"]
    assert found(tags="war") == ["old"]
    assert found(sources="a.example") == ["old"]
    assert found(sources=["B"]) == ["new"]
    assert found(speakers=["ann"]) == ["old"]
    assert found(speakers=["Ray"]) == found(speakers=["ben ray"]) == ["new"]
    assert found(speakers=["ay"]) == found(speakers=["B_n Ray"]) == found(speakers=["%"]) == []
    assert found(documents=["new"]) == ["new"]
    with pytest.raises(UsageError, match="unknown filters"):
        found(colour="red")
    with pytest.raises(UsageError, match="YYYY-MM-DD"):
        found(after="soon")


def test_the_passages_that_a_sentence_stands_in_are_found_in_order(write: Write, folder: Path) -> None:
    write("a.txt", " ".join(f"Sentence number {number} tells of apples and of pears." for number in range(60)))
    write("b.txt", "Another text.")
    again(folder)
    sources = load(folder)
    first, *_, last = sources.sentences("a.txt")
    whole = sources.corpus.passages_between(Passage(first.document, first.document.body))

    assert len(whole) > 2
    assert [one.start for one in whole] == sorted(one.start for one in whole)
    assert sources.corpus.passages_between(first) == whole[:1]
    assert sources.corpus.passages_between(last) == [one for one in whole if one.end >= last.end]


def test_a_search_needs_words_and_room(write: Write, folder: Path) -> None:
    write("a.txt", "Apples.")
    again(folder)

    with pytest.raises(UsageError):
        load(folder).search("  ")
    with pytest.raises(UsageError):
        load(folder).search("apples", limit=0)


def test_settings_come_from_toml_and_unknown_ones_are_refused(tmp_path: Path) -> None:
    path = tmp_path / "settings.toml"
    path.write_text("[index]\npassage_tokens = 99\n")
    assert IndexSettings.from_toml(path).passage_tokens == 99
    path.write_text("[index]\npasage_tokens = 99\n")
    with pytest.raises(UsageError, match="unknown settings: pasage_tokens"):
        IndexSettings.from_toml(path)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("", r"has no table \[index\]"),
        ("[index]\npassage_tokens = true\n", "settings.toml: passage_tokens is a whole number, not True"),
        ("[index]\nstore = 5\n", "settings.toml: store is a text, not 5"),
    ],
)
def test_settings_of_another_kind_and_files_without_their_table_are_refused(
    text: str, told: str, tmp_path: Path
) -> None:
    path = tmp_path / "settings.toml"
    path.write_text(text)

    with pytest.raises(SettingsError, match=told):
        IndexSettings.from_toml(path)


@pytest.mark.parametrize("given", [{"tags": 5}, {"documents": ["a", 5]}, {"after": 5}])
def test_filters_of_another_kind_are_refused(given: dict[str, object]) -> None:
    with pytest.raises(UsageError, match="not "):
        Filters.of(given)


def test_a_filter_of_none_is_no_filter() -> None:
    assert Filters.of({"tags": None, "documents": None, "after": None}) == Filters()

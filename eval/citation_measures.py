"""Whether an answer cites the right quotes: each function gives a value in [0, 1], or None where it does not apply."""

from bot.citation import Citation
from eval.case import DocumentLookup
from eval.overlap import cited_characters, gold_characters
from eval.trial import Trial
from index.errors import OnRecordError


def citation_hit(trial: Trial) -> float | None:
    """Say whether a citation gives one of the quotes that answer."""
    if not trial.case.answerable:
        return None
    return float(any(not match.gold.optional for match in trial.matches))


def quotes_complete(trial: Trial) -> float | None:
    """Return the share of the gold quotes that a citation gives; one is all where any one suffices."""
    if not trial.case.answerable:
        return None
    given = len({match.position for match in trial.matches if not match.gold.optional})
    if trial.case.any_suffices:
        return float(given > 0)
    return given / len(trial.case.required)


def quotes_in_order(trial: Trial) -> float | None:
    """Say whether all quotes that a speaker question asks for are given, in the order of the document."""
    if trial.case.kind != "speaker" or trial.case.any_suffices:
        return None
    order = list(dict.fromkeys(match.position for match in trial.matches))
    return float(quotes_complete(trial) == 1 and order == sorted(order))


def citation_precision(trial: Trial) -> float | None:
    """Return the share of the cited characters that lie in gold quotes."""
    cited = cited_characters(trial.citations)
    if not trial.case.answerable or not cited:
        return None
    return len(cited & gold_characters(trial.case.gold)) / len(cited)


def citation_recall(trial: Trial) -> float | None:
    """Return the share of the gold quotes' characters that are cited; of the best one where any one suffices."""
    if not trial.case.answerable:
        return None
    cited, required = cited_characters(trial.citations), trial.case.required
    parts = [(gold,) for gold in required] if trial.case.any_suffices else [required]
    golds = [gold_characters(part) for part in parts]
    return max(len(cited & gold) / len(gold) for gold in golds)


def citation_f1(trial: Trial) -> float | None:
    """Return the harmonic mean of precision and recall, which is 0 where nothing is cited."""
    recall = citation_recall(trial)
    if recall is None:
        return None
    precision = citation_precision(trial)
    return 2 * precision * recall / (precision + recall) if precision and recall else 0.0


def verbatim_share(trial: Trial) -> float | None:
    """Return the share of the citations whose text is the document's, and the stored document's, at their offsets."""
    citations = trial.citations
    if not citations:
        return None
    return sum(_is_verbatim(citation, trial.documents) for citation in citations) / len(citations)


def _is_verbatim(citation: Citation, documents: DocumentLookup | None) -> bool:
    start, end = citation.start, citation.end
    if citation.text != citation.document.text[start:end]:
        return False
    if documents is None:
        return True
    try:
        return citation.text == documents(citation.document.id).text[start:end]
    except OnRecordError:
        return False

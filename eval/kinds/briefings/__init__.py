"""Briefings: transcripts, who speaks in them, what they said about something, and which turn answers a question.

A folder with a collection as `eval.kinds.retrieval` has it, of turns and reporters' questions, and besides

    transcripts.jsonl   {"id": "…", "title": "…", "text": "…"}
    turns.jsonl         {"id": "…", "turns": [{"speaker": "MR. KIRBY", "content_start": 899, "content_end": 926}]}

A limit or a sample of N takes N transcripts, N topics of each speaker, and N of the reporters' questions.
"""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from eval.effort import Effort
from eval.set_kind import ByFields, Options, chosen

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.checker import FactChecker
    from eval.kinds.briefings.transcripts import Transcript
    from eval.outcome import Outcome, Rows
    from eval.results import Results
    from index import Passage, Turn

SPEAKERS = 2
"""About how many speakers is asked: those who are heard most."""

_NO_BASELINES = "There are no baselines for turns and for what was said; other ways to find stand beside in any case."
_GAINS = ("search over BM25", "search over dense", "search over fusion")


def evaluate(path: Path, options: Options) -> "Results":
    """Recognise the turns, ask about the speakers, and find the turns that answer."""
    from bot import load
    from eval.columns import columns
    from eval.kinds.briefings import figures
    from eval.kinds.briefings.transcripts import most_heard, read_transcripts
    from eval.kinds.retrieval import WAYS, ranked_queries
    from eval.kinds.retrieval import figures as found
    from eval.kinds.retrieval.collection import read_collection
    from eval.own_index import own_index
    from eval.results import Results
    from eval.stored_rows import Together

    transcripts = list(chosen(lambda: read_transcripts(path), options))
    labels = most_heard(transcripts, SPEAKERS)
    with own_index([transcript.row for transcript in transcripts], options) as folder:
        turns, asked = _asked(load(folder), transcripts, labels, options)
    collection = read_collection(path)
    ranked = ranked_queries(collection, options, name="turns")
    of, rows = columns(Together((turns, asked))), Together((turns, asked, ranked))
    lines = (*figures.lines(of, labels), *found.lines(columns(ranked), WAYS, {"recall@5": _GAINS}))
    failed = columns(rows).failed
    title = f"{len(transcripts)} transcripts, {len(asked)} questions, {failed} failed, {len(ranked)} queries"
    notes = (*collection.notes, *([_NO_BASELINES] if options.baselines else []))
    return Results(title, lines, rows, failed=failed, notes=notes)


def _asked(
    checker: "FactChecker", transcripts: "list[Transcript]", labels: list[str], options: Options
) -> "tuple[Rows, Rows]":
    from eval.attempt import attempt
    from eval.kinds.briefings.asking import TOPICS, ask, topics
    from eval.kinds.briefings.figures import of_question, of_turns

    number = min(TOPICS, options.limit or TOPICS, options.sample or TOPICS)
    wanted = [(label, topic) for label in labels for topic in topics(label, transcripts, options.seed, number)]
    by_id = {transcript.document.id: transcript for transcript in transcripts}

    def quotes(question: str) -> "list[Passage]":
        return [citation.quote for citation in checker.answer(question).citations]

    def turns_of(one: "Transcript") -> "Sequence[Turn]":
        return checker.sources.document(one.document.id).turns

    def recognised(few: "list[Transcript]") -> "list[Outcome]":
        found = [(one, attempt(partial(turns_of, one))) for one in few]
        return [of_turns(one, tried.value or (), tried.error) for one, tried in found]

    def answered(few: list[tuple[str, str]]) -> "list[Outcome]":
        return [of_question(ask(label, topic, quotes, by_id)) for label, topic in few]

    turns = options.keep("bot turns", transcripts, recognised)
    asked = options.keep("bot asked", wanted, answered)
    return turns, asked


KIND = ByFields(
    "briefings", ("transcripts", "turns", "corpus", "queries", "qrels"), evaluate, effort=Effort(0.5, text=0.04)
)

"""Briefings: transcripts, who speaks in them, what they said about something, and which turn answers a question.

A folder with a collection as `eval.kinds.retrieval` has it, of turns and reporters' questions, and besides

    transcripts.jsonl   {"id": "…", "title": "…", "text": "…"}
    turns.jsonl         {"id": "…", "turns": [{"speaker": "MR. KIRBY", "content_start": 899, "content_end": 926}]}

A limit of N takes N transcripts, N topics of each speaker, and N of the reporters' questions.
"""

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from eval.set_kind import ByFields, Options, spread

if TYPE_CHECKING:
    from eval.kinds.briefings.asking import Asked
    from eval.kinds.briefings.transcripts import Transcript
    from eval.results import Line, Results
    from index import Passage

SPEAKERS = 2
"""About how many speakers is asked: those who are heard most."""

_GAINS = ("search over BM25", "search over dense", "reranked over BM25", "reranked over dense")


def evaluate(path: Path, options: Options) -> "Results":
    """Recognise the turns, ask about the speakers, and find the turns that answer."""
    from eval.kinds.briefings import figures
    from eval.kinds.briefings.transcripts import read_transcripts
    from eval.kinds.retrieval import figures as found
    from eval.kinds.retrieval import ranked_queries
    from eval.kinds.retrieval.collection import read_collection
    from eval.results import Results

    transcripts = spread(read_transcripts(path), options.limit)
    turns, asked = _asked(transcripts, options)
    ranked = ranked_queries(read_collection(path), replace(options, folder=options.folder and options.folder / "turns"))
    failed = sum(one.error is not None for one in asked)
    return Results(
        title=f"{len(transcripts)} transcripts, {len(asked)} questions, {failed} failed, {len(ranked)} queries",
        lines=(turns, *figures.asked_lines(asked), *found.lines(ranked, {"recall@5": _GAINS})),
        rows=(*figures.rows(asked), *found.rows(ranked)),
        failed=failed,
    )


def _asked(transcripts: "list[Transcript]", options: Options) -> "tuple[Line, list[Asked]]":
    from bot import load
    from eval.kinds.briefings.asking import TOPICS, ask_all, topics
    from eval.kinds.briefings.figures import turn_line
    from eval.kinds.briefings.transcripts import most_heard
    from eval.own_index import own_index

    number = min(TOPICS, options.limit or TOPICS)
    labels = most_heard(transcripts, SPEAKERS)
    wanted = [(label, topic) for label in labels for topic in topics(label, transcripts, options.seed, number)]
    by_id = {transcript.document.id: transcript for transcript in transcripts}
    with own_index([transcript.row for transcript in transcripts], options) as folder:
        checker = load(folder)
        turns = turn_line(transcripts, [checker.sources.document(of).turns for of in by_id])

        def quotes(question: str) -> "list[Passage]":
            return [citation.quote for citation in checker.answer(question).citations]

        return turns, list(ask_all(wanted, quotes, by_id, options.progress))


KIND = ByFields("briefings", ("transcripts", "turns", "corpus", "queries", "qrels"), evaluate)

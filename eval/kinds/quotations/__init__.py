"""Articles with all attributions marked: who is found to have said what, and how questions about it are answered.

A row is an article, in the form of PolNeAR (Newell, Margolin and Ruths, 2018):

    {"id": "…", "title": "…", "text": "…", "quotes": [{"content_spans": [[115, 290]], "speaker_spans": [[89, 106]],
     "cue_spans": [[107, 114]], "quote_type": "direct" | "mixed" | "indirect", "speaker_auto": "John Kirby" | null}]}

Spans are offsets into the text; `speaker_auto` is whom machine coreference takes the speaker for.
"""

from pathlib import Path
from typing import TYPE_CHECKING

from eval.set_kind import ByFields, Options, spread

if TYPE_CHECKING:
    from eval.results import Results

_TIMED = 20
"""How many articles are timed."""


def evaluate(path: Path, options: Options) -> "Results":
    """Find the quotations of every article, and ask what its speakers said."""
    from eval.kinds.quotations.figures import lines
    from eval.kinds.quotations.gold import read_articles
    from eval.kinds.quotations.measuring import measure, questions_on
    from eval.kinds.quotations.plain_rows import rows
    from eval.kinds.quotations.rivals import rivals
    from eval.kinds.quotations.systems import bot_over, timed
    from eval.results import Results, beside

    articles = spread(read_articles(path), options.limit)
    questions = questions_on(articles, options.seed)
    with bot_over(articles, options) as bot:
        measured = measure(bot, articles, questions, options.progress, timed(spread(articles, _TIMED)))
    others = {
        name: lines(measure(rival, articles, questions, options.progress))
        for name, rival in (rivals(articles) if options.baselines else ())
    }
    asked = [*measured.alone, *measured.about, *measured.nobody]
    failed = sum(one.error is not None for one in asked)
    return Results(
        title=f"{len(articles)} articles, {len(asked)} questions, {failed} failed",
        lines=tuple(beside(lines(measured), others)),
        rows=tuple(rows(measured)),
        failed=failed,
    )


KIND = ByFields("quotations", ("text", "quotes"), evaluate)

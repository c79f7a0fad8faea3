"""Articles with all attributions marked: quotations are found, asked after and checked.

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
    """Find the quotations of every article, ask what its speakers said, and check what they are quoted with."""
    from eval.kinds.quotations.checks import check_all, check_lines, check_rows
    from eval.kinds.quotations.figures import lines
    from eval.kinds.quotations.gold import read_articles
    from eval.kinds.quotations.measuring import measure, questions_on
    from eval.kinds.quotations.misquoted import asked as asked_to_check
    from eval.kinds.quotations.plain_rows import rows
    from eval.kinds.quotations.rivals import rivals
    from eval.kinds.quotations.systems import bot_over, timed
    from eval.results import Results, beside

    articles = spread(read_articles(path), options.limit)
    questions = questions_on(articles, options.seed)
    with bot_over(articles, options) as bot:
        measured = measure(bot, articles, questions, options.progress, timed(spread(articles, _TIMED)))
        checked = list(check_all(asked_to_check(articles, options.seed), bot.check, options.progress))
    others = {
        name: lines(measure(rival, articles, questions, options.progress))
        for name, rival in (rivals(articles) if options.baselines else ())
    }
    asked = [*measured.alone, *measured.about, *measured.nobody]
    failed = sum(one.error is not None for one in asked) + sum(one.error is not None for one in checked)
    return Results(
        title=f"{len(articles)} articles, {len(asked)} questions, {len(checked)} quotations to check, {failed} failed",
        lines=(*beside(lines(measured), others), *check_lines(checked)),
        rows=(*rows(measured), *check_rows(checked)),
        failed=failed,
    )


KIND = ByFields("quotations", ("text", "quotes"), evaluate)

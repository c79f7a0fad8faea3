"""Articles with all attributions marked: quotations are found, asked after and checked.

A row is an article, in the form of PolNeAR (Newell, Margolin and Ruths, 2018):

    {"id": "…", "title": "…", "text": "…", "quotes": [{"content_spans": [[115, 290]], "speaker_spans": [[89, 106]],
     "cue_spans": [[107, 114]], "quote_type": "direct" | "mixed" | "indirect", "speaker_auto": "John Kirby" | null}]}

Spans are offsets into the text; `speaker_auto` is whom machine coreference takes the speaker for.
"""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from eval.effort import Effort
from eval.set_kind import ByFields, Options, chosen, spread

if TYPE_CHECKING:
    from eval.kinds.quotations.gold import Article
    from eval.kinds.quotations.misquoted import Asked
    from eval.kinds.quotations.questions import Question
    from eval.kinds.quotations.systems import Bot, System
    from eval.outcome import Outcome, Rows
    from eval.results import Results

_TIMED = 20
"""How many articles are timed."""


def evaluate(path: Path, options: Options) -> "Results":
    """Find the quotations of every article, ask what its speakers said, and check what they are quoted with."""
    from eval.columns import columns
    from eval.kinds.quotations.checks import check_lines
    from eval.kinds.quotations.figures import lines
    from eval.kinds.quotations.gold import read_articles
    from eval.kinds.quotations.rivals import rivals
    from eval.kinds.quotations.systems import bot_over
    from eval.results import Results, beside
    from eval.stored_rows import Together

    articles = list(chosen(lambda: read_articles(path), options))
    with bot_over(articles, options) as bot:
        measured = _measured("bot", bot, articles, options)
        timed, checked = _timed(articles, options), _checked(bot, articles, options)
    others = {
        name: lines(columns(_measured(name, rival, articles, options)))
        for name, rival in (rivals(articles) if options.baselines else ())
    }
    rows = Together((measured, timed, checked))
    of = columns(rows)
    asked = len(measured) - len(articles)
    return Results(
        title=f"{len(articles)} articles, {asked} questions, {len(checked)} quotations to check, {of.failed} failed",
        lines=(*beside(lines(columns(Together((measured, timed)))), others), *check_lines(columns(checked))),
        rows=rows,
        failed=of.failed,
    )


def _measured(name: str, system: "System", articles: "list[Article]", options: Options) -> "Rows":
    """Compare what a system finds with the gold attributions, and ask it what the speakers said."""
    from eval.attempt import attempt
    from eval.kinds.quotations.answers import ask
    from eval.kinds.quotations.matching import match
    from eval.kinds.quotations.outcomes import ABOUT, ALONE, NOBODY, of_article, of_question
    from eval.kinds.quotations.questions import about_topics, of_nobody, of_one_article
    from eval.stored_rows import Together

    def found(few: "list[Article]") -> "list[Outcome]":
        tried = [(one, attempt(partial(system.found, one))) for one in few]
        return [of_article(match(one, had.value or ()), had.error) for one, had in tried]

    def answered(few: "list[tuple[str, Question]]") -> "list[Outcome]":
        return [of_question(ask(question, system.answer, by_id), kind, by_id) for kind, question in few]

    by_id = {article.document.id: article for article in articles}
    alone, nobody = of_one_article(articles), of_nobody(articles, options.seed)
    kinds = ((ALONE, alone), (ABOUT, about_topics(articles, options.seed)), (NOBODY, nobody))
    questions = [(kind, question) for kind, asked in kinds for question in asked]
    asked = options.keep(f"{name} asked", questions, answered)
    matched = options.keep(f"{name} found", articles, found)
    return Together((matched, asked))


def _timed(articles: "list[Article]", options: Options) -> "Rows":
    from eval.kinds.quotations.outcomes import of_timing
    from eval.kinds.quotations.systems import timed

    def do(few: "list[Article]") -> "list[Outcome]":
        return [of_timing(*taken) for taken in timed(few)]

    return options.keep("bot timed", spread(articles, _TIMED), do, at_once=_TIMED)


def _checked(bot: "Bot", articles: "list[Article]", options: Options) -> "Rows":
    from eval.kinds.quotations.checks import check, outcome
    from eval.kinds.quotations.misquoted import asked

    def do(few: "list[Asked]") -> "list[Outcome]":
        return [outcome(check(one, bot.check)) for one in few]

    wanted = asked(articles, options.seed)
    return options.keep("bot checked", wanted, do)


KIND = ByFields("quotations", ("text", "quotes"), evaluate, effort=Effort(8.0))

"""Results as one page that needs nothing else: figures, plots, and every failure, which can be looked through.

Whatever comes from a document or a set is shown as text and is nothing but text; the page may run only its own few
lines of JavaScript, and may fetch nothing.
"""

import json
from base64 import b64encode
from collections.abc import Iterable, Iterator, Mapping, Sequence
from hashlib import sha256
from importlib.resources import files
from itertools import groupby

from bot.showing.escaping import html_text
from eval.columns import Columns, columns
from eval.figures import slice_lines
from eval.outcome import Outcome
from eval.results import Line, Results, interval, rivals, shown_value
from eval.showing import plots
from eval.showing.overview import HEAD, name_of, overview

_SLICES = ("kind", "document", "speaker", "length")
"""The slices that failures can be filtered by, the first of each failure first."""


def html_page(title: str, runs: Sequence[Results]) -> Iterator[str]:
    """Yield the page piece by piece, so that not all failures need be in memory.

    Args:
        title: of the page.
        runs: one section each.
    """
    style, script = (
        files("eval.showing").joinpath(name).read_text(encoding="utf-8") for name in ("page.css", "page.js")
    )
    policy = f"default-src 'none'; style-src {_source(style)}; script-src {_source(script)}"
    yield (
        '<!doctype html>\n<html lang="en"><head><meta charset="utf-8">'
        f'<meta http-equiv="Content-Security-Policy" content="{html_text(policy)}">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f"<title>{html_text(title)}</title><style>{style}</style></head>\n<body><header><h1>{html_text(title)}</h1>"
        '<p class="faint">95 % bootstrap intervals; "n" is how many cases a figure rests on; a dash is a figure that '
        "does not apply, which is not zero.</p></header>\n"
    )
    yield "<main>\n"
    if len(runs) > 1:
        yield _overview(runs)
    for at, run in enumerate(runs):
        yield from _section(run, at, opened=len(runs) == 1)
    yield f"</main>\n<script>{script}</script></body></html>\n"


def _overview(runs: Sequence[Results]) -> str:
    head = "".join(f"<th scope=col>{html_text(name)}</th>" for name in HEAD)
    body = ""
    for at, one in enumerate(overview(runs)):
        name, *cells = one.cells
        labelled = "".join(_cell(label, html_text(cell)) for label, cell in zip(HEAD[1:], cells, strict=True))
        body += f'<tr><td><a href="#run-{at}">{html_text(name)}</a></td>{labelled}</tr>'
    table = f"<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"
    return f'<section class="overview"><h2>At a glance</h2><div class="wide">{table}</div></section>\n'


def _section(run: Results, number: int, *, opened: bool) -> Iterator[str]:
    of = columns(run.rows)
    notes = "".join(f"<p>{html_text(note)}</p>" for note in run.notes)
    yield (
        f'<section id="run-{number}"><h2>{html_text(name_of(run))}</h2>'
        f'<p class="faint">{html_text(run.title)}</p>{notes}'
        f"{_about(run.about)}{_table(run.lines)}"
    )
    drawn = [plot for plot in _plots(run, of) if plot]
    yield f'<div class="plots">{"".join(drawn)}</div></section>\n' if drawn else "</section>\n"
    yield from _failures(run, of, opened=opened)


def _plots(run: Results, of: Columns) -> Iterator[str]:
    yield plots.risk_coverage_plot(of)
    yield plots.reliability_plot(of)
    yield plots.latency_plot(of)
    yield plots.confusion_plot(of.labels)
    for kind, lines in groupby(slice_lines(of, run.main), key=lambda pair: pair[0]):
        yield plots.slices_plot(kind, [line for _, line in lines])


def _table(lines: Sequence[Line]) -> str:
    others = rivals(lines)
    head = "".join(f"<th scope=col>{html_text(name)}</th>" for name in ("", "value", "95 % interval", "n", *others))
    body = "".join(_row(line, others) for line in lines)
    return f'<div class="wide"><table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table></div>'


def _row(line: Line, others: Sequence[str]) -> str:
    direction = "" if line.larger_is_better else "; smaller is better"
    meaning = f"{line.meaning}{direction}; source: {line.source}"
    cells = [("n", str(line.figure.applicable)), *((name, shown_value(line.beside.get(name))) for name in others)]
    drawn = f'<td class="range">{interval(line.figure)}{plots.interval_bar(line)}</td>'
    return (
        f"<tr><td>{html_text(line.name)}<small>{html_text(meaning)}</small></td>"
        f'<td class="value">{shown_value(line.figure)}</td>{drawn}{"".join(_cell(*one) for one in cells)}</tr>'
    )


def _cell(label: str, text: str) -> str:
    """Return a cell that still says what it is where a narrow screen leaves no room for columns."""
    nothing = ' class="nothing"' if text == shown_value(None) else ""
    return f'<td data-label="{html_text(label)}"{nothing}>{text}</td>'


def _failures(run: Results, of: Columns, *, opened: bool) -> Iterator[str]:
    failures = (one for one in map(Outcome.of, run.rows) if one.failed)
    first = next(failures, None)
    if first is None:
        return
    names = {name for kind in _SLICES for name in of.slices.get(kind, ()) if name}
    choices = "".join(f"<option>{html_text(name)}</option>" for name in sorted(names))
    yield (
        f'<section class="failures"><details{" open" if opened else ""}><summary>What went wrong: '
        f'{html_text(name_of(run))}</summary><div class="filter">'
        '<input type="search" placeholder="Words in question, answer or quotes" aria-label="Filter by words">'
        f'<select aria-label="Filter by slice"><option value="">every slice</option>{choices}</select>'
        '<output class="faint"></output></div>\n'
    )
    yield _failure(first)
    yield from map(_failure, failures)
    yield "</details></section>\n"


def _failure(one: Outcome) -> str:
    slices = [one.slices[kind] for kind in _SLICES if one.slices.get(kind)]
    parts = "".join(
        f'<dt>{name}</dt><dd class="{mark}">{html_text(text)}</dd>'
        for name, mark, texts in (
            ("expected", "", one.expected or ("nothing",)),
            ("answer", "", one.given),
            ("quotes", "quote", one.quotes),
            ("raised", "raised", (one.error,) if one.error else ()),
        )
        for text in texts
    )
    told = html_text(", ".join((one.id, *dict.fromkeys(slices))))
    return (
        f'<article data-slices="{html_text(json.dumps(slices))}"><h4>{html_text(one.question)}</h4>'
        f'<p class="faint"><small>{told}</small></p><dl>{parts}</dl></article>\n'
    )


def _about(about: Mapping[str, object]) -> str:
    pairs = "".join(f"<dt>{html_text(name)}</dt><dd>{html_text(value)}</dd>" for name, value in _flat(about))
    return f'<details><summary>What was run</summary><dl class="run">{pairs}</dl></details>' if pairs else ""


def _flat(values: Mapping[str, object], before: str = "") -> Iterable[tuple[str, str]]:
    for name, value in values.items():
        if isinstance(value, Mapping):
            yield from _flat(value, f"{before}{name}, ")
        else:
            yield f"{before}{name}", str(value)


def _source(text: str) -> str:
    return f"'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'"

"""Plots as SVG that stands in a page: plain strings, whose colours and letters are the page's.

Each is a pure function from numbers to a string; none draws where there is nothing to draw.
"""

import math
from collections.abc import Iterator, Mapping, Sequence

import numpy as np

from bot.showing.escaping import html_text
from eval.columns import Columns
from eval.confidence_measures import reliability, risk_coverage
from eval.results import Line
from eval.significance import Numbers

WIDTH, HEIGHT = 340, 240
_LEFT, _RIGHT, _TOP, _BOTTOM = 46, 12, 10, 40
_POINTS = 300
"""A line has no more points than can be seen."""


def risk_coverage_plot(of: Columns) -> str:
    """Return the share of wrong answers (risk) over the share of answers that are given (coverage), surest first."""
    coverage, risk = risk_coverage(of.confidence[of.sure], of.right[of.sure])
    if len(coverage) < 2:  # noqa: PLR2004 - a point is no curve
        return ""
    few = np.unique(np.linspace(0, len(coverage) - 1, _POINTS).astype(int))
    top = max(0.1, math.ceil(10 * float(risk.max())) / 10)
    return _figure(
        "Risk and coverage",
        "How many of the surest answers are wrong; a good curve starts at the floor and rises late.",
        _axes("share of answers given, surest first", "share wrong", (0, 1), (0, top))
        + _path(coverage[few], risk[few], (0, 1), (0, top)),
    )


def reliability_plot(of: Columns) -> str:
    """Return the share of right answers over the confidence, in ten bins; the diagonal is perfect calibration."""
    bins = reliability(of.confidence[of.sure], of.right[of.sure])
    if not bins:
        return ""
    most = max(number for _, _, number in bins)
    dots = "".join(
        f'<circle class="dot" cx="{_x(sure):.1f}" cy="{_y(right):.1f}" r="{3 + 7 * math.sqrt(number / most):.1f}">'
        f"<title>{number} answers: confidence {sure:.2f}, right {right:.2f}</title></circle>"
        for sure, right, number in bins
    )
    diagonal = f'<path class="guide" d="M{_x(0)} {_y(0)}L{_x(1)} {_y(1)}"/>'
    return _figure(
        "Reliability",
        "Confidence against the share that is right, in ten bins; larger dots are more answers. "
        "On the dashed line confidence can be taken at its word.",
        _axes("confidence", "share right", (0, 1), (0, 1)) + diagonal + dots,
    )


def latency_plot(of: Columns) -> str:
    """Return the share of cases that took no longer than a time, on a logarithmic scale."""
    seconds = np.sort(of.seconds[~np.isnan(of.seconds)])
    if len(seconds) < 2 or seconds[-1] <= 0:  # noqa: PLR2004 - a point is no curve
        return ""
    logs = np.log10(np.maximum(seconds, 1e-6))
    span = (math.floor(logs[0]), max(math.ceil(logs[-1]), math.floor(logs[0]) + 1))
    few = np.unique(np.linspace(0, len(seconds) - 1, _POINTS).astype(int))
    shares = (few + 1) / len(seconds)
    return _figure(
        "Latency",
        f"Share of the cases that were done within a time: half within {_seconds(float(np.percentile(seconds, 50)))}, "
        f"95 % within {_seconds(float(np.percentile(seconds, 95)))}.",
        _axes("", "share done", span, (0, 1), _decades(span)) + _path(logs[few], shares, span, (0, 1)),
    )


def slices_plot(kind: str, lines: Sequence[Line]) -> str:
    """Return the mean of each slice of a kind with its interval, and how many cases it has."""
    row, left = 24, 150
    body = []
    for number, line in enumerate(lines):
        y, figure = 14 + number * row, line.figure
        value, low, high = (_between(one or 0, left, WIDTH - 44) for one in (figure.value, figure.low, figure.high))
        name = line.name if len(line.name) <= 22 else f"{line.name[:21]}\N{HORIZONTAL ELLIPSIS}"  # noqa: PLR2004
        body.append(
            f'<text x="{left - 8}" y="{y + 4}" text-anchor="end">{html_text(name)}'
            f"<title>{html_text(line.name)}</title></text>"
            f'<path class="track" d="M{left} {y}H{WIDTH - 44}"/><path class="interval" d="M{low:.1f} {y}H{high:.1f}"/>'
            f'<circle class="dot" cx="{value:.1f}" cy="{y}" r="4"><title>{_told(line)}</title></circle>'
            f'<text class="faint" x="{WIDTH}" y="{y + 4}" text-anchor="end">{figure.applicable}</text>'
        )
    meaning = (
        f"{lines[0].meaning.partition(',')[0]} by {kind}, from 0 to 1 with the 95 % interval; at the right the cases."
    )
    return _figure(f"By {kind}", meaning, "".join(body), height=8 + row * len(lines))


def confusion_plot(labels: Mapping[tuple[str, str], int]) -> str:
    """Return how often each gold label was given each label; each row's shade is its share."""
    golds = sorted({gold for gold, _ in labels})
    given = sorted({label for _, label in labels} | set(golds))
    if not golds:
        return ""
    left, top, row = 84, 46, 34
    column = (WIDTH - left) / len(given)
    body = [
        f'<text class="faint" x="{left + (at + 0.5) * column:.1f}" y="{top - 10}" text-anchor="middle">'
        f"{_short(label)}</text>"
        for at, label in enumerate(given)
    ]
    for line, gold in enumerate(golds):
        y, total = top + line * row, sum(number for (of, _), number in labels.items() if of == gold)
        body.append(f'<text x="{left - 8}" y="{y + row / 2 + 4}" text-anchor="end">{_short(gold)}</text>')
        for at, label in enumerate(given):
            number = labels.get((gold, label), 0)
            x, share, right = left + at * column, number / total, "right" if gold == label else "wrong"
            body.append(
                f'<rect class="cell {right}" x="{x + 1:.1f}" y="{y + 1}" width="{column - 2:.1f}" height="{row - 2}"'
                f' fill-opacity="{0.06 + 0.7 * share:.2f}"/>'
                f'<text x="{x + column / 2:.1f}" y="{y + row / 2 + 4}" text-anchor="middle">{number}'
                f"<title>{html_text(gold)} given as {html_text(label)}: {number} of {total}</title></text>"
            )
    body.append(
        f'<text class="faint" x="{left}" y="14">given</text><text class="faint" x="0" y="{top - 10}">expected</text>'
    )
    return _figure("Confusion", "How often what was expected (rows) was given what (columns).", "".join(body),
                   height=top + row * len(golds) + 4)  # fmt: skip


def interval_bar(line: Line) -> str:
    """Return a value in [0, 1] with its interval as a small drawing; nothing for other values."""
    figure = line.figure
    if figure.value is None or figure.low is None or figure.high is None or figure.high > 1 or figure.low < 0:
        return ""
    low, high, value = (2 + 96 * one for one in (figure.low, figure.high, figure.value))
    return (
        '<svg class="bar" viewBox="0 0 100 12" aria-hidden="true"><path class="track" d="M2 6H98"/>'
        f'<path class="interval" d="M{low:.1f} 6H{high:.1f}"/>'
        f'<circle class="dot" cx="{value:.1f}" cy="6" r="3.5"/></svg>'
    )


def _figure(title: str, meaning: str, body: str, *, height: int = HEIGHT) -> str:
    return (
        f"<figure><figcaption><b>{html_text(title)}</b> {html_text(meaning)}</figcaption>"
        f'<svg class="plot" viewBox="0 0 {WIDTH} {height}" role="img" aria-label="{html_text(title)}">'
        f"{body}</svg></figure>"
    )


def _axes(
    below: str, beside: str, xs: tuple[float, float], ys: tuple[float, float], marks: Mapping[float, str] | None = None
) -> str:
    if marks is None:
        marks = {xs[0] + (xs[1] - xs[0]) * share: f"{xs[0] + (xs[1] - xs[0]) * share:g}" for share in (0, 0.5, 1)}
    grid = "".join(_level(ys[0] + (ys[1] - ys[0]) * share, ys) for share in (0, 0.25, 0.5, 0.75, 1))
    ticks = "".join(
        f'<text class="faint" x="{_x(at, xs):.1f}" y="{HEIGHT - _BOTTOM + 15}" text-anchor="middle">{mark}</text>'
        for at, mark in marks.items()
    )
    return (
        f'{grid}{ticks}<text class="faint" x="{(_LEFT + WIDTH - _RIGHT) / 2}" y="{HEIGHT - 6}" text-anchor="middle">'
        f'{below}</text><text class="faint" transform="rotate(-90)" x="{-(HEIGHT - _BOTTOM + _TOP) / 2}" y="11"'
        f' text-anchor="middle">{beside}</text>'
    )


def _level(value: float, ys: tuple[float, float]) -> str:
    y = _y(value, ys)
    return (
        f'<path class="grid" d="M{_LEFT} {y:.1f}H{WIDTH - _RIGHT}"/>'
        f'<text class="faint" x="{_LEFT - 6}" y="{y + 4:.1f}" text-anchor="end">{value:.3g}</text>'
    )


def _path(horizontal: Numbers, vertical: Numbers, xs: tuple[float, float], ys: tuple[float, float]) -> str:
    points = " ".join(f"{_x(x, xs):.1f},{_y(y, ys):.1f}" for x, y in zip(horizontal, vertical, strict=True))
    return f'<polyline class="curve" points="{points}"/>'


def _x(value: float, span: tuple[float, float] = (0, 1)) -> float:
    return _between((value - span[0]) / (span[1] - span[0]), _LEFT, WIDTH - _RIGHT)


def _y(value: float, span: tuple[float, float] = (0, 1)) -> float:
    return _between((value - span[0]) / (span[1] - span[0]), HEIGHT - _BOTTOM, _TOP)


def _between(share: float, start: float, end: float) -> float:
    return start + min(1.0, max(0.0, float(share))) * (end - start)


def _decades(span: tuple[int, int]) -> Mapping[float, str]:
    return dict(_marks(range(span[0], span[1] + 1)))


def _marks(powers: range) -> Iterator[tuple[float, str]]:
    for power in powers:
        yield power, _seconds(10.0**power)


def _seconds(seconds: float) -> str:
    for unit, size in (("s", 1.0), ("ms", 1e-3)):
        if seconds >= size:
            return f"{seconds / size:.3g} {unit}"
    return f"{seconds * 1e6:.3g} \N{MICRO SIGN}s"


def _short(label: str) -> str:
    return html_text({"not_enough_evidence": "not enough"}.get(label, label.replace("_", " ")))


def _told(line: Line) -> str:
    figure = line.figure
    return f"{html_text(line.name)}: {figure.value or 0:.3f} ({figure.low or 0:.3f} to {figure.high or 0:.3f})"

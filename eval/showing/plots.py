"""Plots as SVG that stands in a page: plain strings, whose colours and letters are the page's.

Each is a pure function from numbers to a string; none draws where there is nothing to draw.
"""

import math
from collections.abc import Iterator, Mapping, Sequence

import numpy as np

from bot.showing.escaping import html_text
from eval.columns import Columns
from eval.confidence_measures import TARGET, reliability, risk_coverage
from eval.results import Line
from eval.showing.drawing import WIDTH, at_x, at_y, axes, between, curve, framed

_POINTS = 300
"""A line has no more points than can be seen."""


def risk_coverage_plot(of: Columns) -> str:
    """Return the share of wrong answers (risk) over the share of answers that are given (coverage), surest first."""
    coverage, risk = risk_coverage(of.confidence[of.sure], of.right[of.sure])
    if len(coverage) < 2:  # noqa: PLR2004 - a point is no curve
        return ""
    few = np.unique(np.linspace(0, len(coverage) - 1, _POINTS).astype(int))
    top = max(0.1, math.ceil(10 * float(risk.max())) / 10)
    return framed(
        "Risk and coverage",
        "How many of the surest answers are wrong; a good curve starts at the floor and rises late. "
        f"Below the dashed line {100 * TARGET:.0f} % are right.",
        axes("share of answers given, surest first", "share wrong", (0, 1), (0, top))
        + f'<path class="guide" d="M{at_x(0)} {at_y(1 - TARGET, (0, top)):.1f}H{at_x(1)}"/>'
        + curve(coverage[few], risk[few], (0, 1), (0, top)),
    )


def reliability_plot(of: Columns) -> str:
    """Return the share of right answers over the confidence, in ten bins; the diagonal is perfect calibration."""
    bins = reliability(of.confidence[of.sure], of.right[of.sure])
    if not bins:
        return ""
    most = max(number for _, _, number in bins)
    dots = "".join(
        f'<circle class="dot" cx="{at_x(sure):.1f}" cy="{at_y(right):.1f}" r="{3 + 7 * math.sqrt(number / most):.1f}">'
        f"<title>{number} answers: confidence {sure:.2f}, right {right:.2f}</title></circle>"
        for sure, right, number in bins
    )
    diagonal = f'<path class="guide" d="M{at_x(0)} {at_y(0)}L{at_x(1)} {at_y(1)}"/>'
    return framed(
        "Reliability",
        "Confidence against the share that is right, in ten bins; larger dots are more answers. "
        "On the dashed line confidence can be taken at its word.",
        axes("confidence", "share right", (0, 1), (0, 1)) + diagonal + dots,
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
    return framed(
        "Latency",
        f"Share of the cases that were done within a time: half within {_seconds(float(np.percentile(seconds, 50)))}, "
        f"95 % within {_seconds(float(np.percentile(seconds, 95)))}.",
        axes("", "share done", span, (0, 1), _decades(span)) + curve(logs[few], shares, span, (0, 1)),
    )


def slices_plot(kind: str, lines: Sequence[Line]) -> str:
    """Return the mean of each slice of a kind with its interval, and how many cases it has."""
    row, left = 24, 150
    body = []
    for number, line in enumerate(lines):
        y, figure = 14 + number * row, line.figure
        value, low, high = (between(one or 0, left, WIDTH - 44) for one in (figure.value, figure.low, figure.high))
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
    return framed(f"By {kind}", meaning, "".join(body), height=8 + row * len(lines))


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
    return framed("Confusion", "How often what was expected (rows) was given what (columns).", "".join(body),
                   height=top + row * len(golds) + 4)  # fmt: skip


def interval_bar(line: Line) -> str:
    """Return a share with its interval as a small drawing; nothing for other values."""
    figure = line.figure
    drawn = line.is_share and figure.low is not None and figure.low >= 0
    if not drawn or figure.value is None or figure.low is None or figure.high is None or figure.high > 1:
        return ""
    low, high, value = (2 + 96 * one for one in (figure.low, figure.high, figure.value))
    return (
        '<svg class="bar" viewBox="0 0 100 12" aria-hidden="true"><path class="track" d="M2 6H98"/>'
        f'<path class="interval" d="M{low:.1f} 6H{high:.1f}"/>'
        f'<circle class="dot" cx="{value:.1f}" cy="6" r="3.5"/></svg>'
    )


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

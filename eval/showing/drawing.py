"""What plots are drawn with: a frame, axes, and places in them; plain strings of SVG, in the page's colours."""

from collections.abc import Mapping

from bot.showing.escaping import html_text
from eval.significance import Numbers

WIDTH, HEIGHT = 340, 240
_LEFT, _RIGHT, _TOP, _BOTTOM = 46, 22, 10, 40


def framed(title: str, meaning: str, body: str, *, height: int = HEIGHT) -> str:
    """Return a plot of WIDTH by `height` with its title and what it means."""
    return (
        f"<figure><figcaption><b>{html_text(title)}</b> {html_text(meaning)}</figcaption>"
        f'<svg class="plot" viewBox="0 0 {WIDTH} {height}" role="img" aria-label="{html_text(title)}">'
        f"{body}</svg></figure>"
    )


def axes(
    below: str, beside: str, xs: tuple[float, float], ys: tuple[float, float], marks: Mapping[float, str] | None = None
) -> str:
    """Return the axes over the ranges `xs` and `ys` with what is told `below` and `beside`.

    Marks on the horizontal one stand at their values; without any, the ends and the middle are marked.
    """
    if marks is None:
        marks = {xs[0] + (xs[1] - xs[0]) * share: f"{xs[0] + (xs[1] - xs[0]) * share:g}" for share in (0, 0.5, 1)}
    grid = "".join(_level(ys[0] + (ys[1] - ys[0]) * share, ys) for share in (0, 0.25, 0.5, 0.75, 1))
    ticks = "".join(
        f'<text class="faint" x="{at_x(at, xs):.1f}" y="{HEIGHT - _BOTTOM + 15}" text-anchor="middle">{mark}</text>'
        for at, mark in marks.items()
    )
    return (
        f'{grid}{ticks}<text class="faint" x="{(_LEFT + WIDTH - _RIGHT) / 2}" y="{HEIGHT - 6}" text-anchor="middle">'
        f'{below}</text><text class="faint" transform="rotate(-90)" x="{-(HEIGHT - _BOTTOM + _TOP) / 2}" y="11"'
        f' text-anchor="middle">{beside}</text>'
    )


def _level(value: float, ys: tuple[float, float]) -> str:
    y = at_y(value, ys)
    return (
        f'<path class="grid" d="M{_LEFT} {y:.1f}H{WIDTH - _RIGHT}"/>'
        f'<text class="faint" x="{_LEFT - 6}" y="{y + 4:.1f}" text-anchor="end">{value:.3g}</text>'
    )


def curve(horizontal: Numbers, vertical: Numbers, xs: tuple[float, float], ys: tuple[float, float]) -> str:
    """Return a line through points, within the ranges `xs` and `ys`."""
    points = " ".join(f"{at_x(x, xs):.1f},{at_y(y, ys):.1f}" for x, y in zip(horizontal, vertical, strict=True))
    return f'<polyline class="curve" points="{points}"/>'


def at_x(value: float, span: tuple[float, float] = (0, 1)) -> float:
    """Return where a value of a range stands on the horizontal axis."""
    return between((value - span[0]) / (span[1] - span[0]), _LEFT, WIDTH - _RIGHT)


def at_y(value: float, span: tuple[float, float] = (0, 1)) -> float:
    """Return where a value of a range stands on the vertical axis."""
    return between((value - span[0]) / (span[1] - span[0]), HEIGHT - _BOTTOM, _TOP)


def between(share: float, start: float, end: float) -> float:
    """Return the place that lies a share of the way from start to end, and never beyond."""
    return start + min(1.0, max(0.0, float(share))) * (end - start)

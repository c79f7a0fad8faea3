"""Results as Markdown: a table for each run, for a page in the documentation."""

from collections.abc import Iterator, Sequence

from bot.showing.escaping import markdown_text
from eval.results import Line, Results, interval, rivals, shown_value


def markdown_page(title: str, runs: Sequence[Results]) -> Iterator[str]:
    """Yield the page piece by piece: what was run, and every figure; no rows, which may be anybody's texts."""
    yield f"# {markdown_text(title)}\n\n"
    yield "95 % bootstrap intervals; n is how many cases a figure rests on. A dash is a figure that does not apply.\n"
    for run in runs:
        name, kind = (markdown_text(str(run.about.get(part, ""))) for part in ("name", "kind"))
        yield f"\n## {name} ({kind})\n\n" if name else "\n"
        yield f"{markdown_text(run.title)}. {_made_with(run)}\n\n"
        yield from (f"{markdown_text(note)}\n\n" for note in run.notes)
        yield from _table(run.lines)


def _table(lines: Sequence[Line]) -> Iterator[str]:
    others = rivals(lines)
    beside = "".join(f" {markdown_text(name)} |" for name in others)
    yield f"| figure | value | interval | n |{beside} what it means |\n"
    yield f"|---|---:|---:|---:|{'---:|' * len(others)}---|\n"
    for line in lines:
        beside = "".join(f" {shown_value(line.beside.get(name))} |" for name in others)
        direction = "" if line.larger_is_better else " (smaller is better)"
        told = f"{markdown_text(line.meaning)}{direction}".replace("|", "\\|")
        name = markdown_text(line.name).replace("|", "\\|")
        figure = line.figure
        yield f"| {name} | {shown_value(figure)} | {interval(figure)} | {figure.applicable} |{beside} {told} |\n"


def _made_with(run: Results) -> str:
    about = run.about
    told = [f"{name} {about[name]}" for name in ("version", "seed", "limit", "sample") if about.get(name) is not None]
    return (
        f"Made with {', '.join(map(markdown_text, told))}; set {str(about.get('set_digest', ''))[:16]}." if told else ""
    )

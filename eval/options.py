"""What can be asked of `onrecord eval`, one option each."""

from pathlib import Path
from typing import Annotated

import typer

Sets = Annotated[list[Path], typer.Argument(metavar="SET…", help="Files, or folders; the rows tell what is measured.")]
Index = Annotated[
    Path | None,
    typer.Option("--index", metavar="FOLDER", help="The index to ask, or to keep a set's own texts in."),
]
Sources = Annotated[
    Path | None,
    typer.Option(
        metavar="FOLDER", help="Ask these instead, in an index made for this run; by default documents/ beside the set."
    ),
]
Limit = Annotated[int | None, typer.Option(metavar="N", min=1, help="Take N cases, spread evenly over the set.")]
Sample = Annotated[int | None, typer.Option(metavar="N", min=1, help="Take N cases, drawn by the seed.")]
Open = Annotated[bool, typer.Option("--open", help="Ask each question of all texts of the set together.")]
Seed = Annotated[int, typer.Option(help="What every draw depends on.")]
Baselines = Annotated[bool, typer.Option("--baselines", help="Run the baselines too, and show them beside.")]
Journal = Annotated[
    Path | None,
    typer.Option(metavar="FOLDER", help="Keep each case's row there as it comes; the same run goes on from there."),
]
Out = Annotated[
    Path | None,
    typer.Option(metavar="FILE", help="Write the run as JSON; of several sets, a file for each into this folder."),
]
Html = Annotated[Path | None, typer.Option("--html", metavar="FILE", help="Write one page with plots and failures.")]
Markdown = Annotated[Path | None, typer.Option("--markdown", metavar="FILE", help="Write the figures as Markdown.")]
Title = Annotated[str, typer.Option(help="The title of the page.")]
Against = Annotated[
    Path | None,
    typer.Option(
        metavar="RUN.json",
        help="Say what got better and worse than in this earlier run; of several sets, the folder of their runs.",
    ),
]
FailIfWorse = Annotated[bool, typer.Option("--fail-if-worse", help="Exit with 3 if anything is worse beyond chance.")]
AsJson = Annotated[bool, typer.Option("--json", help="Print what was run, all figures and all rows as JSON.")]

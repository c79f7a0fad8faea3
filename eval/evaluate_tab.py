"""The tab "Evaluate" of the chat's page: choose a set, watch how far it is, read its figures and what went wrong.

It comes to the page by an entry point, because `bot` knows nothing of this package; only this file imports Gradio here.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from html import escape
from pathlib import Path
from threading import Lock
from typing import Any

import gradio

from bot.chat.desk import PRIVATE, Desk, visitor
from bot.chat.library import Library
from bot.chat.trouble import trouble_html
from bot.chat.work import Work
from eval.visitors_run import Kept, Wish, own_sets, run
from index.errors import OnRecordError, UsageError

_FORMS = [".jsonl", ".json"]
_SETS = "The set's own documents, where it has some"
_LOADED = "The loaded sources"
_NOTHING = "Nothing"
# The frame is as tall as its page, so that there is one thing to scroll; it changes where failures are filtered.
_FIT = """
watch("value", () => {
  const frame = element.querySelector("iframe");
  if (!frame) return;
  frame.addEventListener("load", () => {
    const body = frame.contentDocument.body;
    new ResizeObserver(() => { frame.style.height = `${body.scrollHeight}px`; }).observe(body);
  });
});
"""
Steps = Iterator[dict[Any, Any]]


@dataclass(frozen=True)
class EvaluateTab:
    """What happens in the tab; each visitor's runs travel with the visitor.

    Attributes:
        desk: who answers whom.
        library: what is asked.
        uploads: whether visitors may bring sets and earlier runs.
    """

    desk: Desk
    library: Library
    uploads: bool
    _going: dict[str, Work[Kept]] = field(default_factory=dict)
    _one: Lock = field(default_factory=Lock)

    def build(self) -> None:
        """Add the tab's components to the page that is being made."""
        form = self._form()
        kept = gradio.State(())
        with gradio.Row(elem_classes="actions"):
            start = gradio.Button("Evaluate", elem_id="evaluate-start", variant="primary")
            cancel = gradio.Button("Cancel", elem_id="evaluate-cancel", variant="secondary")
        told = gradio.HTML(elem_id="evaluate-told", apply_default_css=False)
        with gradio.Row(elem_classes="actions"):
            page = gradio.DownloadButton("Download the page", elem_id="evaluate-page", visible=False, size="sm")
            rows = gradio.DownloadButton("Download the run (JSON)", elem_id="evaluate-run", visible=False, size="sm")
        found = gradio.HTML(elem_id="evaluate-found", apply_default_css=False, js_on_load=_FIT)

        def go(given: Mapping[Any, Any], request: gradio.Request) -> Steps:
            values = {name: given[one] for name, one in form.items()}
            runs: tuple[Kept, ...] = given[kept]
            for news in self.steps(values, runs, request):
                if isinstance(news, str):
                    yield {told: news}
                    continue
                now = (*runs, news)
                choices = [_NOTHING, *(f"{number}: {one.name}" for number, one in enumerate(now, start=1))]
                yield {
                    told: "",
                    found: _frame(news),
                    kept: now,
                    form["against"]: gradio.update(choices=choices),
                    page: gradio.update(value=news.page, visible=True),
                    rows: gradio.update(value=news.run, visible=True),
                }

        outputs = [told, found, kept, form["against"], page, rows]
        start.click(go, {*form.values(), kept}, outputs, concurrency_limit=None, **PRIVATE)
        cancel.click(self.cancel, None, None, queue=False, **PRIVATE)

    def _form(self) -> dict[str, Any]:
        """Add the fields, and return them by name."""
        sets = list(own_sets())
        form: dict[str, Any] = {}
        with gradio.Row(elem_classes="fields"):
            form["set"] = gradio.Dropdown(sets, value=sets[0], label="Question set", elem_id="evaluate-set")
            form["cases"] = gradio.Number(
                0, label="Cases, drawn by chance; 0: all", precision=0, minimum=0, elem_id="evaluate-cases"
            )
            form["against"] = gradio.Dropdown(
                [_NOTHING], value=_NOTHING, label="Compare with", elem_id="evaluate-against"
            )
        form["asked"] = gradio.Radio([_SETS, _LOADED], value=_SETS, label="What is asked", elem_id="evaluate-asked")
        form["baselines"] = gradio.Checkbox(label="Measure baselines, too", elem_id="evaluate-baselines")
        with gradio.Accordion("Bring files", open=False, visible=self.uploads, elem_id="evaluate-files"):
            form["brought"] = _file("A question set (JSON lines)", "evaluate-brought")
            form["before"] = _file("An earlier run (JSON)", "evaluate-before")
        return form

    def steps(
        self, values: Mapping[str, Any], runs: tuple[Kept, ...], request: gradio.Request | None = None
    ) -> Iterator[str | Kept]:
        """Yield how far a run is, as HTML, then what came of it, or what went wrong.

        Args:
            values: of the fields, by name.
            runs: the visitor's earlier runs.
            request: whose.
        """
        if not self._one.acquire(blocking=False):
            yield trouble_html("Not now.", "Somebody's evaluation is going on; begin yours when it is over.")
            return
        who = visitor(request)
        try:
            wish = self._wish(values, runs)
            with self.desk.asked("evaluate", wish.path.name, request):
                work = Work(lambda tell: run(wish, self.library.place(who), tell), "asked")
                self._going[who] = work
                yield from work.progress()
                yield work.result()
        except OnRecordError as error:
            yield trouble_html("That could not be evaluated.", str(error))
        finally:
            if who in self._going:
                self._going.pop(who).cancelled.set()  # also where the visitor has left in the middle
            self._one.release()

    def cancel(self, request: gradio.Request | None = None) -> None:
        """Stop the visitor's run, after the case that is being asked."""
        if work := self._going.get(visitor(request)):
            work.cancelled.set()

    def _wish(self, values: Mapping[str, Any], runs: tuple[Kept, ...]) -> Wish:
        brought, before = values["brought"], values["before"]
        if not self.uploads and (brought or before):
            message = "nothing can be uploaded here; choose one of the sets"
            raise UsageError(message)
        number, _, name = str(values["against"]).partition(": ")
        return Wish(
            Path(brought) if brought else own_sets()[values["set"]],
            loaded=values["asked"] == _LOADED,
            cases=values["cases"] or None,
            baselines=values["baselines"],
            before=Path(before) if before else runs[int(number) - 1].run if name else None,
        )


def _file(label: str, name: str) -> gradio.File:
    return gradio.File(label=label, file_types=_FORMS, height=140, elem_id=name, elem_classes="upload")


def _frame(kept: Kept) -> str:
    """Return a run's page in a frame of its own, where its style and script touch nothing else."""
    text = escape(kept.page.read_text(encoding="utf-8"))
    return f'<iframe class="report" title="Results of {escape(kept.name)}" srcdoc="{text}"></iframe>'

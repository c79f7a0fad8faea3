"""The tab "Sources": what can be asked, who is quoted there, and what visitors add."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

import gradio

from bot.chat.desk import AT_ONCE, PRIVATE, Desk, visitor
from bot.chat.library import Added, Library
from bot.chat.shelf import added_html, documents_html, hits_html, speakers_html
from bot.chat.trouble import trouble_html
from bot.chat.work import Work
from bot.errors import UploadError
from index import OnRecordError, registry
from index.reading.origin import is_address

_NOT_ADDED = "That could not be added."


@dataclass(frozen=True)
class SourcesTab:
    """What happens in the tab.

    Attributes:
        desk: who answers whom.
        library: what is added to; None where visitors may only read.
        fetch: whether addresses may be given.
    """

    desk: Desk
    library: Library | None
    fetch: bool = True
    _reading: dict[str, Work[Added]] = field(default_factory=dict)

    def build(self, viewer: gradio.HTML, tab: gradio.Tab, blocks: gradio.Blocks) -> None:
        """Add the tab's components to the page that is being made."""
        words = gradio.Textbox(elem_id="search", label="Search in all sources", submit_btn="Search", lines=1)
        hits = gradio.HTML(elem_id="hits", apply_default_css=False)
        adding = self._adding() if self.library else None
        documents = gradio.HTML(elem_id="documents", apply_default_css=False)
        speakers = gradio.HTML(elem_id="speakers", apply_default_css=False)
        words.submit(self.search, words, hits, concurrency_limit=AT_ONCE, **PRIVATE)
        tab.select(self.look, None, [documents, speakers], **PRIVATE)
        if adding is None:
            return
        files, address, add, cancel, told = adding
        shown = [told, files, address, documents, speakers]
        gradio.on([add.click, address.submit], self.add, [files, address], shown, concurrency_limit=None, **PRIVATE)
        cancel.click(self.cancel, None, None, queue=False, **PRIVATE)
        viewer.remove(self.remove, None, [told, documents, speakers], **PRIVATE)
        if self.library and self.library.private:
            blocks.unload(self.leave)

    def _adding(self) -> tuple[gradio.File, gradio.Textbox, gradio.Button, gradio.Button, gradio.HTML]:
        endings = list(registry.names("reader"))
        files = gradio.File(
            elem_id="upload",
            elem_classes="upload",
            label=f"Add sources: {', '.join(endings)}",
            file_count="multiple",
            file_types=endings,
            height=150,
        )
        with gradio.Row(elem_classes="actions"):
            address = gradio.Textbox(
                elem_id="address", label="Or an address", placeholder="https://…", lines=1, visible=self.fetch
            )
            add = gradio.Button("Add", elem_id="add", variant="primary")
            cancel = gradio.Button("Cancel", elem_id="cancel", variant="secondary")
        return files, address, add, cancel, gradio.HTML(elem_id="told", apply_default_css=False)

    def look(self, request: gradio.Request | None = None) -> tuple[str, str]:
        """Return the documents and the speakers."""
        sources = self.desk.checker(request).sources
        return documents_html(sources, removable=self.library is not None), speakers_html(sources)

    def search(self, text: str, request: gradio.Request | None = None) -> str:
        """Return what a search finds."""
        try:
            with self.desk.asked("search", text, request) as (checker, asked):
                found = checker.sources.search(text)
                asked.outcome = f"{len(found)} found"
                return hits_html(found)
        except OnRecordError as error:
            return trouble_html("That could not be searched for.", str(error))

    def add(
        self, files: list[str] | None, address: str, request: gradio.Request | None = None
    ) -> Iterator[tuple[Any, ...]]:
        """Read what was given, and show how far it is; then everything that can be asked now."""
        places, unchanged = [*(files or []), *(address or "").split()], [gradio.skip()] * 4
        try:
            with (
                self.desk.asked("add", " ".join(places), request) as (_, asked),
                self._begun(request, places) as reading,
            ):
                for told in reading.progress():
                    yield told, *unchanged
                asked.outcome = f"{reading.done} of {reading.total} read"
                added = reading.result()
            yield added_html(added), None, "", *self.look(request)
        except OnRecordError as error:
            yield trouble_html(_NOT_ADDED, str(error)), *unchanged

    @contextmanager
    def _begun(self, request: gradio.Request | None, places: list[str]) -> Iterator[Work[Added]]:
        """Hold that something is being read for a visitor.

        Raises:
            UploadError: it is nothing that may be read now.
        """
        who = visitor(request)
        library = self._checked(who, places)
        reading = Work(lambda tell: library.add(who, places, tell))
        self._reading[who] = reading
        try:
            yield reading
        finally:
            del self._reading[who]

    def _checked(self, who: str, places: list[str]) -> Library:
        """Return what the places may be added to."""
        if self.library is None:
            message = "sources can only be read here"
        elif not places:
            message = "choose files, or give an address that begins with https://"
        elif not self.fetch and any(map(is_address, places)):
            message = "addresses are not fetched for strangers here; save the page as a file, and give that"
        elif who in self._reading:
            message = "wait until what you gave before is read, or cancel it"
        else:
            return self.library
        raise UploadError(message)

    def cancel(self, request: gradio.Request | None = None) -> None:
        """Stop reading what the visitor gave, after the source that is being read."""
        if reading := self._reading.get(visitor(request)):
            reading.cancelled.set()

    def remove(self, event: gradio.EventData, request: gradio.Request) -> tuple[str, str, str]:
        """Take a document out."""
        told = ""
        try:
            if self.library:
                self.library.remove(visitor(request), str(event.document))
        except OnRecordError as error:
            told = trouble_html("That could not be deleted.", str(error))
        return told, *self.look(request)

    def leave(self, request: gradio.Request) -> None:
        """Delete what a visitor alone had added, where nobody is logged in who could come back for it."""
        if self.library and not request.username:
            self.library.forget(visitor(request))

"""Somebody who sits at the chat page in a browser."""

from pathlib import Path
from typing import Any

WIDE = {"width": 1280, "height": 720}
PHONE: dict[str, Any] = {"viewport": {"width": 360, "height": 640}, "has_touch": True}


class Visitor:
    """Somebody at the page, with a profile of their own; remembers every request and every error of the page."""

    def __init__(self, browser: Any, address: str, *, tab: str = "", **profile: Any) -> None:
        self.profile = browser.new_context(**{"viewport": WIDE, "reduced_motion": "reduce", **profile})
        self.profile.set_default_timeout(60_000)
        self.page = self.profile.new_page()
        self.requests: list[str] = []
        self.errors: list[str] = []
        self.page.on("request", lambda request: self.requests.append(request.url))
        self.page.on("pageerror", lambda error: self.errors.append(str(error)))
        self.page.on("dialog", lambda dialog: self.errors.append(dialog.message))
        self.page.goto(f"{address}?tab={tab}" if tab else address)
        self.page.locator("#tabs" if tab else "#question textarea").wait_for()

    def open(self, tab: str) -> None:
        """Open a tab; on a narrow page it may lie behind the others."""
        wanted = self.page.get_by_role("tab", name=tab, exact=True)
        if not wanted.is_visible():
            self.page.get_by_role("button", name="More tabs").click()
            behind = self.page.locator(".overflow-dropdown").get_by_role("button", name=tab, exact=True)
            wanted = behind if behind.count() else wanted  # it may have come forward while the page was laid out
        wanted.click()

    def found(self, selector: str) -> Any:
        """Wait for the first of what a selector names."""
        first = self.page.locator(selector).first
        first.wait_for()
        return first

    def upload(self, *paths: Path) -> Any:
        """Add files to the sources, and return what is told of them in the end."""
        self.open("Sources")
        self.page.locator("#upload input[type=file]").set_input_files(list(paths))
        self.page.locator("#upload .file-preview").wait_for()
        self.page.locator("#add").click()
        return self.found("#told .added")

    def axe(self) -> list[str]:
        """What axe-core finds serious or critical on the page as it is."""
        from axe_playwright_python.sync_playwright import Axe

        found = Axe().run(self.page, options={"resultTypes": ["violations"]}).response["violations"]
        return [
            f"{one['id']}: {node['html'][:200]}"
            for one in found
            if one["impact"] in {"serious", "critical"}
            for node in one["nodes"]
        ]

    def ask(self, question: str) -> Any:
        """Ask, and return the answer's place on the page once it is there."""
        answers = self.page.locator("#chat .answer")
        position = answers.count()
        field = self.page.locator("#question textarea")
        field.fill(question)
        while field.input_value():  # while the last answer is still on its way, the page takes no question
            field.press("Enter")
            self.page.wait_for_timeout(100)
        answers.nth(position).wait_for()
        return answers.nth(position)

    def mark(self) -> Any:
        mark = self.page.locator(".source-text mark.shown")
        mark.wait_for()
        return mark

    def is_seen(self, selector: str) -> bool:
        """Whether the element's beginning lies inside the box that it scrolls in."""
        inside = """element => {
            let box = element.parentElement;
            while (!["auto", "scroll"].includes(getComputedStyle(box).overflowY)) box = box.parentElement;
            const place = element.getBoundingClientRect(), frame = box.getBoundingClientRect();
            return place.top >= frame.top - 1 && place.top < frame.bottom;
        }"""
        return bool(self.page.locator(selector).first.evaluate(inside))

    def overflow(self) -> int:
        """How many pixels the page is wider than its window."""
        return int(self.page.evaluate("document.documentElement.scrollWidth - window.innerWidth"))

"""Tabs that other packages bring to the page, so that this one need not know them.

An entry point of the group `onrecord.tabs` is called as its tab is to be called, and names a `Bring`.
"""

from collections.abc import Callable
from importlib.metadata import entry_points
from typing import Protocol

from bot.chat.desk import Desk
from bot.chat.library import Library


class OtherTab(Protocol):
    """A tab of another package."""

    def build(self) -> None:
        """Add the tab's components to the page that is being made."""


Bring = Callable[[Desk, Library, bool], OtherTab]
"""From who answers whom, what is asked, and whether visitors may upload anything, to a tab."""


def brought() -> dict[str, Bring]:
    """Return what the installed packages bring, by the tabs' names."""
    return {point.name: point.load() for point in entry_points(group="onrecord.tabs")}

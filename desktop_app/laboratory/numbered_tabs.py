"""Tabs for several of a kind, such as channels or kernels, which have numbers for names."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QSignalBlocker

from desktop_app.panels.tabs import Tabs


class NumberedTabs(Tabs):
    """A tab for each one; hidden while there is only one."""

    def __init__(self, name: str, tip: str, label: Callable[[int], str] = str) -> None:
        """Start without tabs.

        Args:
            name: for screen readers.
            tip: tooltip of all tabs.
            label: text of a tab, given its number from 1.
        """
        super().__init__()
        self._label = label
        self.setAccessibleName(name)
        self.setToolTip(tip)
        self.setDrawBase(False)
        self.setExpanding(False)

    def show_tabs(self, count: int, shown: int) -> None:
        """Show some tabs and select one of them, without emitting a signal.

        Args:
            count: number of tabs, 1 or more.
            shown: the selected one, from 0.
        """
        with QSignalBlocker(self):
            while self.count() > count:
                self.removeTab(self.count() - 1)
            while self.count() < count:
                self.addTab(self._label(self.count() + 1))
            self.setCurrentIndex(shown)
        self.setVisible(count > 1)

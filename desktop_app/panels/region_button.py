"""The menu with which parts of a file are named, looped, renamed and removed."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QInputDialog, QMenu, QToolButton

from desktop_app.formatting.text import clock
from desktop_app.panels.regions import Region, Regions, with_region
from desktop_app.translation import tr

Loop = tuple[float, float]
"""From and to, in seconds into the file."""


class RegionButton(QToolButton):
    """Hidden until a part is looped or named.

    Signals:
        regions_changed: the user named a part or removed a name; the new Regions.
        region_chosen: the user wants to hear a Region.
    """

    regions_changed = Signal(object)
    region_chosen = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._regions: Regions = ()
        self._loop: Loop | None = None
        self.setText(tr("Parts"))
        self.setToolTip(tr("Name the looped part, and loop the parts that have names"))
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        menu = QMenu(self)
        menu.aboutToShow.connect(self._fill)
        self.setMenu(menu)
        self.hide()

    def show_parts(self, regions: Regions, loop: Loop | None) -> None:
        """Offer these regions, and to name the part that is looped."""
        self._regions, self._loop = regions, loop
        self.setVisible(bool(regions) or loop is not None)

    def name_part(self, loop: Loop, name: str) -> None:
        """Give a part a name, or take it away with an empty one."""
        self.regions_changed.emit(with_region(self._regions, loop, name))

    def _fill(self) -> None:
        menu = self.menu()
        menu.clear()
        looped = next((r for r in self._regions if r.loop == self._loop), None)
        if looped is not None:
            menu.addAction(tr("&Rename this part…")).triggered.connect(
                lambda: self._ask(looped.loop, looped.name)
            )
            menu.addAction(tr("Remo&ve its name")).triggered.connect(
                lambda: self.name_part(looped.loop, "")
            )
        elif (loop := self._loop) is not None:
            suggested = tr("Part {number}").format(number=len(self._regions) + 1)
            menu.addAction(tr("&Name this part…")).triggered.connect(
                lambda: self._ask(loop, suggested)
            )
        if self._loop is not None and self._regions:
            menu.addSeparator()
        for region in self._regions:
            action = menu.addAction(_in_words(region).replace("&", "&&"))
            action.setCheckable(True)
            action.setChecked(region is looped)
            action.triggered.connect(lambda _=False, r=region: self.region_chosen.emit(r))

    def _ask(self, loop: Loop, name: str) -> None:
        begin, end = (clock(seconds) for seconds in loop)
        name, given = QInputDialog.getText(
            self,
            tr("Name a part"),
            tr("Name of the part from {begin} to {end}:").format(begin=begin, end=end),
            text=name,
        )
        if given and name.strip():
            self.name_part(loop, name)


def _in_words(region: Region) -> str:
    return f"{clock(region.start_s)} – {clock(region.end_s)}   {region.name}"

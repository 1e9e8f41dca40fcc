"""The panels of the live page; one added here appears in menu, page, settings and exports."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum, auto

from PySide6.QtGui import QAction

from desktop_app.panels.architecture_picture import ArchitecturePicture
from desktop_app.panels.feature_maps import FeatureMaps
from desktop_app.panels.genres import Genres
from desktop_app.panels.history_card import HistoryCard
from desktop_app.panels.kernels import KernelsCard
from desktop_app.panels.live_panel import LivePanel
from desktop_app.panels.mfcc_image import MfccImage
from desktop_app.panels.pixel_card import PixelCard
from desktop_app.panels.wave_to_image import WaveToImage
from desktop_app.translation import QT_TR_NOOP


class Area(Enum):
    """Where on the page a panel is; within an area, panels are in the listed order."""

    PICTURES = auto()
    """The left column."""
    INSPECTORS = auto()
    """The middle column, shown only if one of its panels is."""
    ANSWER = auto()
    """The right column."""
    BELOW = auto()
    """The full width under the columns."""


@dataclass(frozen=True)
class PanelSpec:
    """One panel.

    Attributes:
        key: its name in the settings and in code.
        title: in the View menu, with its access key.
        shortcut: shows and hides it; empty for none.
        area: where on the page it is.
        shown: whether it is shown at the first start.
        make: creates the widget, given the action that replays the last seconds.
    """

    key: str
    title: str
    shortcut: str
    area: Area
    shown: bool
    make: Callable[[QAction], LivePanel]


PANELS = (
    PanelSpec(
        "wave",
        QT_TR_NOOP("From &wave to image"),
        "F6",
        Area.PICTURES,
        False,
        lambda _: WaveToImage(),
    ),
    PanelSpec("mfcc", QT_TR_NOOP("&MFCC image"), "", Area.PICTURES, True, lambda _: MfccImage()),
    PanelSpec(
        "maps", QT_TR_NOOP("&Feature maps"), "", Area.PICTURES, True, lambda _: FeatureMaps()
    ),
    PanelSpec(
        "pixel",
        QT_TR_NOOP("The s&um behind a pixel"),
        "F7",
        Area.INSPECTORS,
        False,
        lambda _: PixelCard(),
    ),
    PanelSpec(
        "kernels",
        QT_TR_NOOP("&Kernels: what if…"),
        "F8",
        Area.INSPECTORS,
        False,
        lambda _: KernelsCard(),
    ),
    PanelSpec("genres", QT_TR_NOOP("&Genres"), "", Area.ANSWER, True, lambda _: Genres()),
    PanelSpec("history", QT_TR_NOOP("&History"), "F3", Area.BELOW, False, HistoryCard),
    PanelSpec(
        "architecture",
        QT_TR_NOOP("&Architecture"),
        "F9",
        Area.BELOW,
        False,
        lambda _: ArchitecturePicture(),
    ),
)

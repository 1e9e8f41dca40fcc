"""Light and dark theme, chosen by the user or following the system."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication

from desktop_app.panels.contrast import ENOUGH, contrast
from desktop_app.translation import QT_TR_NOOP

SYSTEM, LIGHT, DARK = THEMES = (
    QT_TR_NOOP("System"),
    QT_TR_NOOP("Light"),
    QT_TR_NOOP("Dark"),
)
_SCHEMES = {
    SYSTEM: Qt.ColorScheme.Unknown,
    LIGHT: Qt.ColorScheme.Light,
    DARK: Qt.ColorScheme.Dark,
}
_Role = QPalette.ColorRole
_DARK_COLOURS = {
    _Role.Window: "#26272b",
    _Role.WindowText: "#e8e8ea",
    _Role.Base: "#1b1c1f",
    _Role.AlternateBase: "#2e2f34",
    _Role.Text: "#e8e8ea",
    _Role.Button: "#36373d",
    _Role.ButtonText: "#e8e8ea",
    _Role.BrightText: "#ffffff",
    _Role.ToolTipBase: "#3c3d43",
    _Role.ToolTipText: "#e8e8ea",
    _Role.Light: "#4a4b52",
    _Role.Midlight: "#414248",
    _Role.Mid: "#5b5c63",
    _Role.Dark: "#7b7c84",
    _Role.Shadow: "#101113",
    _Role.Highlight: "#4aa3df",
    _Role.HighlightedText: "#101113",
    _Role.Link: "#6db6ea",
}
_Group = QPalette.ColorGroup
_FAINT = (
    *((group, _Role.PlaceholderText) for group in (_Group.Active, _Group.Inactive)),
    *(
        (_Group.Disabled, role)
        for role in (_Role.WindowText, _Role.Text, _Role.ButtonText, _Role.PlaceholderText)
    ),
)
_GROUNDS = (_Role.Base, _Role.Window, _Role.Button)
# The style's outlines are invisible on a dark background, so input fields get a lighter one.
_FIELDS = ("QCheckBox", "QAbstractSpinBox", "QLineEdit")
_DARK_FIELD = "#3a3b42"


def use_theme(theme: str) -> None:
    """Apply a theme to the application.

    Args:
        theme: one of ``THEMES``; anything else means System.
    """
    hints = QGuiApplication.styleHints()
    hints.setColorScheme(_SCHEMES.get(theme, Qt.ColorScheme.Unknown))
    QApplication.setPalette(QPalette())
    wanted_dark = theme == DARK or hints.colorScheme() is Qt.ColorScheme.Dark
    # Without a platform theme, Qt stores the colour scheme but keeps the light palette.
    if wanted_dark and not _is_dark(QApplication.palette()):
        QApplication.setPalette(_dark_palette())
        for widget in _FIELDS:
            palette = _dark_palette(base=_DARK_FIELD)
            # The stubs demand bytes, which setPalette rejects.
            QApplication.setPalette(palette, widget)  # type: ignore[arg-type]
    else:
        keep_greys_legible()


def keep_greys_legible() -> None:
    """Strengthen the fainter texts of the system's palette; call again when that has changed."""
    # Of a palette, the application takes over only what was set.
    QApplication.setPalette(_with_legible_greys(QPalette(), QApplication.palette()))


def _is_dark(palette: QPalette) -> bool:
    return palette.color(_Role.Window).lightness() < palette.color(_Role.WindowText).lightness()


def _with_legible_greys(palette: QPalette, shown: QPalette) -> QPalette:
    """Set the fainter texts of a palette so that they can be read on all of its backgrounds.

    Args:
        palette: to be changed and returned.
        shown: the same with its other colours, from which the greys are made.
    """
    for group, role in _FAINT:
        text = shown.color(_Group.Active, _Role.WindowText)
        grounds = [shown.color(group, ground) for ground in _GROUNDS]
        greys = (_mixed(text, grounds[0], percent / 100) for percent in range(40, 100, 4))
        legible = (g for g in greys if min(contrast(g, ground) for ground in grounds) >= ENOUGH)
        palette.setColor(group, role, next(legible, text))
    return palette


def _mixed(one: QColor, other: QColor, share: float) -> QColor:
    parts = [(c.redF(), c.greenF(), c.blueF()) for c in (one, other)]
    return QColor.fromRgbF(*(share * a + (1.0 - share) * b for a, b in zip(*parts, strict=True)))


def _dark_palette(base: str = _DARK_COLOURS[_Role.Base]) -> QPalette:
    palette = QPalette()
    for role, colour in {**_DARK_COLOURS, _Role.Base: base}.items():
        palette.setColor(role, QColor(colour))
    return _with_legible_greys(palette, palette)

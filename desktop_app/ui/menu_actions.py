"""Actions with an icon, a button text, a tooltip and a shortcut."""

from __future__ import annotations

from PySide6.QtGui import QAction, QActionGroup, QColor, QKeySequence
from PySide6.QtWidgets import QMenu

from desktop_app.panels.icons import SIDE, icon


class MenuActions:
    """Adds actions to menus, and draws their icons."""

    def __init__(self) -> None:
        self._icons: dict[QAction, str] = {}
        self._colour = QColor()
        self._side, self._scale = SIDE, 1.0

    def redraw(self, colour: QColor, side: int, scale: float) -> None:
        """Redraw all icons.

        Args:
            colour: of the text around them.
            side: of an icon, in logical pixels.
            scale: device pixels per pixel.
        """
        self._colour, self._side, self._scale = colour, side, scale
        for action, picture in self._icons.items():
            action.setIcon(icon(picture, colour, side, scale))

    def picture_of(self, action: QAction) -> str:
        """Name of the icon of an action."""
        return self._icons[action]

    def add(
        self,
        menu: QMenu,
        text: str,
        keys: str = "",
        *,
        picture: str = "",
        button: str = "",
        tip: str = "",
        checkable: bool = False,
    ) -> QAction:
        """Add an action to a menu.

        Args:
            menu: at its end.
            text: in the menu, with its access key.
            keys: its shortcut, empty for none.
            picture: name of its icon, empty for none.
            button: its text on buttons; empty for that in the menu.
            tip: its tooltip without the shortcut; empty for its text.
            checkable: whether it is on or off.
        """
        action = menu.addAction(text)
        action.setShortcut(QKeySequence(keys))
        action.setCheckable(checkable)
        if picture:
            self._icons[action] = picture
        if button:
            action.setIconText(button)
        if tip:
            set_tip(action, tip)
        return action

    def become(self, action: QAction, text: str, picture: str, tip: str) -> None:
        """Give an action another meaning, unless it has it already."""
        if action.toolTip() != _with_shortcut(action, tip):
            action.setText(text)
            set_tip(action, tip)
            self.draw(action, picture)

    def draw(self, action: QAction, picture: str) -> None:
        """Give an action another icon."""
        self._icons[action] = picture
        action.setIcon(icon(picture, self._colour, self._side, self._scale))


def choice(menu: QMenu, group: QActionGroup, text: str) -> QAction:
    """Add one of several actions of which one is checked."""
    action = menu.addAction(text)
    action.setCheckable(True)
    group.addAction(action)
    return action


def set_tip(action: QAction, tip: str) -> None:
    """Set an action's tooltip, which ends with its shortcut."""
    action.setToolTip(_with_shortcut(action, tip))


def _with_shortcut(action: QAction, tip: str) -> str:
    keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
    return f"{tip} ({keys})" if keys else tip

"""The top bar: input device, files, demo, recording, playback and input level."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QSizePolicy, QToolButton, QWidget

from desktop_app.audio.input_devices import InputDevice
from desktop_app.audio.server_sources import on_screen
from desktop_app.engine.source_health import how_to_hear_the_computer
from desktop_app.formatting.local import listed
from desktop_app.panels.icons import SIDE
from desktop_app.panels.level_meter import LevelMeterWidget
from desktop_app.panels.named_combo_box import NamedComboBox
from desktop_app.translation import QT_TR_NOOP, tr

ICONS = Qt.ToolButtonStyle.ToolButtonIconOnly
ICONS_AND_WORDS = Qt.ToolButtonStyle.ToolButtonTextBesideIcon
DEVICES_SHARE = 50
"""Of the room, so that the gaps beside the pages take what is left."""
ARROW_WIDTH = 48
"""Of a combo box beside its text, in pixels, with the margins of any style."""
WORD_GAP = 13
"""Largest padding in pixels that a style adds around a button's text."""
SYSTEM_DEFAULT = QT_TR_NOOP("System default")
RECORDING = "QToolButton:checked { background: #c62828; color: white; font-weight: bold; }"
"""Red, so that a running recording is not overlooked."""


class SourceBar(QWidget):
    """The row of controls at the top; its buttons trigger the window's actions.

    Signals:
        device_chosen: name of the chosen input device, empty for the system default.
    """

    device_chosen = Signal(str)

    def __init__(
        self,
        refresh: QAction,
        sources: Sequence[QAction],
        record: QAction,
        controls: Sequence[QAction],
        pages: Sequence[QAction],
    ) -> None:
        """Build the bar from actions.

        Args:
            refresh: searches for input devices again.
            sources: open sources other than input devices.
            record: records the input.
            controls: start, stop and freeze any source.
            pages: switch between the window's pages.
        """
        super().__init__()
        self.devices = NamedComboBox(tr("Input device"))
        self.devices.currentTextChanged.connect(self._explain)
        self._explain("")
        self.devices.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.devices.setMinimumContentsLength(22)
        self.devices.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        # Narrower than its text, so that large fonts fit on small screens.
        self.devices.setMinimumWidth(64)
        self.devices.activated.connect(self._choose)
        self.level = LevelMeterWidget()
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        # Names begin alike, so it takes the room there is.
        layout.addWidget(self.devices, DEVICES_SHARE)
        layout.addWidget(_button(refresh, ICONS))
        self._worded: list[QToolButton] = []
        for action in sources:
            layout.addWidget(self._worded_button(action))
        layout.addStretch(1)
        for action in pages:
            layout.addWidget(_button(action, Qt.ToolButtonStyle.ToolButtonTextOnly))
        layout.addStretch(1)
        recording = self._worded_button(record)
        recording.setStyleSheet(RECORDING)
        layout.addWidget(recording)
        for action in controls:
            layout.addWidget(self._worded_button(action))
        layout.addSpacing(12)
        layout.addWidget(self.level)
        self._listed: tuple[InputDevice, ...] | None = None
        self.show_devices((), None)

    def show_devices(self, devices: tuple[InputDevice, ...], current: str | None) -> None:
        """List the input devices and select the one in use.

        Args:
            devices: the devices available now.
            current: name of the device in use, empty for the system default, None for none.
        """
        # What somebody is about to click must not move.
        if self.devices.view().isVisible():
            return
        if devices != self._listed:
            self._listed = devices
            self._list(devices)
        index = -1 if current is None else self.devices.findData(current)
        nothing = tr("Select an input…") if devices else tr("No input device")
        # One that is gone is still chosen.
        self.devices.setPlaceholderText(on_screen(current or "") or nothing)
        if index != self.devices.currentIndex():
            self.devices.setCurrentIndex(index)

    def minimumSizeHint(self) -> QSize:
        """Room for the buttons' icons without their text."""
        size = super().minimumSizeHint()
        shown = self._worded and self._worded[0].toolButtonStyle() is not ICONS
        return QSize(size.width() - (self._words_width() if shown else 0), size.height())

    def changeEvent(self, event: QEvent) -> None:
        """Follow the change between light and dark, which style sheets don't follow by default."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            for button in self.findChildren(QToolButton):
                button.setStyleSheet(button.styleSheet())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show text beside the icons where there is room for it."""
        super().resizeEvent(event)
        roomy = self.width() >= self.minimumSizeHint().width() + self._words_width()
        for button in self._worded:
            button.setToolButtonStyle(ICONS_AND_WORDS if roomy else ICONS)

    def _words_width(self) -> int:
        metrics = self.fontMetrics()
        return sum(metrics.horizontalAdvance(every.text()) + WORD_GAP for every in self._worded)

    def _worded_button(self, action: QAction) -> QToolButton:
        self._worded.append(_button(action, ICONS_AND_WORDS))
        return self._worded[-1]

    def _list(self, devices: tuple[InputDevice, ...]) -> None:
        self.devices.clear()
        if devices:
            self.devices.addItem(tr(SYSTEM_DEFAULT), "")
        for device in devices:
            self.devices.addItem(on_screen(device.name), device.name)
            tip = listed(device.properties)
            self.devices.setItemData(self.devices.count() - 1, tip, Qt.ItemDataRole.ToolTipRole)
        self.devices.setEnabled(bool(devices))
        names = (self.devices.itemText(row) for row in range(self.devices.count()))
        widest = max(map(self.fontMetrics().horizontalAdvance, names), default=0)
        self.devices.setMaximumWidth(max(self.devices.sizeHint().width(), widest + ARROW_WIDTH))

    def _explain(self, name: str) -> None:
        tips = (name, tr("Microphone or other input device"), how_to_hear_the_computer())
        self.devices.setToolTip("\n".join(filter(None, tips)))

    def _choose(self, index: int) -> None:
        self.device_chosen.emit(self.devices.itemData(index))


def _button(action: QAction, style: Qt.ToolButtonStyle) -> QToolButton:
    button = QToolButton()
    button.setDefaultAction(action)
    button.setToolButtonStyle(style)
    button.setIconSize(QSize(SIDE, SIDE))
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    # On a dark background a pressed button hardly differs from the others.
    button.setStyleSheet("QToolButton:checked { font-weight: bold; text-decoration: underline; }")
    return button

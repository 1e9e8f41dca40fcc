"""Where the sound comes from: input chooser, file, demo, start and stop, freeze, level."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QSizePolicy, QToolButton, QWidget

from desktop_app.audio.input_devices import InputDevice
from desktop_app.panels.icons import SIDE
from desktop_app.panels.level_meter import LevelMeterWidget

ICONS = Qt.ToolButtonStyle.ToolButtonIconOnly
ICONS_AND_WORDS = Qt.ToolButtonStyle.ToolButtonTextBesideIcon
WORD_GAP = 10
"""Pixels at most that a style puts around a word."""
SYSTEM_DEFAULT = "System default"
RECORDING = "QToolButton:checked { background: #c62828; color: white; font-weight: bold; }"
"""So red that nobody overlooks it."""


class SourceBar(QWidget):
    """The row of controls at the top; its buttons are the window's actions.

    Signals:
        device_chosen: name of an input device, empty for the system's default.
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
        """
        Args:
            refresh: looks for devices anew.
            sources: what else can be listened to, beside the devices.
            record: records the input.
            controls: what can be done with any source.
            pages: what can be looked at.
        """
        super().__init__()
        self.devices = QComboBox()
        self.devices.setToolTip("Microphone or other input to listen to")
        self.devices.setAccessibleName("Input device")
        self.devices.setPlaceholderText("Choose an input …")
        self.devices.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.devices.setMinimumContentsLength(22)
        self.devices.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        # Narrower than its text wants to be, so that large letters fit on small screens.
        self.devices.setMinimumWidth(80)
        self.devices.activated.connect(self._choose)
        self.level = LevelMeterWidget()
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.devices)
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
        """Show which devices there are and which is in use.

        Args:
            devices: as they are now.
            current: name of the one in use, empty for the system's default, None for none.
        """
        if devices != self._listed:
            self._listed = devices
            self._list(devices)
        index = -1 if current is None else self.devices.findData(current)
        if index != self.devices.currentIndex() and not self.devices.view().isVisible():
            self.devices.setCurrentIndex(index)

    def minimumSizeHint(self) -> QSize:
        """So narrow that the buttons lose their words and keep their pictures."""
        size = super().minimumSizeHint()
        shown = self._worded and self._worded[0].toolButtonStyle() is not ICONS
        return QSize(size.width() - (self._words_width() if shown else 0), size.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show the buttons' words where there is room for them."""
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
            self.devices.addItem(SYSTEM_DEFAULT, "")
        for device in devices:
            self.devices.addItem(device.name, device.name)
            tip = f"{device.host}, {device.rate} Hz, {device.channels} channels"
            self.devices.setItemData(self.devices.count() - 1, tip, Qt.ItemDataRole.ToolTipRole)
        self.devices.setEnabled(bool(devices))
        self.devices.setPlaceholderText("Choose an input …" if devices else "No input device")

    def _choose(self, index: int) -> None:
        self.device_chosen.emit(self.devices.itemData(index))


def _button(action: QAction, style: Qt.ToolButtonStyle) -> QToolButton:
    button = QToolButton()
    button.setDefaultAction(action)
    button.setToolButtonStyle(style)
    button.setIconSize(QSize(SIDE, SIDE))
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    # On a dark surface a pressed button hardly differs from the others.
    button.setStyleSheet("QToolButton:checked { font-weight: bold; text-decoration: underline; }")
    return button

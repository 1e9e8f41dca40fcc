"""Play head of a file: play and pause, where it is, go elsewhere."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSlider, QToolButton, QWidget

from desktop_app.words import clock

STEPS_PER_SECOND = 20


class Transport(QWidget):
    """Shown while the source is a file.

    Signals:
        sought: seconds into the file that the user went to.
    """

    sought = Signal(float)

    def __init__(self, play_pause: QAction) -> None:
        super().__init__()
        self.name = QLabel()
        self.name.setTextFormat(Qt.TextFormat.PlainText)
        self.position = QLabel("0:00")
        self.duration = QLabel("0:00")
        self.slider = QSlider(Qt.Orientation.Horizontal)
        self.slider.setAccessibleName("Position in the file")
        self.slider.setToolTip("Where the file is playing; drag or use the arrow keys to go there")
        self.slider.setPageStep(10 * STEPS_PER_SECOND)
        self.slider.setSingleStep(5 * STEPS_PER_SECOND)
        self.slider.actionTriggered.connect(self._moved)
        self.slider.sliderReleased.connect(self._seek)
        button = QToolButton()
        button.setDefaultAction(play_pause)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        for widget in (button, self.name, self.position):
            layout.addWidget(widget)
        layout.addWidget(self.slider, 1)
        layout.addWidget(self.duration)

    def show_position(self, name: str, position_s: float, duration_s: float) -> None:
        """Draw the play head, unless the user is dragging it."""
        self.name.setText(name)
        self.duration.setText(clock(duration_s))
        if self.slider.isSliderDown():
            self.position.setText(clock(self.slider.value() / STEPS_PER_SECOND))
            return
        self.position.setText(clock(position_s))
        self.slider.setMaximum(round(duration_s * STEPS_PER_SECOND))
        self.slider.setValue(round(position_s * STEPS_PER_SECOND))

    def _moved(self) -> None:
        if not self.slider.isSliderDown():
            self.sought.emit(self.slider.sliderPosition() / STEPS_PER_SECOND)

    def _seek(self) -> None:
        self.sought.emit(self.slider.value() / STEPS_PER_SECOND)

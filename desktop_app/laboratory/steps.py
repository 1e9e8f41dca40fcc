"""From stop to stop: a step back or on, all of them one after another, or anywhere at once."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSlider, QWidget

SLOWEST_MS, FASTEST_MS = 600, 30
WHOLE_MS = 15_000
"""How long a large image may take to play."""


class Steps(QWidget):
    """Where the kernel is, and where it goes.

    Signals:
        moved: stop, from 0, that the user or the play has gone to.
    """

    moved = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self._stops = 0
        self.back = QPushButton("&Back")
        self.back.setToolTip("Go back to the stop before (←).")
        self.back.clicked.connect(lambda: self.step(-1))
        self.play = QPushButton("Pla&y")
        self.play.setToolTip("Slide on from stop to stop, row by row (Space).")
        self.play.clicked.connect(self.play_or_pause)
        self.next = QPushButton("Ne&xt")
        self.next.setToolTip("Slide on to the next stop (→).")
        self.next.clicked.connect(lambda: self.step(1))
        self.slider = QSlider(Qt.Orientation.Horizontal)
        self.slider.setAccessibleName("Stop")
        self.slider.setToolTip("Where the kernel is: drag or use the arrow keys to go elsewhere.")
        self.slider.valueChanged.connect(self.moved)
        self.slider.sliderPressed.connect(self.pause)
        self.words = QLabel("S&top")
        self.words.setBuddy(self.slider)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        for widget in (self.back, self.play, self.next, self.words):
            layout.addWidget(widget)
        layout.addWidget(self.slider, 1)
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._play_on)

    @property
    def playing(self) -> bool:
        """Whether it slides on by itself."""
        return self._timer.isActive()

    def show_stop(self, stop: int, stops: int) -> None:
        """Draw where it is, without a signal.

        Args:
            stop: from 0.
            stops: how many there are; with 0 there is nowhere to go.
        """
        self._stops = stops
        self.slider.blockSignals(True)
        self.slider.setMaximum(max(0, stops - 1))
        self.slider.setValue(stop)
        self.slider.blockSignals(False)
        self.words.setText(f"S&top {stop + 1} of {stops}" if stops else "No s&top")
        self.back.setEnabled(stop > 0)
        self.next.setEnabled(stop < stops - 1)
        for control in (self.play, self.slider):
            control.setEnabled(stops > 1)
        if stop >= stops - 1:
            self.pause()

    def step(self, by: int) -> None:
        """Go some stops on, or back if there are fewer than 0, and stay there."""
        self.pause()
        self.slider.setValue(self.slider.value() + by)

    def play_or_pause(self) -> None:
        """Play, from the beginning if it is at the end, or stay where it is."""
        if self.playing:
            self.pause()
        elif self._stops > 1:
            if self.slider.value() == self.slider.maximum():
                self.slider.setValue(0)
            self.play.setText("Pause (&Y)")
            self._timer.start(max(FASTEST_MS, min(SLOWEST_MS, WHOLE_MS // self._stops)))

    def pause(self) -> None:
        """Stay where it is."""
        self._timer.stop()
        self.play.setText("Pla&y")

    def _play_on(self) -> None:
        self.slider.setValue(self.slider.value() + 1)

    def hideEvent(self, event: QHideEvent) -> None:
        """Nobody looks: stay where it is."""
        self.pause()
        super().hideEvent(event)

"""Buttons and slider that move the kernel: one step, all steps in a row, or to any step."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QEvent, QSignalBlocker, Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSlider, QWidget

from desktop_app.laboratory.labelled_combo_box import LabelledComboBox
from desktop_app.panels.live_panel import Remembered
from desktop_app.translation import QT_TR_NOOP, tr

SLOWEST_MS, FASTEST_MS = 600, 30
LONGEST_PLAY_MS = 15_000
"""Upper limit for playing all steps of a large image at normal speed."""
PLAY = QT_TR_NOOP("Pla&y")
SPEEDS = {"¼ ×": 0.25, "½ ×": 0.5, "1 ×": 1.0, "2 ×": 2.0, "4 ×": 4.0}
NORMAL = 1.0


class StepControls(QWidget):
    """Shows the step that the kernel is at and moves it.

    Signals:
        moved: the kernel has moved; the step, from 0.
    """

    moved = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self._count = 0
        self.back = QPushButton(tr("&Back"))
        self.back.setToolTip(tr("Previous step (←)"))
        self.back.clicked.connect(lambda: self.move_by(-1))
        self.play = QPushButton(tr(PLAY))
        self.play.clicked.connect(self.play_or_pause)
        self.next = QPushButton(tr("Ne&xt"))
        self.next.setToolTip(tr("Next step (→)"))
        self.next.clicked.connect(lambda: self.move_by(1))
        self.slider = QSlider(Qt.Orientation.Horizontal)
        self.slider.setAccessibleName(tr("Step"))
        self.slider.setToolTip(tr("Drag, or use the arrow keys, to go to any step"))
        self.slider.valueChanged.connect(self.moved)
        self.slider.sliderPressed.connect(self.pause)
        self.label = QLabel(tr("S&tep"))
        self.label.setBuddy(self.slider)
        self.speed = LabelledComboBox(
            tr("Speed"), list(SPEEDS.items()), tr("How fast the steps are played")
        )
        self.speed.show_value(NORMAL)
        self.speed.picked.connect(self._change_speed)
        for button in (self.back, self.play, self.next):
            # A click must not take Space away from playing.
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        for widget in (self.back, self.play, self.next, self.label):
            layout.addWidget(widget)
        layout.addWidget(self.slider, 1)
        layout.addWidget(self.speed.label)
        layout.addWidget(self.speed)
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._play_next)
        self.pause()

    @property
    def playing(self) -> bool:
        """Whether the steps are playing."""
        return self._timer.isActive()

    def show_step(self, step: int, count: int) -> None:
        """Show a step without emitting a signal.

        Args:
            step: the current step, from 0.
            count: the number of steps; 0 disables all controls.
        """
        if count != self._count:
            self._count = count
            self._reserve()
        with QSignalBlocker(self.slider):
            self.slider.setMaximum(max(0, count - 1))
            self.slider.setValue(step)
        self.label.setText(_step_text(step, count))
        self.back.setEnabled(step > 0)
        self.next.setEnabled(step < count - 1)
        for control in (self.play, self.slider):
            control.setEnabled(count > 1)
        if step >= count - 1:
            self.pause()

    def move_by(self, steps: int) -> None:
        """Pause and move forward, or backward for a negative number."""
        self.pause()
        self.slider.setValue(self.slider.value() + steps)

    def play_or_pause(self) -> None:
        """Pause, or play on; at the last step, play from the first one."""
        if self.playing:
            self.pause()
        elif self._count > 1:
            if self.slider.value() == self.slider.maximum():
                self.slider.setValue(0)
            self.play.setText(tr("Pause"))
            self.play.setToolTip(tr("Pause (Space)"))
            self.play.setShortcut(QKeySequence.mnemonic(tr(PLAY)))
            self._timer.start(self._interval_ms())

    def pause(self) -> None:
        """Stop playing and stay at the current step."""
        self._timer.stop()
        self.play.setText(tr(PLAY))
        self.play.setToolTip(tr("Play all steps, row by row (Space)"))

    def recall(self, remembered: Remembered) -> None:
        """Restore the speed."""
        self.speed.show_value(SPEEDS.get(remembered.text("step_speed"), NORMAL))

    def remember(self) -> Mapping[str, str]:
        """The speed, as a value to remember."""
        return {"step_speed": self.speed.currentText()}

    def _reserve(self) -> None:
        """Give the label a size that suits every step, so that the slider does not move."""
        self.label.setText(_step_text(self._count - 1, self._count))
        self.label.setFixedSize(self.label.sizeHint())

    def changeEvent(self, event: QEvent) -> None:
        """Follow the app's font."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._reserve()
            self.label.setText(_step_text(self.slider.value(), self._count))

    def _interval_ms(self) -> int:
        normal = max(FASTEST_MS, min(SLOWEST_MS, LONGEST_PLAY_MS // max(1, self._count)))
        return max(FASTEST_MS, round(normal / SPEEDS[self.speed.currentText()]))

    def _change_speed(self) -> None:
        if self.playing:
            self._timer.start(self._interval_ms())

    def _play_next(self) -> None:
        self.slider.setValue(self.slider.value() + 1)

    def hideEvent(self, event: QHideEvent) -> None:
        """Pause while the controls are hidden."""
        self.pause()
        super().hideEvent(event)


def _step_text(step: int, count: int) -> str:
    return (
        tr("S&tep {step} of {count}").format(step=step + 1, count=count)
        if count
        else tr("No s&teps")
    )

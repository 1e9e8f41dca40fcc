"""Why this genre: requests the attribution of the frame on the screen and draws it there."""

from __future__ import annotations

from PySide6.QtGui import QAction

from desktop_app.analysis.attribution_worker import AttributionWorker, Explanation, Question
from desktop_app.analysis.frame import AnalysisFrame
from desktop_app.formatting.text import screen_name
from desktop_app.panels.attribution_colours import AGAINST, FOR
from desktop_app.panels.attribution_controls import DEFAULT_OPACITY, AttributionControls
from desktop_app.panels.mfcc_image import MfccImage
from desktop_app.translation import QT_TR_NOOP, tr
from desktop_app.ui.settings import Settings
from model.features import HOP_SAMPLES, WINDOW_FRAMES

COMPUTING = QT_TR_NOOP("Computing…")
NOTHING_TO_EXPLAIN = QT_TR_NOOP("no genre shown")
FAILED = QT_TR_NOOP("Could not be computed")


class AttributionOverlay:
    """Belongs to the panel of the MFCC image; inactive until it is switched on.

    Attributes:
        controls: shown while it is switched on.
    """

    def __init__(self, switch: QAction, worker: AttributionWorker, image: MfccImage) -> None:
        """Put the controls into the panel.

        Args:
            switch: checked while it is on.
            worker: computes attributions.
            image: the image to draw them over.
        """
        self.controls = AttributionControls()
        self._switch = switch
        self._worker = worker
        self._image = image
        self._asked: Question | None = None
        self._answer: Explanation | None = None
        image.body.insertWidget(1, self.controls)
        self.controls.hide()
        switch.toggled.connect(self.controls.setVisible)
        switch.toggled.connect(worker.forgive)
        self.controls.opacity_changed.connect(image.set_evidence_opacity)
        image.set_evidence_opacity(DEFAULT_OPACITY / 100)

    def follow(self, frame: AnalysisFrame | None) -> None:
        """Request the attribution of a frame, and draw the newest one available.

        Args:
            frame: the one on the screen, live or frozen; None if no genre is shown for it.
        """
        question = self._question(frame)
        if question is not None and not _same(question, self._asked):
            self._worker.ask(question)
        self._asked = question
        self._answer = self._worker.answers.take() or self._answer
        if self._answer is not None and _lateness(self._answer.question, question) is None:
            self._answer = None
        self._show()

    def recall(self, settings: Settings) -> None:
        """Restore the controls as they were when the app was last closed."""
        self.controls.choose(settings.text("why_method"), settings.text("why_genre"))
        slider = self.controls.opacity
        opacity = settings.number(
            "why_opacity", DEFAULT_OPACITY, slider.minimum(), slider.maximum()
        )
        slider.setValue(round(opacity))
        self._switch.setChecked(settings.flag("why", False))

    def remember(self, settings: Settings) -> None:
        """Store the state of the controls."""
        settings.remember(
            why=self._switch.isChecked(),
            why_method=self.controls.method,
            why_genre=self.controls.genre,
            why_opacity=self.controls.opacity.value(),
        )

    def _question(self, frame: AnalysisFrame | None) -> Question | None:
        if not self._switch.isChecked() or not self._image.isVisible():
            return None
        if frame is None or frame.network is None or frame.answer is None:
            return None
        chosen = self.controls.genre
        if chosen in frame.network.genres:
            genre = frame.network.genres.index(chosen)
        else:
            genre = frame.answer.number
        return Question(frame, genre, self.controls.method)

    def _show(self) -> None:
        if self._asked is None or self._answer is None:
            self._image.show_evidence(None)
            failed, asked = self._worker.fault, self._asked
            self.controls.say(
                tr(NOTHING_TO_EXPLAIN if asked is None else FAILED if failed else COMPUTING)
            )
            return
        late = _lateness(self._answer.question, self._asked) or 0
        self._image.show_evidence(self._answer.values, late)
        self.controls.say(_legend(self._answer))


def _same(one: Question, other: Question | None) -> bool:
    return other is not None and (
        one.frame is other.frame and one.genre == other.genre and one.method == other.method
    )


def _lateness(answered: Question, now: Question | None) -> int | None:
    """How many hops ago the answered frame ended; None if it answers another question."""
    if now is None or (answered.genre, answered.method) != (now.genre, now.method):
        return None
    then, shown = answered.frame, now.frame
    if then.network is not shown.network or then.stream != shown.stream:
        return None
    hops = round((shown.end_sample - then.end_sample) / HOP_SAMPLES)
    return hops if 0 <= hops < WINDOW_FRAMES else None


def _legend(answer: Explanation) -> str:
    network = answer.question.frame.network
    name = screen_name(network.genres[answer.question.genre]) if network else ""
    spoken = tr("{square} for {genre}").format(square=_square(FOR), genre=name)
    if answer.question.method == "integrated gradients":
        spoken += " &nbsp;" + tr("{square} against").format(square=_square(AGAINST))
    return spoken


def _square(colour: tuple[int, int, int]) -> str:
    return f'<span style="color: rgb{colour}">■</span>'

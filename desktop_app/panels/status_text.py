"""Texts about the source and the result, shared by the window and the terminal."""

from __future__ import annotations

from dataclasses import dataclass

from desktop_app.analysis.frame import AnalysisFrame
from desktop_app.analysis.gate import State
from desktop_app.engine.source_status import Activity, SourceStatus
from model.features import HOP_SAMPLES, SAMPLE_RATE, WINDOW_FRAMES

WITH_ANSWER = (
    Activity.LISTENING, Activity.SILENT, Activity.PLAYING, Activity.PAUSED, Activity.ENDED,
)  # fmt: skip
"""Activities during which the newest frame's genre still belongs to the latest sound."""

SIGNS = {
    Activity.STOPPED: "■",
    Activity.OPENING: "…",
    Activity.LISTENING: "●",
    Activity.SILENT: "○",
    Activity.PLAYING: "▶",
    Activity.PAUSED: "‖",
    Activity.ENDED: "■",
    Activity.NO_SIGNAL: "△",
    Activity.RECOVERING: "↻",
    Activity.FAILED: "✕",
}
"""One sign per activity, recognisable without colour."""

MODEL_LOADING = "Loading the model…"
NO_MODEL = "No model is loaded: no genre shown"
LISTENING = "Listening…"
NO_GENRE = "No genre shown"


@dataclass(frozen=True)
class Words:
    """What is said about the result.

    Attributes:
        instead: in large type where no genre is named, empty where one is.
        below: one line of explanation under it.
    """

    instead: str
    below: str


def explain(status: SourceStatus, frame: AnalysisFrame | None, no_model: str) -> Words:
    """Say what is heard, or why no genre is named.

    Args:
        status: status of the source.
        frame: the newest frame since the sound began or was last interrupted, if any.
        no_model: why there is no model, empty if there is one.
    """
    match status.activity:
        case Activity.STOPPED:
            return Words("Stopped", "Start listening, open a file or play the demo.")
        case Activity.OPENING:
            return Words("Opening…", status.source)
        case Activity.RECOVERING:
            return Words("Waiting…", f"{status.source} is expected to return")
        case Activity.NO_SIGNAL | Activity.FAILED:
            return Words(_capitalised(status), NO_GENRE)
        case Activity.PAUSED | Activity.ENDED:
            word = _capitalised(status)
            named = frame is not None and frame.answer is not None
            return Words("", word) if named else Words(word, NO_GENRE)
    if frame is None:
        return Words(LISTENING, "Waiting for sound")
    if frame.heard == State.SILENCE.value:
        return Words("Silence", NO_GENRE)
    if no_model:
        return Words(LISTENING, no_model)
    if frame.state is State.FILLING:
        missing = (WINDOW_FRAMES - len(frame.mfcc)) * HOP_SAMPLES / SAMPLE_RATE
        return Words(LISTENING, f"{missing:.1f} s to go" if missing else NO_GENRE)
    if frame.heard == State.NOT_MUSIC.value:
        return Words("Not music", NO_GENRE)
    if frame.answer is None:
        return Words(LISTENING, NO_GENRE)
    return Words(
        "", f"Over the last {frame.averaged_s:g} s" if frame.averaged_s else "Latest window only"
    )


def _capitalised(status: SourceStatus) -> str:
    word: str = status.activity.value
    return word.capitalize()

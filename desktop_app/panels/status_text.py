"""Texts about the source and the result, shared by the window and the terminal."""

from __future__ import annotations

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


def explain(status: SourceStatus, frame: AnalysisFrame | None, no_model: str) -> str:
    """One line of explanation under the answer.

    Args:
        status: status of the source.
        frame: the newest frame since the sound began or was last interrupted, if any.
        no_model: why there is no model, empty if there is one.
    """
    match status.activity:
        case Activity.STOPPED:
            return "Start listening, open a file or play the demo."
        case Activity.OPENING:
            return f"Opening {status.source}…"
        case Activity.RECOVERING:
            return f"Waiting for {status.source} to return…"
        case Activity.NO_SIGNAL | Activity.FAILED:
            return f"{_capitalised(status)}: no genre shown"
        case Activity.PAUSED | Activity.ENDED:
            return _capitalised(status)
    if frame is None:
        return "Waiting for sound…"
    if frame.heard == State.SILENCE.value:
        return "Silence: no genre shown"
    if no_model:
        return no_model
    if frame.state is State.FILLING:
        missing = (WINDOW_FRAMES - len(frame.mfcc)) * HOP_SAMPLES / SAMPLE_RATE
        return f"Listening … {missing:.1f} s to go" if missing else "Listening…"
    if frame.heard == State.NOT_MUSIC.value:
        return "Not music: no genre shown"
    if frame.answer is None:
        return "No genre shown"
    return f"Over the last {frame.averaged_s:g} s" if frame.averaged_s else "Latest window only"


def _capitalised(status: SourceStatus) -> str:
    word: str = status.activity.value
    return word.capitalize()

"""What is said about the sound and the answer, in words that the window and the terminal share."""

from __future__ import annotations

from desktop_app.analysis.frame import AnalysisFrame
from desktop_app.analysis.gate import State
from desktop_app.engine.source_status import Activity, SourceStatus
from model.features import HOP_SAMPLES, SAMPLE_RATE, WINDOW_FRAMES

WITH_ANSWER = (
    Activity.LISTENING, Activity.SILENT, Activity.PLAYING, Activity.PAUSED, Activity.ENDED,
)  # fmt: skip
"""While the source does this, the newest frame's genre is that of what was heard last."""

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
"""A shape for what the source is doing, told apart without its colour."""

MODEL_LOADING = "The model is loading …"
NO_MODEL = "No model is loaded, so no genre is named."


def explain(
    status: SourceStatus, frame: AnalysisFrame | None, no_model: str, average_s: float
) -> str:
    """One line under the leading genre.

    Args:
        status: of the source.
        frame: the newest of the present stretch of sound, None before the first.
        no_model: why no model answers, empty if one does.
        average_s: seconds over which the shown probabilities are averaged.
    """
    match status.activity:
        case Activity.STOPPED:
            return "Start listening, open a file or play the demo."
        case Activity.OPENING:
            return f"Opening {status.source} …"
        case Activity.RECOVERING:
            return f"Waiting for {status.source} to come back …"
        case Activity.NO_SIGNAL | Activity.FAILED:
            return f"{_sentence(status)}: nothing to name."
        case Activity.PAUSED | Activity.ENDED:
            return _sentence(status)
    if frame is None:
        return "Waiting for sound …"
    if frame.state is State.SILENCE:
        return "Silence: no genre is named."
    if no_model:
        return no_model
    if frame.state is State.FILLING:
        missing = (WINDOW_FRAMES - len(frame.mfcc)) * HOP_SAMPLES / SAMPLE_RATE
        return f"Gathering the first window: {missing:.1f} s to go" if missing else "Gathering …"
    if frame.network is not None and frame.smoothed is None:
        return "Not music: no genre is named."
    return f"Average of the last {average_s:g} s" if average_s else "This window alone"


def _sentence(status: SourceStatus) -> str:
    word: str = status.activity.value
    return word.capitalize()

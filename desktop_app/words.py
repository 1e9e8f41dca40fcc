"""What is said about the sound and the answer, in words that the window and the terminal share."""

from __future__ import annotations

from desktop_app.analysis.frame import AnalysisFrame
from desktop_app.analysis.gate import State
from desktop_app.status import Activity, Status
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


def explain(status: Status, frame: AnalysisFrame | None, no_model: str, average_s: float) -> str:
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


def _sentence(status: Status) -> str:
    word: str = status.activity.value
    return word.capitalize()


def display_name(genre: str) -> str:
    """``hiphop`` -> ``Hiphop``: a label as it is shown."""
    return genre[:1].upper() + genre[1:]


def clock(seconds: float) -> str:
    """75.2 -> ``1:15``; an hour and more as ``1:02:03``."""
    whole = int(seconds)
    hours, minutes, rest = whole // 3600, whole // 60 % 60, whole % 60
    return f"{hours}:{minutes:02}:{rest:02}" if hours else f"{minutes}:{rest:02}"


def thousands(number: int) -> str:
    """51200 -> ``51 200``, with a space at which no line breaks."""
    return f"{number:,}".replace(",", "\u00a0")


TOUR = (
    "Choose what is listened to: a microphone, your own files, or the demo. Nothing is recorded "
    "unless you press Record, and nothing leaves this computer.",
    "This is all that the network hears: the last 2.3 seconds as 100 frames of 13 MFCC, newest on "
    "the right.",
    "This is what a layer makes of it, one map for each of its kernels. Choose any layer; click a "
    "map to enlarge it, click a kernel to change it.",
    "And this is what it says. The average over a few seconds is calmer and surer than a single "
    "window.",
    "Under View: the sum behind every pixel, why this genre, the history, the architecture, the "
    "list of what was heard in this session, and the laboratory, where convolution and pooling can "
    "be tried by hand.",
)
"""What the tour says of the sources, the image, the maps, the answer and the menus."""

"""Texts about the source and the result, shared by the window and the terminal."""

from __future__ import annotations

from dataclasses import dataclass

from desktop_app.analysis.answer import Answer
from desktop_app.analysis.frame import AnalysisFrame
from desktop_app.analysis.gate import State
from desktop_app.audio.server_sources import on_screen, program_of
from desktop_app.engine.source_status import Activity, SourceStatus
from desktop_app.formatting.local import local
from desktop_app.formatting.text import screen_name
from resources.languages import N_, gettext

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

MODEL_LOADING = N_("Loading the model…")
NO_MODEL = N_("No model is loaded: no genre shown")
LISTENING = N_("Listening…")
NO_GENRE = N_("No genre shown")


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
            return Words(
                gettext("Stopped"), gettext("Start listening, open a file or play the demo.")
            )
        case Activity.OPENING:
            return Words(gettext("Opening…"), on_screen(status.source))
        case Activity.RECOVERING:
            return Words(gettext("Waiting…"), _waited_for(status.source))
        case Activity.NO_SIGNAL | Activity.FAILED:
            return Words(_capitalised(status), gettext(NO_GENRE))
        case Activity.PAUSED | Activity.ENDED:
            word = _capitalised(status)
            named = frame is not None and frame.answer is not None
            return Words("", word) if named else Words(word, gettext(NO_GENRE))
    if frame is None:
        return Words(gettext(LISTENING), gettext("Waiting for sound"))
    if frame.state is State.SILENCE:
        return Words(screen_name(frame.state.value), gettext(NO_GENRE))
    if no_model:
        return Words(gettext(LISTENING), gettext(no_model))
    if frame.state is State.FILLING:
        missing = gettext("{seconds:.1f} s to go").format(seconds=local(frame.missing_s))
        return Words(gettext(LISTENING), missing)
    if frame.state is State.NOT_MUSIC:
        return Words(screen_name(frame.state.value), gettext(NO_GENRE))
    if frame.answer is None:
        return Words(gettext(LISTENING), gettext(NO_GENRE))
    return Words("", _basis(frame.averaged_s, frame.answer))


def _basis(seconds: float, answer: Answer) -> str:
    if not seconds:
        return gettext("Latest window only")
    if answer.leaning is None:
        return gettext("Over the last {seconds:g} s").format(seconds=local(seconds))
    # Otherwise “Not sure” would contradict a long bar below it.
    return gettext("Over the last {seconds:g} s, leaning towards {genre}").format(
        seconds=local(seconds), genre=screen_name(answer.genres[answer.leaning])
    )


def _waited_for(source: str) -> str:
    if program := program_of(source):
        return gettext("Continues when {program} plays again").format(program=program)
    return gettext("Continues when {source} returns").format(source=on_screen(source))


def _capitalised(status: SourceStatus) -> str:
    word = gettext(status.activity.value)
    return word[:1].upper() + word[1:]

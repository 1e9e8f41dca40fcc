"""The message that other programs get; documented in ``resources/docs/messages.md``."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from datetime import datetime

from desktop_app.analysis.frame import AnalysisFrame
from desktop_app.engine.source_status import SourceStatus

VERSION = 1
"""Increased when a field changes its meaning or disappears."""


@dataclass(frozen=True)
class Message:
    """What is heard at one moment.

    Attributes:
        time: local time with UTC offset, ISO 8601.
        source: name of the device or file; empty without one.
        activity: of the source, a value of :class:`engine.source_status.Activity`.
        state: what is heard, a value of :class:`analysis.gate.State`; None without sound.
        genre: the leading one, as the model spells it; None if no genre is shown.
        probability: of the genre, 0 to 1; None without one.
        sure: whether the genre is probable enough; None without one.
        answer: the words of the window: *Pop*, *Pop or Rock*, *Not sure*; None without a genre.
        probabilities: genre -> 0 to 1, of what the answer is about; empty without a genre.
        level: of the sound in dBFS (root mean square); None without sound.
        version: of this format.
    """

    time: str
    source: str
    activity: str
    state: str | None
    genre: str | None
    probability: float | None
    sure: bool | None
    answer: str | None
    probabilities: Mapping[str, float] = field(default_factory=dict)
    level: float | None = None
    version: int = VERSION

    @property
    def content(self) -> tuple[str | None, ...]:
        """The part whose change is worth telling at once."""
        return self.source, self.activity, self.state, self.genre, self.answer

    def as_json(self) -> str:
        """The message as a JSON object on one line."""
        return json.dumps(asdict(self))


def message_of(status: SourceStatus, frame: AnalysisFrame | None) -> Message:
    """Make the message of this moment.

    Args:
        status: of the source.
        frame: the newest one; None if there was none.
    """
    if frame is not None and not (status.running and frame.stream >= status.first_stream):
        frame = None
    answer = None if frame is None else frame.answer
    return Message(
        time=datetime.now().astimezone().isoformat(timespec="milliseconds"),
        source=status.source,
        activity=status.activity.value,
        state=None if frame is None else frame.state.value,
        genre=None if answer is None else answer.genre,
        probability=None if answer is None else round(answer.probability, 4),
        sure=None if answer is None else answer.sure,
        answer=None if answer is None else answer.words,
        probabilities={}
        if answer is None
        else {
            genre: round(float(probability), 4)
            for genre, probability in zip(answer.genres, answer.probabilities, strict=True)
        },
        level=None if frame is None else round(frame.level.rms_dbfs, 1),
    )

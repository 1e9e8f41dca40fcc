"""A source that was lost, until it is taken up again."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from desktop_app.engine.source_status import Activity, SourceStatus

RETRY_SECONDS = 1.0
"""Between two tries: looking for devices takes some 50 ms of a processor."""


@dataclass
class Lost:
    """What was heard, why it is not heard any more, and how to take it up again.

    Attributes:
        name: of the device or file.
        is_file: which of the two.
        why: one sentence.
        take_up: opens it anew where it was; raises SourceError where that isn't possible yet.
        next_try: clock time.
    """

    name: str
    is_file: bool
    why: str
    take_up: Callable[[], object]
    next_try: float

    def tried(self, now: float) -> None:
        """It was in vain."""
        self.next_try = now + RETRY_SECONDS

    def status(self, problems: Callable[[str], str], first_stream: int) -> SourceStatus:
        """What is shown meanwhile.

        Args:
            problems: puts the sentence beside what else is wrong.
            first_stream: see :class:`SourceStatus`.
        """
        return SourceStatus(
            Activity.RECOVERING, self.name, problems(self.why), first_stream=first_stream
        )

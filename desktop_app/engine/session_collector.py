"""Groups what is heard over time into parts, each with start, end, genre and probability."""

from __future__ import annotations

from dataclasses import dataclass, replace

STEP_SECONDS = 0.5
"""Minimum interval between observations."""
STAY_SECONDS = 5.0
"""Anything heard for a shorter time does not start a part."""
GAP_SECONDS = 2.0
"""After this long without sound a part ends."""


@dataclass(frozen=True)
class Part:
    """A period in which the same was heard from one source.

    Attributes:
        number: from 1, in order of time.
        began_at: seconds since 1970.
        ended_at: likewise.
        source: name of the device or file.
        heard: label of an answer, or the word for a state.
        probability: of the genres named, mean over the part, 0 to 1; None if none is.
    """

    number: int
    began_at: float
    ended_at: float
    source: str
    heard: str
    probability: float | None

    @property
    def seconds(self) -> float:
        """Length in seconds."""
        return self.ended_at - self.began_at


@dataclass(frozen=True)
class Heard:
    """An observation: what is heard at one time.

    Attributes:
        at: seconds since 1970.
        source: name of the device or file.
        what: label of an answer or the word for a state; None while nothing is known.
        probability: of the genres named, 0 to 1; None if none is.
    """

    at: float
    source: str
    what: str | None
    probability: float | None


class _Sum:
    """Observations of the same label or state, and their mean probability."""

    def __init__(self, heard: Heard) -> None:
        self.what = heard.what
        self.source = heard.source
        self.began_at = heard.at
        self._total, self._count = 0.0, 0
        self.add(heard)

    def add(self, heard: Heard) -> None:
        if heard.probability is not None:
            self._total += heard.probability
            self._count += 1

    @property
    def mean(self) -> float | None:
        return self._total / self._count if self._count else None


class Collector:
    """Groups observations, in order of time, into parts.

    Once something has been heard for five seconds in a row, a part begins at the start of those
    seconds. It ends when the next part begins, the source changes, or there is no sound for two
    seconds.
    """

    def __init__(self) -> None:
        self._part: Part | None = None
        self._sum: _Sum | None = None
        self._next: _Sum | None = None
        self._last: Heard | None = None
        self._count = 0

    def note(self, heard: Heard) -> tuple[Part, ...]:
        """Add an observation; it is ignored within half a second of the previous one.

        Returns:
            The parts that are new or have grown, in order of time.
        """
        last = self._last
        if last is not None:
            if heard.source != last.source or not 0.0 <= heard.at - last.at <= GAP_SECONDS:
                self.end()
            elif heard.at - last.at < STEP_SECONDS:
                return ()
        self._last = heard
        if heard.what is None:
            return ()
        if self._sum is not None and heard.what == self._sum.what:
            self._sum.add(heard)
            self._next = None
        elif self._next is not None and heard.what == self._next.what:
            self._next.add(heard)
        else:
            self._next = _Sum(heard)
        return self._grown(heard.at)

    def end(self) -> None:
        """End the current part; anything heard next starts another."""
        self._part = self._sum = self._next = self._last = None

    def _grown(self, now: float) -> tuple[Part, ...]:
        found: list[Part] = []
        coming = self._next
        if coming is None or now - coming.began_at < STAY_SECONDS:
            if self._part is not None and coming is None:
                found.append(self._lengthen(self._part, now))
            return tuple(found)
        if self._part is not None:
            found.append(self._lengthen(self._part, coming.began_at))
        self._count += 1
        self._sum, self._next = coming, None
        part = Part(self._count, coming.began_at, now, coming.source, str(coming.what), coming.mean)
        self._part = part
        return (*found, part)

    def _lengthen(self, part: Part, until: float) -> Part:
        mean = self._sum.mean if self._sum is not None else None
        self._part = replace(part, ended_at=until, probability=mean)
        return self._part

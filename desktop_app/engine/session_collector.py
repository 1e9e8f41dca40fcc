"""Groups what is heard over time into parts, each with start, end, genre and probability."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime

STEP_SECONDS = 0.5
"""Minimum interval between observations."""
STAY_SECONDS = 5.0
"""Anything heard for a shorter time does not begin a part."""
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
        recorded: when the beginning of the part was recorded, if it is from a file that says so;
            on the recorder's clock, or with an offset from UTC.
    """

    number: int
    began_at: float
    ended_at: float
    source: str
    heard: str
    probability: float | None
    recorded: datetime | None = None

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
        recorded: when it was recorded, if it is from a file that says so.
    """

    at: float
    source: str
    what: str | None
    probability: float | None
    recorded: datetime | None = None


class _Sum:
    """Observations of the same label or state, and their mean probability.

    Attributes:
        against_s: for how long something else was heard since the first of them.
    """

    def __init__(self, heard: Heard, before: float | None) -> None:
        self.what = heard.what
        self.source, self.recorded = heard.source, heard.recorded
        self.began_at = self.heard_at = heard.at
        # Of the part before, which ends here if this becomes the next one.
        self.mean_before = before
        self.against_s = 0.0
        self._total, self._count = 0.0, 0
        self.add(heard)

    def add(self, heard: Heard) -> None:
        self.heard_at = heard.at
        if heard.probability is not None:
            self._total += heard.probability
            self._count += 1

    @property
    def mean(self) -> float | None:
        return self._total / self._count if self._count else None

    def stays(self, now: float) -> bool:
        """Whether it was heard for long enough, and longer than everything else together."""
        heard_s = now - self.began_at - self.against_s
        return heard_s >= STAY_SECONDS and heard_s > self.against_s


class Collector:
    """Groups observations, in order of time, into parts.

    Once something has been heard for five seconds, a part begins where it was first heard. Short
    interruptions, like the pauses of somebody who speaks, neither begin a part nor keep one from
    beginning. It ends when the next part begins, the source changes, or there is no sound for two
    seconds. In between nothing is left out: what is brief belongs to the part before it, or, at the
    beginning of the sound, to the one after it.
    """

    def __init__(self, after: int = 0) -> None:
        """Begin without a part.

        Args:
            after: the number that the first part follows.
        """
        self._part: Part | None = None
        self._sum: _Sum | None = None
        self._coming: dict[str, _Sum] = {}
        self._first: Heard | None = None
        self._last: Heard | None = None
        self._count = after

    def note(self, heard: Heard) -> tuple[Part, ...]:
        """Add an observation; it is ignored within half a second of the previous one.

        Returns:
            The parts that are new or have changed, in order of time.
        """
        last = self._last
        ended: tuple[Part, ...] = ()
        if last is not None:
            if heard.source != last.source or not 0.0 <= heard.at - last.at <= GAP_SECONDS:
                ended = self.end()
            elif heard.at - last.at < STEP_SECONDS:
                return ()
        step_s = 0.0 if self._last is None else heard.at - self._last.at
        self._last = heard
        self._first = self._first or heard
        return ended if heard.what is None else (*ended, *self._take(heard, heard.what, step_s))

    def _take(self, heard: Heard, what: str, step_s: float) -> tuple[Part, ...]:
        self._weigh(what, heard.at, step_s)
        if self._sum is not None and self._part is not None and what == self._sum.what:
            self._sum.add(heard)
            return (self._lengthen(self._part, heard.at, self._sum.mean),)
        coming = self._coming.get(what)
        if coming is None:
            before = self._sum.mean if self._sum is not None else None
            coming = self._coming[what] = _Sum(heard, before)
        else:
            coming.add(heard)
        return self._begin(coming, heard.at) if coming.stays(heard.at) else ()

    def end(self) -> tuple[Part, ...]:
        """End the current part; anything heard next starts another.

        Returns:
            The part, if it is longer now.
        """
        part, last = self._part, self._last
        mean = None if self._sum is None else self._sum.mean
        self._part = self._sum = self._first = self._last = None
        self._coming = {}
        if part is None or last is None or last.at <= part.ended_at:
            return ()
        return (replace(part, ended_at=last.at, probability=mean),)

    def _weigh(self, what: str, now: float, step_s: float) -> None:
        """Count what is heard against everything else, and forget what is long gone."""
        for name, coming in tuple(self._coming.items()):
            if name != what:
                coming.against_s += step_s
                if now - coming.heard_at >= STAY_SECONDS:
                    del self._coming[name]

    def _begin(self, coming: _Sum, now: float) -> tuple[Part, ...]:
        before = self._part
        found = []
        if before is not None:
            found.append(self._lengthen(before, coming.began_at, coming.mean_before))
        first = self._first if before is None else None
        began_at = coming.began_at if first is None else first.at
        recorded = coming.recorded if first is None else first.recorded
        self._count += 1
        self._sum, self._coming = coming, {}
        heard = str(coming.what)
        part = Part(self._count, began_at, now, coming.source, heard, coming.mean, recorded)
        self._part = part
        return (*found, part)

    def _lengthen(self, part: Part, until: float, mean: float | None) -> Part:
        self._part = replace(part, ended_at=until, probability=mean)
        return self._part

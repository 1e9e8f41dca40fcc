"""Makes parts of what is said from moment to moment: from, to, what, how surely."""

from __future__ import annotations

from dataclasses import dataclass, replace

STEP_SECONDS = 0.5
"""From one look at what is said to the next."""
STAY_SECONDS = 5.0
"""What is said for less than this is an exception within something else."""
GAP_SECONDS = 2.0
"""After so long without sound a part is over."""


@dataclass(frozen=True)
class Part:
    """A stretch of one source of which one thing was said.

    Attributes:
        number: from 1, in order of time.
        began_at, ended_at: seconds since 1970.
        source: name of the device or file.
        heard: a genre, or a state's word.
        probability: mean while ``heard`` was what was said; None for a state.
    """

    number: int
    began_at: float
    ended_at: float
    source: str
    heard: str
    probability: float | None

    @property
    def seconds(self) -> float:
        """How long it lasted."""
        return self.ended_at - self.began_at


@dataclass(frozen=True)
class Said:
    """What is said at one time.

    Attributes:
        at: seconds since 1970.
        source: name of the device or file.
        heard: a genre or a state's word; None while nothing can be said.
        probability: of the genre, None for a state.
    """

    at: float
    source: str
    heard: str | None
    probability: float | None


class _Sum:
    """Of one thing that is said again and again."""

    def __init__(self, said: Said) -> None:
        self.heard = said.heard
        self.source = said.source
        self.began_at = said.at
        self._total, self._count = 0.0, 0
        self.add(said)

    def add(self, said: Said) -> None:
        if said.probability is not None:
            self._total += said.probability
            self._count += 1

    @property
    def mean(self) -> float | None:
        return self._total / self._count if self._count else None


class Collector:
    """Takes what is said in order of time.

    A part begins when something has been said for five seconds on end, at the time when that began;
    it is over when the next begins, the source changes or there is no sound for two seconds.
    """

    def __init__(self) -> None:
        self._part: Part | None = None
        self._sum: _Sum | None = None
        self._next: _Sum | None = None
        self._last: Said | None = None
        self._count = 0

    def note(self, said: Said) -> tuple[Part, ...]:
        """Take what is said now; sooner than half a second after the last it is left out.

        Returns:
            The parts that are new or have become longer, in order of time.
        """
        last = self._last
        if last is not None:
            if said.source != last.source or not 0.0 <= said.at - last.at <= GAP_SECONDS:
                self.end()
            elif said.at - last.at < STEP_SECONDS:
                return ()
        self._last = said
        if said.heard is None:
            return ()
        if self._sum is not None and said.heard == self._sum.heard:
            self._sum.add(said)
            self._next = None
        elif self._next is not None and said.heard == self._next.heard:
            self._next.add(said)
        else:
            self._next = _Sum(said)
        return self._grown(said.at)

    def end(self) -> None:
        """There is no sound any more: whatever comes next is another part."""
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
        part = Part(
            self._count, coming.began_at, now, coming.source, str(coming.heard), coming.mean
        )
        self._part = part
        return (*found, part)

    def _lengthen(self, part: Part, until: float) -> Part:
        mean = self._sum.mean if self._sum is not None else None
        self._part = replace(part, ended_at=until, probability=mean)
        return self._part

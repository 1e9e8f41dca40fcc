"""The one source that is open: an input device, a file of the playlist, or a replay."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from typing import Any

from desktop_app.audio.sound_system import SoundSystem
from desktop_app.audio.source import Playback, Source
from desktop_app.audio.stream_segment import Clock
from desktop_app.engine.clip_start import ClipStart
from desktop_app.engine.source_state import BeingOpened, SourceState


class CurrentSource:
    """Takes and closes sources on the calling thread; any thread may read attributes.

    Attributes:
        state: what is open, being opened or reconnected; replaced at every change.
    """

    def __init__(self, clock: Clock, system: SoundSystem) -> None:
        """Start without a source.

        Args:
            clock: in seconds.
            system: starts and closes devices.
        """
        self.state = SourceState()
        self._clock = clock
        self._system = system

    @property
    def source(self) -> Source | None:
        """What is open, None for nothing."""
        return self.state.source

    @property
    def playback(self) -> Playback | None:
        """How to control the file or replay that is open, None for an input or nothing."""
        return self.state.playback

    def fail(self, message: str, *, asked_for: bool) -> None:
        """Record that a command failed.

        Args:
            message: one sentence; empty if it is reported elsewhere.
            asked_for: whether the command was to open another source.
        """
        state = self.state
        self.change(
            message=message or state.message,
            failed=state.failed or (asked_for and state.source is None),
        )

    def change(self, **changes: Any) -> None:
        """Replace attributes of the state, all at once."""
        self.state = replace(self.state, **changes)

    @contextmanager
    def opens(self, name: str, *, is_input: bool) -> Iterator[None]:
        """Show, while the block runs, that a source of this name is being opened."""
        before = self.state.opening
        self.change(opening=BeingOpened(name, is_input))
        try:
            yield
        finally:
            self.change(opening=before)

    def begin(self, source: Source, start: ClipStart | None = None, silence: str = "") -> None:
        """Start a source that was opened; the one before is closed already.

        Args:
            source: open.
            start: where and how a clip begins; None for an input.
            silence: one sentence if a file plays without an audio output, else empty.

        Raises:
            SourceError: it could not be started; it is closed.
        """
        self._system.start(source)
        self.change(
            source=source,
            playlist=start.playlist if start else None,
            loop=start.loop if start else None,
            lost=None,
            failed=False,
            opening=None,
            begun_at=self._clock(),
            message=start.message if start else "",
            silence=silence,
            listing="",
        )

    def stop(self) -> None:
        """Release the source; the playlist keeps its position."""
        self.close()
        self.change(lost=None, failed=False, message="", silence="", listing="")

    def close(self) -> None:
        """Release the source, if there is one."""
        state = self.state
        if state.source is not None:
            self.change(
                source=None,
                playlist=state.restarted,
                message="",
                silence="",
                listing="",
                closed_stream=state.first_stream,
            )
            self._system.close(state.source)

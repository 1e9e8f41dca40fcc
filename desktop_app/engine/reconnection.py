"""Devices and streams that come and go: refreshing the list, and reconnecting what was lost."""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import replace

from desktop_app.audio.input_devices import NO_INPUT, InputDevice
from desktop_app.audio.server_sources import on_screen
from desktop_app.audio.sound_system import SoundSystem
from desktop_app.audio.source import Source
from desktop_app.audio.source_error import SourceError
from desktop_app.audio.stream_segment import Clock
from desktop_app.engine.clip_start import ClipStart
from desktop_app.engine.current_source import CurrentSource
from desktop_app.engine.inputs import DeviceInput, Input, StreamInput
from desktop_app.engine.listening import Listening
from desktop_app.engine.playing import Playing
from desktop_app.engine.source_health import (
    RETRY_SECONDS,
    STEADY_SECONDS,
    FileGone,
    LostSource,
    not_playing,
)
from desktop_app.threads.guard import Guard
from resources.languages import N_, gettext

log = logging.getLogger(__name__)


class Reconnection:
    """Reopens the current source; runs on the source's thread, like everything that opens."""

    def __init__(
        self,
        clock: Clock,
        system: SoundSystem,
        current: CurrentSource,
        listening: Listening,
        playing: Playing,
    ) -> None:
        """Start with no lost source.

        Args:
            clock: in seconds.
            system: lists and opens devices.
            current: the source to reopen.
            listening: reopens it if it is an input.
            playing: reopens it if it is a file.
        """
        self._clock = clock
        self._system = system
        self._current = current
        self._listening = listening
        self._playing = playing
        self._last_stream: LostSource | None = None
        self._listing = Guard(log, N_("listing the input devices"))

    def list_inputs(self) -> None:
        """List input devices as the system knows them; a failure is reported in the state."""
        self._current.change(listing=self._list(rescan=False))

    def notice_changes(self) -> None:
        """List the input devices again, because some have come or gone.

        A sound server moves a stream whose source goes to another one, such as a microphone when
        an output was listened to. That isn't what was chosen, so the source counts as lost. It also
        moves what listens to the default when another source becomes that. This one is opened
        again, because it has another name and rate; and so is a program that plays another stream.
        """
        source, opened = self._current.source, self._listening.opened
        before = self._device_of(opened)
        self.list_inputs()
        now = self._device_of(opened)
        if source is None or source.playback is not None or not self._system.inputs:
            return
        if before is None or not before.on_server:
            return
        if now is None:
            gone = gettext("“{name}” is no longer connected.").format(name=on_screen(source.name))
            self.lose(not_playing(source.name) or gone)
        elif (now.server_source, now.program) != (before.server_source, before.program):
            self._reopen(source)

    def _device_of(self, opened: Input) -> InputDevice | None:
        """The device listed for an input, None without one."""
        if not isinstance(opened, DeviceInput):
            return None
        return next(
            (
                device
                for device in self._system.inputs
                if (device.default if opened.device is None else device.name == opened.device)
            ),
            None,
        )

    def _reopen(self, source: Source) -> None:
        reopen = self._reopener(or_silence=False)
        if reopen is not None:
            try:
                reopen()
            except SourceError as error:
                self._wait(source, str(error), reopen)

    def _list(self, *, rescan: bool) -> str:
        """List input devices.

        Args:
            rescan: find out what is plugged in now; no device may be open.

        Returns:
            One sentence if that failed, else an empty one.
        """
        self._listing.clear()
        with self._listing:
            try:
                self._system.list_inputs(rescan=rescan)
            except SourceError as error:
                return str(error)
        return self._listing.fault

    def refresh(self) -> None:
        """Look for new devices, for which open ones are closed briefly.

        The source is reopened; a file that plays silently gets its output back.
        """
        source = self._current.source
        if source is None:
            self._current.change(listing=self._list(rescan=True))
            return
        is_input = source.playback is None
        with self._current.opens(source.name, is_input=is_input):
            if source.on_device:
                problem = self._reopen_after_rescan(source)
            else:
                problem = self._list(rescan=True)
                self._make_audible(source)
        if not is_input and not self._system.inputs:
            problem = problem or gettext(NO_INPUT)
        self._current.change(listing=problem)

    def _reopen_after_rescan(self, source: Source) -> str:
        reopen = self._reopener(or_silence=True)
        self._current.close()
        problem = self._list(rescan=True)
        if reopen is not None:
            try:
                reopen()
            except FileGone:
                raise
            except SourceError as error:
                self._wait(source, str(error), reopen)
        return problem

    def _make_audible(self, source: Source) -> None:
        """Move a file that plays silently to the audio output, if there is one again."""
        reopen = self._reopener(or_silence=True)
        if reopen is None:
            return
        try:
            # First, so that the player is not interrupted if there is still no device.
            output = self._system.open_output(source.rate, min(source.channels, 2))
        except SourceError as error:
            log.debug("still without an audio output: %s", error)
        else:
            self._system.thread.send(output.close)
            reopen()

    def _reopener(self, *, or_silence: bool) -> Callable[[], object] | None:
        """Return a function that reopens the source at its present position.

        Args:
            or_silence: whether a file may continue without an audio output.

        Returns:
            The function; it raises SourceError while that isn't possible, and FileGone if it never
            will be. None if there is nothing to continue.
        """
        state, opened = self._current.state, self._listening.opened
        source, playback = state.source, state.playback
        if source is None:
            return None
        if playback is None:
            return lambda: self._listening.open_input(opened)
        if source.vital_signs.ended and not state.has_more:
            return None
        reopen, name = playback.reopen, source.name
        start = ClipStart(state.playlist, playback.position_s, playback.paused, state.loop)

        def reopen_here() -> None:
            try:
                clip = self._playing.opening.open(reopen, name)
            except SourceError as error:
                raise FileGone(str(error)) from error
            self._playing.play_clip(clip, start, or_silence=or_silence)

        return reopen_here

    def lose(self, why: str) -> None:
        """Close the source because it failed, and start reconnecting it.

        Args:
            why: one sentence for the user.
        """
        source, reopen = self._current.source, self._reopener(or_silence=False)
        if source is not None and reopen is not None:
            self._wait(source, why, reopen)
            self._current.close()

    def _wait(self, source: Source, why: str, reopen: Callable[[], object]) -> None:
        is_input = source.playback is None
        name = self._listening.input_name if is_input else source.name
        self._begin_waiting(name, is_input, why, reopen, source.on_network)

    def _wait_for_input(self, why: str) -> None:
        """Start reconnecting the input that was replayed."""
        self._begin_waiting(
            self._listening.input_name,
            True,
            why,
            self._listening.listen_again,
            isinstance(self._listening.chosen, StreamInput),
        )
        self._current.close()

    def _begin_waiting(
        self, name: str, is_input: bool, why: str, reopen: Callable[[], object], on_network: bool
    ) -> None:
        lost = LostSource(name, is_input, why, reopen, self._clock(), on_network)
        if on_network:
            lost = self._last_stream = self._patient(lost)
        self._current.change(lost=lost)

    def _patient(self, lost: LostSource) -> LostSource:
        """Wait longer and longer for a stream, also if it is lost again soon each time."""
        before, pause_s = self._last_stream, RETRY_SECONDS
        brief = self._clock() - self._current.state.begun_at < STEADY_SECONDS
        if before is not None and before.name == lost.name and brief:
            pause_s = before.pause_s
        return replace(lost, next_try=lost.next_try + pause_s, pause_s=pause_s)

    def reconnect(self) -> None:
        """Try to reopen the lost source, if it is time for another attempt.

        Raises:
            FileGone: the file can no longer be opened; reconnecting ends.
        """
        lost = self._current.state.lost
        if lost is None or self._clock() < lost.next_try:
            return
        problem = self._list(rescan=True)
        try:
            lost.reopen()
        except FileGone:
            self._current.change(lost=None, listing="")
            raise
        except SourceError as error:
            log.debug("not back yet: %s", error)
            # The missing device is reported already; a sound system that hangs is not.
            self._current.change(listing=problem)
        finally:
            # Also after an unexpected exception, which would otherwise recur at every tick.
            self._postpone(lost)

    def _postpone(self, lost: LostSource) -> None:
        later = lost.postponed(self._clock())
        if self._last_stream is lost:
            self._last_stream = later
        if self._current.state.lost is lost:
            self._current.change(lost=later)

    def continue_after_end(self) -> None:
        """Play the next file, or listen again after a replay; no effect after the last file.

        Raises:
            SourceError: none of the files that come after it can be opened.
        """
        state = self._current.state
        if not state.replaying:
            # The message shown with the first of these files still applies.
            self._playing.play_next(state.message)
            return
        try:
            self._listening.listen_again()
        except SourceError as error:
            self._wait_for_input(str(error))
        except Exception as error:
            self._wait_for_input(
                gettext("Could not open “{name}”: {error!r}.").format(
                    name=self._listening.input_name, error=error
                )
            )
            raise

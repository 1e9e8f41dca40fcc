"""The receivers that are told while the program runs, at most one of each kind; may be changed."""

from __future__ import annotations

import threading
from collections.abc import Callable, Mapping

from desktop_app.outputs import addresses
from desktop_app.outputs.channel import Channel, Receiver, close_all
from desktop_app.outputs.message import Message

KINDS: Mapping[str, Callable[[str], Receiver]] = {
    "osc": addresses.osc,
    "web": addresses.web,
    "mqtt": addresses.mqtt,
    "command": addresses.command,
}


class Sending:
    """Tells each receiver what is heard. Methods may be called from any thread."""

    def __init__(self) -> None:
        """Tell nobody yet."""
        # Replaced as a whole, because another thread may be reading it.
        self._channels: Mapping[str, Channel] = {}
        self._changing = threading.Lock()
        self._ended: list[Channel] = []

    def use(self, kind: str, text: str) -> None:
        """Tell this receiver instead of the one of the same kind; return at once.

        Args:
            kind: one of ``KINDS``.
            text: as its function in ``addresses`` takes it; empty for no receiver.

        Raises:
            ValueError: that names no receiver; nothing has changed.
        """
        receiver = KINDS[kind](text) if text else None
        with self._changing:
            channels = dict(self._channels)
            if (former := channels.pop(kind, None)) is not None:
                former.end()
                self._ended = [channel for channel in self._ended if channel.running] + [former]
            if receiver is not None:
                channels[kind] = Channel(receiver)
            self._channels = channels

    @property
    def active(self) -> bool:
        """Whether anybody is to be told."""
        return bool(self._channels)

    @property
    def receivers(self) -> tuple[str, ...]:
        """The names of those who are told."""
        return tuple(channel.name for channel in self._channels.values())

    @property
    def reached(self) -> tuple[str, ...]:
        """The names of those that nothing is wrong with."""
        return tuple(channel.name for channel in self._channels.values() if not channel.problem)

    @property
    def problems(self) -> tuple[str, ...]:
        """One sentence for each receiver that cannot be reached now."""
        return tuple(channel.problem for channel in self._channels.values() if channel.problem)

    def tell(self, message: Message) -> None:
        """Take the message of this moment."""
        for channel in self._channels.values():
            channel.offer(message)

    def end(self) -> None:
        """Disconnect from all; returns at once."""
        with self._changing:
            self._ended += self._channels.values()
            self._channels = {}
        for channel in self._ended:
            channel.end()

    def close(self) -> None:
        """Disconnect from all; wait until half a second after ``end`` at most."""
        self.end()
        close_all(self._ended)

"""Open Sound Control, for TouchDesigner, QLC+, Max, Pure Data and the like."""

from __future__ import annotations

import socket
from typing import Any

from desktop_app.outputs.message import Message

PREFIX = "/genre-monitor"
PROBABILITIES = f"{PREFIX}/probabilities/"
INTERVAL_S = 0.1


class Osc:
    """Sends each message as an OSC bundle over UDP, one address per field."""

    interval_s: float | None = INTERVAL_S

    def __init__(self, host: str, port: int) -> None:
        """Send nothing yet.

        Args:
            host: name or address of the receiver.
            port: its UDP port.
        """
        self.name = f"OSC [{host}]:{port}" if ":" in host else f"OSC {host}:{port}"
        self._host, self._port = host, port
        self._socket: socket.socket | None = None
        self._address: Any = None
        self._told: frozenset[str] = frozenset()
        """Addresses of the probabilities that were sent since it was opened."""

    def essence(self, message: Message) -> object:
        """Everything but the numbers."""
        return message.content

    def open(self) -> None:
        """Look up the receiver; UDP cannot tell whether it is there.

        Raises:
            OSError: its name is unknown.
        """
        # Once, because looking up can take long. Most receivers know only the older addresses.
        found = socket.getaddrinfo(self._host, self._port, type=socket.SOCK_DGRAM)
        family, _, _, _, self._address = min(found, key=lambda one: one[0] != socket.AF_INET)
        self._socket = socket.socket(family, socket.SOCK_DGRAM)
        # The address may be that of a whole network.
        self._socket.setsockopt(socket.SOL_SOCKET, socket.SO_BROADCAST, 1)

    def send(self, message: Message) -> None:
        """Send a bundle.

        Raises:
            RuntimeError: it is not open.
            OSError: the network does not take it.
        """
        from pythonosc.osc_bundle_builder import IMMEDIATELY, OscBundleBuilder
        from pythonosc.osc_message_builder import OscMessageBuilder

        if self._socket is None:
            raise RuntimeError("not open")
        values = addresses(message)
        # A receiver keeps a probability until it is told another one.
        values |= dict.fromkeys(sorted(self._told - values.keys()), 0.0)
        bundle = OscBundleBuilder(IMMEDIATELY)
        for address, value in values.items():
            part = OscMessageBuilder(address)
            part.add_arg(value)
            bundle.add_content(part.build())
        self._socket.sendto(bundle.build().dgram, self._address)
        self._told = frozenset(name for name in values if name.startswith(PROBABILITIES))

    def close(self) -> None:
        """Close the socket."""
        if self._socket is not None:
            self._socket.close()
            self._socket = None


def addresses(message: Message) -> dict[str, str | int | float]:
    """The OSC addresses of a message and the value sent to each; texts are never missing.

    Returns:
        ``/genre-monitor/FIELD`` -> value: text empty, numbers 0 and ``sure`` 0 without a genre;
        ``/genre-monitor/probabilities/GENRE`` for each genre while there is one.
    """
    fields: dict[str, str | int | float] = {
        "version": message.version,
        "time": message.time,
        "source": message.source,
        "activity": message.activity,
        "state": message.state or "",
        "genre": message.genre or "",
        "probability": message.probability or 0.0,
        "sure": int(message.sure or False),
        "answer": message.answer or "",
        "level": -100.0 if message.level is None else message.level,
    }
    found = {f"{PREFIX}/{name}": value for name, value in fields.items()}
    for genre, probability in message.probabilities.items():
        found[PROBABILITIES + _part(genre)] = probability
    return found


def _part(genre: str) -> str:
    """A genre as a part of an address, in which some characters have a meaning."""
    return "".join("-" if character in " #*,/?[]{}" else character for character in genre)

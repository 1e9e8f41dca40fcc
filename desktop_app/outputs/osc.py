"""Open Sound Control, for TouchDesigner, QLC+, Max, Pure Data and the like."""

from __future__ import annotations

from typing import Any

from desktop_app.outputs.message import Message

PREFIX = "/genre-monitor"
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
        self.name = f"OSC {host}:{port}"
        self._address = host, port
        self._client: Any = None

    def essence(self, message: Message) -> object:
        """Everything but the numbers."""
        return message.content

    def open(self) -> None:
        """Look up the receiver; UDP cannot tell whether it is there.

        Raises:
            OSError: its name is unknown.
        """
        from pythonosc.udp_client import SimpleUDPClient

        self._client = SimpleUDPClient(*self._address)

    def send(self, message: Message) -> None:
        """Send a bundle.

        Raises:
            OSError: the network does not take it.
        """
        from pythonosc.osc_bundle_builder import IMMEDIATELY, OscBundleBuilder
        from pythonosc.osc_message_builder import OscMessageBuilder

        bundle = OscBundleBuilder(IMMEDIATELY)
        for address, value in addresses(message).items():
            part = OscMessageBuilder(address)
            part.add_arg(value)
            bundle.add_content(part.build())
        self._client.send(bundle.build())

    def close(self) -> None:
        """Close the socket."""
        if self._client is not None:
            self._client.close()
            self._client = None


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
        found[f"{PREFIX}/probabilities/{_part(genre)}"] = probability
    return found


def _part(genre: str) -> str:
    """A genre as a part of an address, in which some characters have a meaning."""
    return "".join("-" if character in " #*,/?[]{}" else character for character in genre)

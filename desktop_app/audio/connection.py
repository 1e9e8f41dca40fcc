"""The interface of a connection to a network stream."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from desktop_app.audio.address import Address


class Connection(Protocol):
    """A stream that is being received; used from one thread after another.

    Attributes:
        name: what the stream calls itself, or else its server and path.
        rate: sample frames per second.
        channels: number of channels.
    """

    name: str
    rate: int
    channels: int

    def blocks(self) -> Iterator[NDArray[np.float32]]:
        """Receive sound, (n, channels) each, until all of it has come: a live stream has no end.

        Raises:
            SourceError: the connection was lost; one sentence.
        """

    def close(self) -> None:
        """Disconnect; from the thread that receives."""


def connect(address: Address) -> Connection:
    """Connect to a stream, and recognise its format.

    Raises:
        SourceError: that is not possible; one sentence.
    """
    # Imported where it is needed, because the window must not wait for it.
    from desktop_app.audio.stream_connection import StreamConnection

    return StreamConnection(address)

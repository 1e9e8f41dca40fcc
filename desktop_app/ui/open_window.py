"""Hands the files of another start to the window that is open, of the same user and display."""

from __future__ import annotations

import getpass
import hashlib
import json
import os
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, QStandardPaths, Signal
from PySide6.QtNetwork import QLocalServer, QLocalSocket

from desktop_app import APPLICATION
from desktop_app.audio.address import Address, address_of

PATIENCE_MS = 2000
"""For the answer of the other window, which may be frozen."""
HERE, YOURS = b"here\n", b"yours\n"
"""What the window answers, and what makes the files its own: so they are never opened twice, and
never lost, whenever one of the two gives up."""


def meeting_place() -> str:
    """Name of the local socket at which the window of this user and display listens."""
    screen = [os.environ.get(name, "") for name in ("DISPLAY", "WAYLAND_DISPLAY")]
    # By number, because in a container users need not have names.
    user = getpass.getuser() if sys.platform == "win32" else str(os.getuid())
    key = "\n".join((user, *screen))
    name = f"{APPLICATION}-{hashlib.sha256(key.encode()).hexdigest()[:16]}"
    if os.name != "posix":
        return name
    place = QStandardPaths.StandardLocation.RuntimeLocation
    return os.path.join(QStandardPaths.writableLocation(place), name)


def hand_over(
    files: Sequence[Path],
    place: str,
    address: Address | None = None,
    *,
    patience_ms: int = PATIENCE_MS,
) -> bool:
    """Let the window that is open play files or a stream, and bring it to the front.

    Args:
        files: audio files, folders or models; none to bring it to the front only.
        place: where it listens.
        address: of a network stream; None for none.
        patience_ms: how long to wait for it, in milliseconds.

    Returns:
        Whether it has taken them. If not, there is none, or it does not respond.
    """
    socket = QLocalSocket()
    socket.connectToServer(place)
    if not socket.waitForConnected(patience_ms):
        return False
    names = [os.fsencode(os.path.abspath(path)).hex() for path in files]
    asked = {"files": names, "address": address.url if address else ""}
    socket.write(json.dumps(asked).encode() + b"\n")
    socket.waitForBytesWritten(patience_ms)
    here = socket.waitForReadyRead(patience_ms) and socket.readAll().data() == HERE
    if here:
        socket.write(YOURS)
        here = socket.waitForBytesWritten(patience_ms)
    # Files that are opened here must not be opened there later.
    socket.abort()
    return here


class OpenWindow(QObject):
    """Listens for other starts on behalf of a window.

    Signals:
        called: with the files of another start, a list of paths that may be empty, and the address
            of its stream, None for none.
    """

    called = Signal(list, object)

    def __init__(self, parent: QObject, place: str) -> None:
        """Listen, unless another window does; nobody is answered before :meth:`begin`.

        Args:
            parent: the window.
            place: as of :func:`meeting_place`.
        """
        super().__init__(parent)
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        # Asked first, because listening would take the place away from the other window.
        if not _responds(place):
            # Left over from a window that crashed, if anything is there.
            QLocalServer.removeServer(place)
            self._server.listen(place)

    def begin(self) -> None:
        """Answer other starts, also those that wait already; what they ask for is obeyed now."""
        self._server.newConnection.connect(self._accept)
        self._accept()

    @property
    def listening(self) -> bool:
        """Whether other starts reach this window."""
        return self._server.isListening()

    def close(self) -> None:
        """Stop listening, so that the next start opens a window of its own."""
        self._server.close()

    def _accept(self) -> None:
        while (socket := self._server.nextPendingConnection()) is not None:
            socket.disconnected.connect(socket.deleteLater)
            read = self._reader(socket)
            socket.readyRead.connect(read)
            read()

    def _reader(self, socket: QLocalSocket) -> Callable[[], None]:
        asked: dict[str, Any] = {}

        def read() -> None:
            while socket.canReadLine():
                line = bytes(socket.readLine().data())
                if line == YOURS:
                    files = [Path(os.fsdecode(bytes.fromhex(name))) for name in asked["files"]]
                    address = asked["address"]
                    self.called.emit(files, address_of(address) if address else None)
                else:
                    asked.update(json.loads(line))
                    socket.write(HERE)

        return read


def _responds(place: str) -> bool:
    socket = QLocalSocket()
    socket.connectToServer(place)
    connected = socket.waitForConnected(PATIENCE_MS)
    socket.abort()
    return connected

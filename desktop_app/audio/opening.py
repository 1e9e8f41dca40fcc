"""Opens files and streams without waiting for ever for a disk or server that does not answer."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from desktop_app.audio.clip import Clip
from desktop_app.audio.connection import Connection
from desktop_app.audio.file_names import readable
from desktop_app.audio.source_error import SourceError
from desktop_app.formatting.local import local
from desktop_app.threads.calls import Calls, NoAnswer
from resources.languages import gettext

if TYPE_CHECKING:
    # Imported with the first file; a window that listens must not wait for the decoders.
    from desktop_app.audio.files import AudioFile

PATIENCE_SECONDS = 60.0
"""Disks that wake up, and network disks whose server starts again, take less."""

SERVER_SECONDS = 20.0
"""Longer than a connection that is told when to give up, which its name's look-up is not."""

AnyClip = TypeVar("AnyClip", bound=Clip)
AnyConnection = TypeVar("AnyConnection", bound=Connection)


class Opening:
    """Opens files and streams; gives that up without an answer, or if something else is wanted."""

    def __init__(self, unwanted: Callable[[], bool] = lambda: False) -> None:
        """Open nothing yet.

        Args:
            unwanted: whether what is being opened is no longer wanted.
        """
        self._calls = Calls("opening")
        self._unwanted = unwanted

    @property
    def stuck(self) -> bool:
        """Whether something that was given up is still being opened."""
        return self._calls.stuck

    def open(self, open_clip: Callable[[], AnyClip], name: str) -> AnyClip:
        """Open a clip.

        Args:
            open_clip: opens it; raises SourceError.
            name: of the file, for people.

        Raises:
            SourceError: it could not be opened, or its disk does not answer.
            GivenUp: it is no longer wanted.
        """
        try:
            return self._calls.make(
                open_clip, lambda late: late.close(), PATIENCE_SECONDS, self._unwanted
            )
        except NoAnswer as error:
            raise SourceError(does_not_answer(name)) from error

    def open_file(self, path: Path, track: str = "") -> AudioFile:
        """Open an audio file; see AudioFile for its arguments.

        Raises:
            SourceError: as for AudioFile, or its disk does not answer.
            GivenUp: it is no longer wanted.
        """
        from desktop_app.audio.files import AudioFile

        return self.open(lambda: AudioFile(path, track), readable(path))

    def connect(self, connect: Callable[[], AnyConnection], name: str) -> AnyConnection:
        """Connect to a network stream.

        Args:
            connect: does it; raises SourceError.
            name: of the stream, for people.

        Raises:
            SourceError: that is not possible, or nothing answers.
            GivenUp: it is no longer wanted.
        """
        try:
            return self._calls.make(
                connect, lambda late: late.close(), SERVER_SECONDS, self._unwanted
            )
        except NoAnswer as error:
            raise SourceError(
                gettext(
                    "Could not open “{name}”: the network has not responded for {seconds:.0f} s."
                ).format(name=name, seconds=local(SERVER_SECONDS))
            ) from error


def open_file(path: Path, track: str = "") -> AudioFile:
    """Open an audio file; see AudioFile for its arguments.

    Raises:
        SourceError: as for AudioFile, or its disk does not answer.
    """
    return Opening().open_file(path, track)


def does_not_answer(name: str) -> str:
    """One sentence about a file, named for people, whose disk does not answer."""
    return gettext("Could not read {name}: its disk has not responded for {seconds:.0f} s.").format(
        name=name, seconds=local(PATIENCE_SECONDS)
    )

"""Opens audio files without waiting for ever for a disk that no longer answers."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from desktop_app.audio.clip import Clip
from desktop_app.audio.files import AudioFile, readable
from desktop_app.audio.source_error import SourceError
from desktop_app.threads.calls import Calls, NoAnswer

PATIENCE_SECONDS = 60.0
"""Disks that wake up, and network disks whose server starts again, take less."""

AnyClip = TypeVar("AnyClip", bound=Clip)


class Opening:
    """Opens files, and gives that up if the disk does not answer, or something else is wanted."""

    def __init__(self, unwanted: Callable[[], bool] = lambda: False) -> None:
        """Open nothing yet.

        Args:
            unwanted: whether the file that is being opened is no longer wanted.
        """
        self._calls = Calls("opening")
        self._unwanted = unwanted

    @property
    def stuck(self) -> bool:
        """Whether a file that was given up is still being opened."""
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


def open_file(path: Path) -> AudioFile:
    """Open an audio file.

    Raises:
        SourceError: as for AudioFile, or its disk does not answer.
    """
    return Opening().open(lambda: AudioFile(path), readable(path))


def does_not_answer(name: str) -> str:
    """One sentence about a file, named for people, whose disk does not answer."""
    return f"Could not read {name}: its disk has not answered for {PATIENCE_SECONDS:.0f} s."

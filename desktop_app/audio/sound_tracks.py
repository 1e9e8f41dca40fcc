"""The audio tracks of a video, of which one is heard."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from desktop_app.formatting.local import listed


@dataclass(frozen=True)
class SoundTrack:
    """One of several.

    Attributes:
        number: from 1.
        language: its English name, from :func:`language_name`; empty if the file does not state it.
        title: as the file states it, such as ``Commentary``; empty if it has none.
    """

    number: int
    language: str = ""
    title: str = ""

    @property
    def words(self) -> str:
        """Number, language and title, for people: ``2: German, Commentary``."""
        said = listed(filter(None, (self.language, self.title)))
        return f"{self.number}: {said}" if said else f"{self.number}"


@dataclass(frozen=True)
class SoundTracks:
    """All of a file, and which one is heard.

    Attributes:
        tracks: in their order; none if the file has only one.
        heard: number of the one that is heard; 0 if the file has only one.
    """

    tracks: tuple[SoundTrack, ...] = ()
    heard: int = 0


def wanted(tracks: Sequence[SoundTrack], wish: str) -> SoundTrack | None:
    """Find a track by its number or language.

    Args:
        tracks: of a file.
        wish: number; or language, as a code of two or three letters or by its English name.

    Returns:
        The first such track, None if there is none.
    """
    wish = wish.strip()
    if wish.isdecimal():
        return next((track for track in tracks if track.number == int(wish)), None)
    language = language_name(wish).lower()
    return next((track for track in tracks if track.language.lower() == language), None)


def language_name(text: str) -> str:
    """English name of a language, such as ``ger`` or ``de``, by its code; else the text."""
    if not text:
        return ""
    # Takes a quarter of a second, and is of use for videos only.
    from iso639 import Language, LanguageNotFoundError

    try:
        return str(Language.match(text).name)
    except LanguageNotFoundError:
        return text

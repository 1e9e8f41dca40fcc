"""Writes the parts of each audio file into a text file of its own, as labels or as a cue sheet."""

from __future__ import annotations

import errno
import hashlib
import os
from collections.abc import Callable, Mapping, Sequence, Set
from dataclasses import dataclass
from pathlib import Path

from desktop_app.formatting.reason import reason_of
from desktop_app.library.earlier_output import IncompatibleOutput, existing_text
from desktop_app.library.file_analysis import Result, file_key
from desktop_app.library.json_output import json_writer
from desktop_app.library.provenance import Run
from desktop_app.library.writers import ResultNotWritten, ResultWriter
from model.atomic_write import replaced
from resources.languages import gettext

LONGEST_NAME = 255
"""In bytes, on all usual file systems."""
NOTHING_MORE = (errno.ENOSPC, errno.EDQUOT, errno.EROFS)
"""Errors after which nothing else can be written either."""


@dataclass(frozen=True)
class PartsFormat:
    """A format of such text files.

    Attributes:
        name: of what one of them holds, such as ``labels``.
        full_name: the same, for somebody who has not asked for it.
        ending: of their names.
        journal: name of the hidden file that says how those in a folder were made.
        to_text: what to write for a result, given the path of its audio file, absolute or a URL,
            and that of the text file; raises ResultNotWritten.
        is_own: whether a text that is not empty was written by it.
    """

    name: str
    full_name: str
    ending: str
    journal: str
    to_text: Callable[[Result, Path | str, Path], str]
    is_own: Callable[[str], bool]

    def is_in(self, path: Path) -> bool:
        """Whether a text file exists.

        Raises:
            IncompatibleOutput: a file with other content exists.
            OSError: it could not be read.
        """
        text = existing_text(path)
        if text and not self.is_own(text):
            raise IncompatibleOutput(
                gettext(
                    "{path} does not contain {format} written by genre-monitor analyze."
                ).format(path=path, format=gettext(self.full_name))
            )
        return bool(text)


def parts_paths(locations: Sequence[Path | str], folder: Path, ending: str) -> dict[str, Path]:
    """Choose a path for the text file of each audio file.

    Args:
        locations: of the audio files.
        folder: for the text files, with subfolders as those of the audio files.
        ending: of their names.

    Returns:
        Key of the audio file -> path of its text file.
    """
    absolute = [Path(os.path.abspath(location)) for location in locations]
    root = Path(os.path.commonpath([path.parent for path in absolute])) if absolute else Path()
    return {
        file_key(location): folder / path.relative_to(root).with_name(_name(path.name, ending))
        for location, path in zip(locations, absolute, strict=True)
    }


def _name(name: str, ending: str) -> str:
    """Name of the text file; one that would be too long is cut and gets a number of its own."""
    if len(os.fsencode(name)) + len(ending) <= LONGEST_NAME:
        return f"{name}{ending}"
    ending = f"~{hashlib.sha256(os.fsencode(name)).hexdigest()[:8]}{ending}"
    kept = os.fsencode(name)[: LONGEST_NAME - len(ending)].decode("utf-8", "ignore")
    return kept + ending


def parts_writer(
    locations: Sequence[Path | str], folder: Path, run: Run, form: PartsFormat, *, refresh: bool
) -> ResultWriter:
    """Open a folder for text files.

    Args:
        locations: of the audio files.
        folder: created if it is missing. A hidden file in it, the journal, says how each text file
            was made.
        run: what the journal says of each result.
        form: of the text files.
        refresh: whether those of files that have changed since are made again.

    Raises:
        IncompatibleOutput: a text file exists with other content, of another model or hop, or of
            an earlier version; or another run writes to the folder.
        OSError: a file could not be read or written.
    """
    paths = parts_paths(locations, folder, form.ending)
    existing = {key for key, path in paths.items() if form.is_in(path)}
    if existing and not (folder / form.journal).exists():
        raise IncompatibleOutput(
            gettext(
                "{folder} contains {name} from an earlier version of genre-monitor, without the "
                "model and hop, so it cannot be continued."
            ).format(folder=folder, name=gettext(form.name))
        )
    folder.mkdir(parents=True, exist_ok=True)
    journal = json_writer(
        folder / form.journal, run, refresh=refresh, to_object=lambda result: {"file": result.file}
    )
    return PartsWriter(form, locations, paths, existing & journal.done, journal)


class PartsWriter(ResultWriter):
    """Writes one text file per audio file."""

    def __init__(
        self,
        form: PartsFormat,
        locations: Sequence[Path | str],
        paths: Mapping[str, Path],
        done: Set[str],
        journal: ResultWriter | None = None,
    ) -> None:
        """Write nothing yet.

        Args:
            form: of the text files.
            locations: of the audio files.
            paths: key of an audio file -> path of its text file.
            done: keys of the audio files whose text files exist.
            journal: gets each result whose text file has been written.
        """
        super().__init__()
        self._form, self._paths, self._journal = form, paths, journal
        self._locations = {file_key(location): location for location in locations}
        self.done = set(done)

    @classmethod
    def of_one_file(cls, form: PartsFormat, location: Path | str, path: Path) -> PartsWriter:
        """Open the text file of a single audio file.

        Raises:
            IncompatibleOutput: it exists with other content.
            OSError: it could not be read.
        """
        key = file_key(location)
        return cls(form, [location], {key: path}, {key} if form.is_in(path) else set())

    def write(self, result: Result) -> None:
        """Write the text file of a result.

        Raises:
            ResultNotWritten: this one could not be written.
            OSError: the disk is full.
        """
        path = self._paths[result.file]
        text = self._form.to_text(result, self._locations[result.file], path)
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            with replaced(path) as unfinished:
                unfinished.write_text(text, encoding="utf-8")
        except OSError as error:
            if error.errno in NOTHING_MORE:
                raise
            raise ResultNotWritten(
                gettext("Could not write the {name} of {file}: {reason}.").format(
                    name=gettext(self._form.name), file=result.file, reason=reason_of(error)
                )
            ) from error
        if self._journal is not None:
            self._journal.write(result)

    def close(self) -> None:
        """Close the journal."""
        if self._journal is not None:
            self._journal.close()

"""Writes Audacity label files, one per audio file."""

from __future__ import annotations

import errno
import hashlib
import os
import re
from collections.abc import Mapping, Sequence, Set
from pathlib import Path

from desktop_app.analysis.segments import labels_of
from desktop_app.library.earlier_output import IncompatibleOutput, existing_text
from desktop_app.library.file_analysis import Result, file_key
from desktop_app.library.json_output import json_writer
from desktop_app.library.provenance import Run
from desktop_app.library.writers import ResultNotWritten, ResultWriter

LONGEST_NAME = 255
"""In bytes, on all usual file systems."""
NOTHING_MORE = (errno.ENOSPC, errno.EDQUOT, errno.EROFS)
"""Errors after which no other label file can be written either."""
JOURNAL = ".genre-monitor.jsonl"
"""Name of the file that says how the labels in a folder were made."""
LABEL = re.compile(r"\d+\.\d{6}\t\d+\.\d{6}\t[^\t]+")


def label_paths(locations: Sequence[Path | str], folder: Path) -> dict[str, Path]:
    """Choose a path for the label file of each audio file.

    Args:
        locations: of the audio files.
        folder: for the label files, with subfolders as those of the audio files.

    Returns:
        Key of the audio file -> path of its label file.
    """
    absolute = [Path(os.path.abspath(location)) for location in locations]
    root = Path(os.path.commonpath([path.parent for path in absolute])) if absolute else Path()
    return {
        file_key(location): folder / path.relative_to(root).with_name(_label_name(path.name))
        for location, path in zip(locations, absolute, strict=True)
    }


def _label_name(name: str) -> str:
    """Name of the label file; one that would be too long is cut and gets a number of its own."""
    if len(os.fsencode(name)) + len(".txt") <= LONGEST_NAME:
        return f"{name}.txt"
    ending = f"~{hashlib.sha256(os.fsencode(name)).hexdigest()[:8]}.txt"
    kept = os.fsencode(name)[: LONGEST_NAME - len(ending)].decode("utf-8", "ignore")
    return kept + ending


def _holds_labels(path: Path) -> bool:
    """Whether a label file exists.

    Raises:
        IncompatibleOutput: a file with other content exists.
    """
    text = existing_text(path)
    if any(not LABEL.fullmatch(line) for line in text.splitlines()):
        raise IncompatibleOutput(
            f"{path} does not hold Audacity labels written by genre-monitor analyze."
        )
    return bool(text)


def label_writer(
    paths: Mapping[str, Path], folder: Path, run: Run, *, refresh: bool
) -> ResultWriter:
    """Open a folder for label files.

    Args:
        paths: from :func:`label_paths`.
        folder: created if it is missing. A hidden file in it, JOURNAL, says how each label file
            was made.
        run: what the journal says of each result.
        refresh: whether labels of files that have changed since are made again.

    Raises:
        IncompatibleOutput: a label file exists with other content, of another model or hop, or
            of an earlier version; or another run writes to the folder.
        OSError: a file could not be read or written.
    """
    existing = {key for key, path in paths.items() if _holds_labels(path)}
    if existing and not (folder / JOURNAL).exists():
        raise IncompatibleOutput(
            f"{folder} holds labels of an earlier version of genre-monitor, without the model and "
            "hop, so it cannot be continued."
        )
    folder.mkdir(parents=True, exist_ok=True)
    journal = json_writer(
        folder / JOURNAL, run, refresh=refresh, to_object=lambda result: {"file": result.file}
    )
    return LabelWriter(paths, existing & journal.done, journal)


class LabelWriter(ResultWriter):
    """Writes one Audacity label file per audio file."""

    def __init__(
        self, paths: Mapping[str, Path], done: Set[str], journal: ResultWriter | None = None
    ) -> None:
        """Write nothing yet.

        Args:
            paths: key of an audio file -> path of its label file.
            done: keys of the audio files whose labels exist.
            journal: gets each result whose labels have been written.
        """
        super().__init__()
        self._paths, self._journal = paths, journal
        self.done = set(done)

    @classmethod
    def of_one_file(cls, key: str, path: Path) -> LabelWriter:
        """Open the label file of a single audio file.

        Raises:
            IncompatibleOutput: it exists with other content.
            OSError: it could not be read.
        """
        return cls({key: path}, {key} if _holds_labels(path) else set())

    def write(self, result: Result) -> None:
        """Write the label file of a result.

        Raises:
            ResultNotWritten: this one could not be written.
            OSError: the disk is full.
        """
        path = self._paths[result.file]
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            # Its name is as long as the shortest, because a longer one may not be possible.
            unfinished = path.with_name(f".{os.getpid()}.part")
            unfinished.write_text(labels_of(result.segments), encoding="utf-8")
            unfinished.replace(path)
        except OSError as error:
            if error.errno in NOTHING_MORE:
                raise
            raise ResultNotWritten(
                f"Could not write the labels of {result.file}: {error.strerror}."
            ) from error
        if self._journal is not None:
            self._journal.write(result)

    def close(self) -> None:
        """Close the journal."""
        if self._journal is not None:
            self._journal.close()

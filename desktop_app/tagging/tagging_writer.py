"""Tags the files whose results are written."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

from desktop_app.library.file_analysis import Result, file_key, state_of
from desktop_app.library.writers import ResultNotWritten, ResultWriter
from desktop_app.tagging.tagger import Choice, NotTagged, tag
from desktop_app.tagging.undo_file import UndoFile
from desktop_app.tagging.whole_file import remove_leftovers


class TaggingWriter(ResultWriter):
    """Writes a result's genre into its file, then the result to another writer."""

    def __init__(
        self,
        output: ResultWriter | None,
        locations: Sequence[Path | str],
        choice: Choice,
        undo: UndoFile,
        say: Callable[[Result, str], None],
    ) -> None:
        """Tag nothing yet.

        Args:
            output: gets the results, if any does; it is closed with this one.
            locations: paths and URLs of all files that may get a result.
            choice: which files get a genre.
            undo: gets every change.
            say: told in a few words what was done with the file of a result.
        """
        super().__init__()
        if output is not None:
            self.done = output.done
        self._output, self._choice, self._undo, self._say = output, choice, undo, say
        # The name in a result is text for people, which not every name of a file is.
        self._locations = {file_key(location): location for location in locations}
        self._tidied: set[str] = set()

    def write(self, result: Result) -> None:
        """Tag a file and write its result, with the state that the file has then.

        Raises:
            ResultNotWritten: the file could not be tagged; its result is written.
            OSError: nothing more can be written.
        """
        refused: NotTagged | None = None
        location = self._locations[result.file]
        self._tidy(location)
        try:
            self._say(result, tag(result, location, self._choice, self._undo))
        except NotTagged as error:
            refused = error
        if self._output is not None:
            state = None if result.state is None else state_of(location)
            self._output.write(replace(result, state=state))
        if refused is not None:
            raise ResultNotWritten(str(refused)) from refused

    def _tidy(self, location: Path | str) -> None:
        folder = os.path.dirname(os.path.realpath(location))
        if not self._choice.dry_run and folder not in self._tidied:
            self._tidied.add(folder)
            remove_leftovers(Path(folder))

    def close(self) -> None:
        """Close the undo file and the output."""
        self._undo.close()
        if self._output is not None:
            self._output.close()

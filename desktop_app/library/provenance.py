"""What a result was made from, by which a later run knows whether it may stand beside its own."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from desktop_app.library.earlier_output import IncompatibleOutput
from desktop_app.library.file_analysis import FileState, Result, state_of
from resources.languages import gettext

MADE = "made"
"""Name of the field or column with it."""


@dataclass(frozen=True)
class Run:
    """What the results of a run depend on, besides the files.

    Attributes:
        model: identifies the model.
        hop_s: seconds between two moments of the timeline.
        track: which audio track of files with several; empty for their default.
    """

    model: str
    hop_s: float
    track: str = ""

    def made(self, result: Result) -> dict[str, Any]:
        """Say what a result of this run was made from.

        Returns:
            ``model``, ``hop``, the ``track`` if one was chosen, and, unless the file was
            downloaded, its ``size`` in bytes and when it was ``modified``, in nanoseconds since the
            epoch.
        """
        made: dict[str, Any] = {"model": self.model, "hop": self.hop_s}
        if self.track:
            made["track"] = self.track
        if result.state is not None:
            made |= {"size": result.state.size, "modified": result.state.modified_ns}
        return made

    def is_current(self, file: str, made: Mapping[str, Any] | None, output: Path) -> bool:
        """Check an earlier result.

        Args:
            file: key of the file.
            made: from :meth:`made`; None if the result lacks it.
            output: what holds the result, for the message.

        Returns:
            Whether the file is still as it was then.

        Raises:
            IncompatibleOutput: the result was made with another model, hop or audio track.
            KeyError: ``made`` is incomplete.
        """
        if made is None:
            raise IncompatibleOutput(
                gettext(
                    "{output} was written by an earlier version of genre-monitor, "
                    "without the model and hop, so it cannot be continued."
                ).format(output=output)
            )
        if made["model"] != self.model:
            raise IncompatibleOutput(
                gettext("{output} contains results from another model.").format(output=output)
            )
        if made["hop"] != self.hop_s:
            raise IncompatibleOutput(
                gettext("{output} contains results with --hop {hop:g}.").format(
                    output=output, hop=made["hop"]
                )
            )
        if (track := made.get("track", "")) != self.track:
            chosen = (
                gettext("with --track {track}").format(track=track)
                if track
                else gettext("without --track")
            )
            raise IncompatibleOutput(
                gettext("{output} contains results {chosen}.").format(output=output, chosen=chosen)
            )
        if "size" not in made:
            return True
        state = state_of(file)
        # A file that cannot be found any more has not changed.
        return state is None or state == FileState(made["size"], made["modified"])

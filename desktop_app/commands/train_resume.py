"""Interruptible training: the state file next to the model, and the model of a stopped training."""

from __future__ import annotations

import sys
import time
from dataclasses import replace
from itertools import chain, count
from pathlib import Path
from uuid import uuid4

from tqdm import tqdm

from desktop_app.commands.options import Refused
from desktop_app.formatting.reason import reason_of
from desktop_app.formatting.text import message_line
from model.checkpoint import Checkpoint, load_checkpoint, save_checkpoint
from model.evaluation import Judged
from model.model_errors import CheckpointError, UnfinishedError
from model.training_file import Unfinished, load_unfinished, save_unfinished
from model.training_state import Stage
from resources.languages import gettext

STEPS_BETWEEN_SAVES = 100


def state_path(output: Path) -> Path:
    """Return the path of the state file of the training of a model."""
    return output.with_name(output.name + ".training")


def to_resume(output: Path, resume: bool) -> Unfinished | None:
    """Load the training to resume, if any; quick, so call it before reading the music.

    Args:
        output: the model to write.
        resume: whether the user asked to resume.

    Returns:
        The state of the training; None for a fresh one.

    Raises:
        Refused: if there is an unfinished training and the user did not ask to resume it, or the
            user did and there is none that can be used.
    """
    path = state_path(output)
    if not resume:
        if path.exists():
            raise Refused(
                gettext(
                    "There is an unfinished training run in {path}. Add --resume to continue "
                    "it, or delete that file to start over."
                ).format(path=path)
            )
        return None
    try:
        return load_unfinished(path)
    except UnfinishedError as error:
        raise Refused(str(error)) from error


class Logbook:
    """Tracks the progress of a run: in memory after every step, in its file periodically."""

    def __init__(
        self, output: Path, fingerprint: str, command: str, begun: Unfinished | None
    ) -> None:
        """Start a new training or continue one.

        Args:
            output: the model to write.
            fingerprint: of data and settings, see :func:`model.training_file.fingerprint`.
            command: command line of this run; a resumed training keeps its original one.
            begun: the training to resume; None for a new one.

        Raises:
            Refused: if the training to resume has another fingerprint.
        """
        self._output, self._path = output, state_path(output)
        if begun is not None and begun.fingerprint != fingerprint:
            raise Refused(
                gettext(
                    "{path} belongs to a training run on other music or with other settings. "
                    "Resume it with its own command, “{command}”, or delete that file to start "
                    "over."
                ).format(path=self._path, command=begun.command)
            )
        self.reached = begun or Unfinished(fingerprint, uuid4().hex, command)
        self._since = time.monotonic()
        self._write_error_shown = False

    def reach(self, number: int, stage: Stage) -> None:
        """Record the state of a training, and save it now and then."""
        self.reached = replace(self._timed(), stages={**self.reached.stages, number: stage})
        if stage.step % STEPS_BETWEEN_SAVES == 0:
            self.save()

    def judged(self, fold: int, judged: Judged) -> None:
        """Record the predictions of a finished fold."""
        stages = {n: stage for n, stage in self.reached.stages.items() if n != fold}
        known = {**self.reached.judged, fold: judged}
        self.reached = replace(self._timed(), stages=stages, judged=known)
        self.save()

    def _timed(self) -> Unfinished:
        seconds, self._since = time.monotonic() - self._since, time.monotonic()
        return replace(self.reached, seconds=self.reached.seconds + seconds)

    def save(self) -> None:
        """Write the state file; report only the first failure."""
        try:
            save_unfinished(self.reached, self._path)
        except OSError as error:
            if not self._write_error_shown:
                said = gettext(
                    "Could not write {path}: {reason}. --resume will not include this part of the "
                    "training."
                ).format(path=self._path, reason=reason_of(error))
                tqdm.write(message_line(said), file=sys.stderr)
            self._write_error_shown = True

    def write_stopped(self, checkpoint: Checkpoint) -> Path:
        """Write the model of a stopped training without overwriting other models.

        Args:
            checkpoint: with all its notes.

        Returns:
            The path: that of the model or, if a file of another run is there, one with
            ``.stopped`` before the suffix.

        Raises:
            OSError: if the model cannot be written.
        """
        run = self.reached.run
        marked = replace(checkpoint, notes={**checkpoint.notes, "run": run})
        others = (f".stopped{number}" for number in count(2))
        paths = (
            self._output.with_name(self._output.stem + mark + self._output.suffix)
            for mark in chain(("", ".stopped"), others)
        )
        path = next(path for path in paths if _is_free(path, run))
        save_checkpoint(marked, path)
        return path

    def resumable(self) -> bool:
        """Return whether there is a state file to resume from."""
        return self._path.exists()

    def close(self) -> list[str]:
        """Delete the state file, because the model is written; return a sentence on failure."""
        try:
            self._path.unlink(missing_ok=True)
        except OSError as error:
            return [
                gettext("Could not delete {path}: {reason}.").format(
                    path=self._path, reason=reason_of(error)
                )
            ]
        return []


def _is_free(path: Path, run: str) -> bool:
    if not path.exists():
        return True
    try:
        return load_checkpoint(path).notes.get("run") == run
    except CheckpointError:
        return False

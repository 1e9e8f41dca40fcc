"""A training that may be left: its file beside the model, and the model of one that was stopped."""

from __future__ import annotations

import sys
import time
from dataclasses import replace
from itertools import chain, count
from pathlib import Path
from uuid import uuid4

from tqdm import tqdm

from desktop_app.commands.options import Refused
from model.checkpoint import Checkpoint, load_checkpoint, save_checkpoint
from model.evaluation import Judged
from model.model_errors import CheckpointError, UnfinishedError
from model.training_file import Unfinished, load_unfinished, save_unfinished
from model.training_state import Stage

STEPS_BETWEEN_SAVES = 100


def state_path(output: Path) -> Path:
    """Where the training of this model keeps how far it has got."""
    return output.with_name(output.name + ".training")


def to_resume(output: Path, resume: bool) -> Unfinished | None:
    """What to go on with, if anything; to be asked before the music is read.

    Args:
        output: the model to write.
        resume: whether the user wants to go on.

    Raises:
        Refused: there is something and nobody said to go on with it; or there is nothing usable.
    """
    path = state_path(output)
    if not resume:
        if path.exists():
            raise Refused(
                f"There is an unfinished training in {path}: --resume goes on with it, or delete "
                "that file to begin anew."
            )
        return None
    try:
        return load_unfinished(path)
    except UnfinishedError as error:
        raise Refused(str(error)) from error


class Logbook:
    """Keeps how far a training has got, in memory after every step, in its file now and then."""

    def __init__(
        self, output: Path, fingerprint: str, folds: int, command: str, begun: Unfinished | None
    ) -> None:
        """
        Args:
            output: the model to write.
            fingerprint: see :func:`model.training_file.fingerprint`.
            folds: of the cross-validation.
            command: of this run; a resumed one keeps its first.
            begun: what to go on with; None for a fresh run.

        Raises:
            Refused: what to go on with is of something else.
        """
        self._output, self._path, self._folds = output, state_path(output), folds
        if begun is not None and begun.fingerprint != fingerprint:
            raise Refused(
                f"{self._path} is of a training on other music or with other settings, begun by "
                f"“{begun.command}”; resume it with these, or delete that file to begin anew."
            )
        self.reached = begun or Unfinished(fingerprint, uuid4().hex, command)
        self._since = time.monotonic()
        self._complained = False

    @property
    def final(self) -> bool:
        """Whether all folds are done, so that the training under way is the final one."""
        return len(self.reached.judged) == self._folds

    def step(self, stage: Stage) -> None:
        """Note a step of the training under way."""
        self.reached = replace(self._timed(), stage=stage)
        if stage.step % STEPS_BETWEEN_SAVES == 0:
            self.save()

    def judged(self, fold: Judged) -> None:
        """Note the end of a fold."""
        timed = self._timed()
        self.reached = replace(timed, stage=None, judged=(*timed.judged, fold))
        self.save()

    def _timed(self) -> Unfinished:
        seconds, self._since = time.monotonic() - self._since, time.monotonic()
        if self.final:
            return replace(self.reached, final_seconds=self.reached.final_seconds + seconds)
        return replace(self.reached, measuring_seconds=self.reached.measuring_seconds + seconds)

    def save(self) -> None:
        """Write the file; where that fails, say so once."""
        try:
            save_unfinished(self.reached, self._path)
        except OSError as error:
            if not self._complained:
                tqdm.write(
                    f"genre-monitor: {self._path} can't be written ({error.strerror}), so that "
                    "--resume will not know of this part of the training.",
                    file=sys.stderr,
                )
            self._complained = True

    def write_stopped(self, checkpoint: Checkpoint) -> Path:
        """Write the model of a training that was stopped, at no other model's cost.

        Args:
            checkpoint: with all its notes.

        Returns:
            Where: the model's own path, or if something is there that isn't of this run, one with
            ``.stopped`` before the suffix.

        Raises:
            OSError: it can't be written there.
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
        """Whether there is a file to resume from."""
        return self._path.exists()

    def close(self) -> list[str]:
        """The model is written, so forget how it came to be; a sentence if that fails."""
        try:
            self._path.unlink(missing_ok=True)
        except OSError as error:
            return [f"{self._path} can't be deleted: {error.strerror}."]
        return []


def _is_free(path: Path, run: str) -> bool:
    if not path.exists():
        return True
    try:
        return load_checkpoint(path).notes.get("run") == run
    except CheckpointError:
        return False

"""A run of ``genre-monitor train``: what its trainings have reached, and the models made of it."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn

import numpy as np
from tqdm import tqdm

from desktop_app.commands.cv_report import described, table
from desktop_app.commands.progress import progress_bar
from desktop_app.commands.train_processes import run_in_processes, run_in_turn
from desktop_app.commands.train_resume import Logbook
from desktop_app.formatting.reason import reason_of
from model.architecture import ARCHITECTURES
from model.checkpoint import Checkpoint
from model.conditions import judge
from model.cross_validation import Outcome, accuracies, outcome_of, unanswered
from model.dataset import NOT_MUSIC, Recording
from model.evaluation import Judged
from model.recipe import Recipe
from model.training_state import Stage
from model.trainings import trainings
from resources.languages import gettext

if TYPE_CHECKING:
    Bar = tqdm[NoReturn]


@dataclass(frozen=True)
class Job:
    """What to train, and on which data.

    Attributes:
        recordings: for training and evaluation.
        genres: names of the outputs.
        network: name of the architecture.
        recipe: hyperparameters of every training.
        folds: of the cross-validation; 0 for none.
        held: recordings that the final model never sees.
        outside: music of other genres, to measure how often the model is not sure about it.
    """

    recordings: Sequence[Recording]
    genres: Sequence[str]
    network: str
    recipe: Recipe
    folds: int
    held: Sequence[Recording]
    outside: Sequence[Recording]


class Run:
    """Runs the trainings of a job and keeps what they reach.

    Attributes:
        outcome: of the cross-validation; None until it is finished, and if there is none.
    """

    def __init__(self, job: Job, logbook: Logbook) -> None:
        """Start nothing yet.

        Args:
            job: what to train.
            logbook: with what was reached before, if the run is resumed.
        """
        self._job, self._logbook = job, logbook
        self.outcome: Outcome | None = None
        self._bar: Bar
        self._under_way: set[int] = set()

    def train(self, jobs: int) -> Checkpoint:
        """Run all trainings that are not done yet.

        Args:
            jobs: number of trainings at the same time.

        Returns:
            The final network, calibrated, with its notes.

        Raises:
            KeyboardInterrupt: the user stopped it; then see :meth:`stopped`.
            TrainingEnded: a process ended.
            ValueError: if a genre has no recording longer than a window.
        """
        job, reached = self._job, self._logbook.reached
        plan = trainings(
            job.recordings, job.genres, ARCHITECTURES[job.network], job.recipe, job.folds, job.held
        )
        left = [training for training in plan if training.number not in reached.judged]
        with _bar(job, self._logbook) as self._bar:
            self._evaluate()
            if min(jobs, len(left)) > 1:
                run_in_processes(left, reached.stages, jobs, self)
            else:
                run_in_turn(left, reached.stages, self)
        return self._final()

    def stepped(self, number: int, step: int, loss: float) -> None:
        """Advance the bar."""
        del step
        if number not in self._under_way:
            self._under_way.add(number)
            names = (self._name(running) for running in sorted(self._under_way))
            self._bar.set_description(", ".join(names), refresh=False)
        self._bar.set_postfix(loss=f"{loss:.3f}", refresh=False)
        self._bar.update()

    def reached(self, number: int, stage: Stage) -> None:
        """Record the state of a training."""
        self._logbook.reach(number, stage)

    def done(self, number: int, judged: Judged) -> None:
        """Record the predictions of a fold."""
        self._under_way.discard(number)
        if number < self._job.folds:
            self._logbook.judged(number, judged)
            figures = ", ".join(f"{name} {share:.3f}" for name, share in accuracies(judged).items())
            tqdm.write(
                gettext("fold {number}: {figures}").format(number=number + 1, figures=figures),
                file=sys.stderr,
            )
            self._evaluate()

    def _name(self, number: int) -> str:
        folds = self._job.folds
        return (
            gettext("the final training")
            if number == folds
            else gettext("fold {number} of {folds}").format(number=number + 1, folds=folds)
        )

    def _evaluate(self) -> None:
        """Compute and print the outcome, if all folds are done."""
        job, judged = self._job, self._logbook.reached.judged
        if job.folds and len(judged) == job.folds:
            rejects = any(recording.genre == NOT_MUSIC for recording in job.recordings)
            folds = [judged[fold] for fold in sorted(judged)]
            self.outcome = outcome_of(folds, job.genres, job.recipe.other_share, rejects=rejects)
            tqdm.write(table(self.outcome))

    def _final(self) -> Checkpoint:
        job, outcome = self._job, self.outcome
        stage = self._logbook.reached.stages[job.folds]
        network = stage.checkpoint(ARCHITECTURES[job.network])
        checkpoint = self._described(network)
        notes = {**checkpoint.notes, "held_out": [recording.key for recording in job.held]}
        if job.held:
            tracks = judge(network, job.held, [], job.recipe.seed)[job.held[0].origin]
            correct = np.concatenate([track.correct for track in tracks])
            notes["held_out_window_accuracy"] = float(correct.mean())
        if job.outside and outcome is not None:
            unknown = judge(network, job.outside, [], job.recipe.seed)
            notes["outside"] = {
                name: unanswered(tracks, outcome.calibration) for name, tracks in unknown.items()
            }
        return replace(checkpoint, notes=notes)

    def _described(self, checkpoint: Checkpoint) -> Checkpoint:
        job, reached = self._job, self._logbook.reached
        notes: dict[str, Any] = {
            "command": reached.command,
            "network": job.network,
            "recipe": asdict(job.recipe),
            "origins": _origins(job.recordings),
            "minutes": round(reached.seconds / 60, 1),
        }
        return described(checkpoint, notes, self.outcome)

    def stopped(self, output: Path) -> str:
        """Save the state and, if possible, a model; return a sentence that says what was saved.

        Args:
            output: where the model would have been written.
        """
        job, logbook = self._job, self._logbook
        stages, steps = logbook.reached.stages, job.recipe.steps
        if stages or logbook.reached.judged:
            logbook.save()
        hint = gettext(" Add --resume to continue.") if logbook.resumable() else ""
        left = set(range(job.folds + 1)) - set(logbook.reached.judged)
        # The final network is the one wanted; of the others the one that has learned most.
        number = max(stages, key=lambda n: (n, stages[n].step), default=min(left))
        part = self._name(number)
        # A resumed training has to recompute the figures of its finished folds first.
        figures_known = (
            self.outcome is not None or len(logbook.reached.judged) < job.folds or not job.folds
        )
        if number not in stages or not figures_known:
            return gettext(
                "Stopped during {part}, before there was a network to save.{hint}"
            ).format(part=part, hint=hint)
        stage = stages[number]
        # In English, because it goes into the model's file.
        early = f"Stopped early, after {stage.step} of {steps} steps"
        if number < job.folds:
            early += ", trained on part of the music and not evaluated on unseen tracks"
        elif job.folds and self.outcome is None:
            early += ", not evaluated on unseen tracks"
        checkpoint = self._described(stage.checkpoint(ARCHITECTURES[job.network]))
        summary = " ".join(filter(None, (checkpoint.notes.get("summary"), f"{early}.")))
        notes = {**checkpoint.notes, "summary": summary, "stopped_at_step": stage.step}
        if number == job.folds:
            notes["held_out"] = [recording.key for recording in job.held]
        stopped = gettext("Stopped after {step} of {steps} steps of {part}.").format(
            step=stage.step, steps=steps, part=part
        )
        try:
            path = logbook.write_stopped(replace(checkpoint, notes=notes))
        except OSError as error:
            return gettext("{stopped} Could not write {output}: {reason}.{hint}").format(
                stopped=stopped, output=output, reason=reason_of(error), hint=hint
            )
        network = (
            gettext("current network") if stage.best is None else gettext("best network so far")
        )
        elsewhere = (
            ""
            if path == output
            else gettext(", because {output} belongs to another run").format(output=output)
        )
        return gettext("{stopped} Saved the {network} as {path}{elsewhere}.{hint}").format(
            stopped=stopped, network=network, path=path, elsewhere=elsewhere, hint=hint
        )


def _origins(recordings: Sequence[Recording]) -> dict[str, dict[str, int]]:
    """Count each origin's recordings: music, not music, and with labels reliable for evaluation."""
    found: dict[str, dict[str, int]] = {}
    for recording in recordings:
        counts = found.setdefault(recording.origin, {"music": 0, "not_music": 0, "sure": 0})
        counts["not_music" if recording.genre == NOT_MUSIC else "music"] += 1
        counts["sure"] += recording.sure
    return found


def _bar(job: Job, logbook: Logbook) -> Bar:
    """Return a bar over the steps of all trainings, so that it estimates the whole time."""
    reached, steps = logbook.reached, job.recipe.steps
    done = steps * len(reached.judged) + sum(stage.step for stage in reached.stages.values())
    # The mean over minutes, because there are no steps while networks are evaluated.
    return progress_bar((job.folds + 1) * steps, done=done, unit="step", smoothing=0.01)

"""``genre-monitor train``: evaluate a recipe by cross-validation, then train the final model."""

from __future__ import annotations

import shlex
import sys
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn

import numpy as np
from tqdm import tqdm

from desktop_app.commands.cv_report import described, table
from desktop_app.commands.options import Refused
from desktop_app.commands.plots import save_confusion
from desktop_app.commands.problems import tell
from desktop_app.commands.train_options import parsed
from desktop_app.commands.train_resume import Logbook, to_resume
from desktop_app.commands.training_data import load, read_folder
from desktop_app.process.interrupts import to_be_finished
from model.architecture import ARCHITECTURES
from model.checkpoint import Checkpoint, save_checkpoint
from model.conditions import judge
from model.cross_validation import Outcome, accuracies, cross_validate, unanswered
from model.dataset import NOT_MUSIC, Recording
from model.evaluation import Judged
from model.recipe import Recipe, steps_for
from model.splits import by_origin
from model.training import Progress, Sources, train
from model.training_file import fingerprint
from model.training_state import Stage

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


def run(arguments: list[str]) -> int:
    """Train a model and write its checkpoint.

    Args:
        arguments: from the command line, without the name of the command.

    Returns:
        The exit status: 1 if some files were skipped, 130 if the user stopped the training.

    Raises:
        Refused: if the data cannot be used or the model cannot be written.
    """
    options = parsed(arguments)
    begun = to_resume(options.output, options.resume)
    recordings, problems = load(options.data)
    steps = options.steps or steps_for(len(recordings))
    recipe = replace(Recipe(), steps=steps, seed=options.seed)
    outside, unusable = read_folder(options.outside) if options.outside else ([], [])
    problems += unusable
    if problems:
        # Said before hours of training, because the problem may be a wrong folder or list.
        print(
            f"genre-monitor: Problems with the data: {len(problems)}, listed at the end. "
            f"The first: {problems[0]}",
            file=sys.stderr,
        )
    genres = sorted({recording.genre for recording in recordings} - {NOT_MUSIC})
    own, _ = by_origin(recordings, genres)
    fewest = _fewest(own)
    folds = min(options.folds, fewest) if fewest > 1 else 0
    held = held_out(own, genres, options.hold_out)
    job = Job(recordings, genres, options.network, recipe, folds, held, outside)
    logbook = Logbook(
        options.output,
        fingerprint(
            recordings, genres, ARCHITECTURES[options.network], recipe, folds, options.hold_out
        ),
        folds,
        shlex.join(["genre-monitor", "train", *arguments]),
        begun,
    )
    if folds < options.folds:
        print(f"A genre has only {fewest} tracks or artists to evaluate on; using {folds} folds.")
    outcome = None
    try:
        with to_be_finished(), _bar(job, logbook) as bar:
            if folds:
                outcome = _measured(job, logbook, bar)
                tqdm.write(table(outcome))
            checkpoint = _trained(job, logbook, bar, outcome)
    except KeyboardInterrupt:
        print(f"genre-monitor: {_stopped(job, logbook, outcome, options.output)}", file=sys.stderr)
        return 130
    except ValueError as error:
        raise Refused(f"Could not train on this music: {error}.") from error
    try:
        save_checkpoint(checkpoint, options.output)
    except OSError as error:
        logbook.save()
        raise Refused(f"Could not write {options.output}: {error.strerror}.") from error
    print(f"Wrote {options.output}")
    problems += logbook.close()
    if outcome is not None:
        # Written after the model, so that a failure does not lose the model.
        picture = options.output.with_suffix(".confusion.png")
        try:
            save_confusion(next(iter(outcome.figures.values())), genres, picture)
            print(f"Wrote {picture}")
        except OSError as error:
            problems.append(f"Could not write {picture}: {error.strerror}.")
    tell(problems, options.output)
    return int(bool(problems))


def _fewest(own: Sequence[Recording]) -> int:
    groups: defaultdict[str, set[str]] = defaultdict(set)
    for recording in own:
        groups[recording.genre].update([recording.group] if recording.sure else [])
    return min(len(of_genre) for of_genre in groups.values())


def held_out(own: Sequence[Recording], genres: Sequence[str], count: int) -> list[Recording]:
    """Choose the first tracks of each genre that have an audio clip and no duplicate.

    Args:
        own: recordings of the main origin.
        genres: names.
        count: tracks per genre.
    """
    groups = [recording.group for recording in own]
    unique = [r for r in own if r.has_clip and groups.count(r.group) == 1]
    return [
        recording
        for genre in genres
        for recording in [r for r in unique if r.genre == genre][:count]
    ]


def _measured(job: Job, logbook: Logbook, bar: Bar) -> Outcome:
    def tell(fold: int, judged: Judged) -> None:
        logbook.judged(judged)
        figures = ", ".join(f"{name} {share:.3f}" for name, share in accuracies(judged).items())
        tqdm.write(f"fold {fold + 1}: {figures}", file=sys.stderr)

    return cross_validate(
        job.recordings,
        job.genres,
        ARCHITECTURES[job.network],
        job.recipe,
        job.folds,
        lambda fold: _progress(logbook, bar, f"fold {fold + 1} of {job.folds}"),
        tell,
        logbook.reached.judged,
        None if logbook.final else logbook.reached.stage,
    )


def _trained(job: Job, logbook: Logbook, bar: Bar, outcome: Outcome | None) -> Checkpoint:
    own, other = by_origin(job.recordings, job.genres)
    final = train(
        Sources([recording for recording in own if recording not in job.held], other),
        job.genres,
        ARCHITECTURES[job.network],
        job.recipe,
        _progress(logbook, bar, "final"),
        logbook.reached.stage,
    )
    checkpoint = _described(final, job, logbook, outcome)
    notes = dict(checkpoint.notes)
    if job.held:
        tracks = judge(final, job.held, [], job.recipe.seed)[job.held[0].origin]
        correct = np.concatenate([track.correct for track in tracks])
        notes["held_out_window_accuracy"] = float(correct.mean())
    if job.outside and outcome is not None:
        unknown = judge(final, job.outside, [], job.recipe.seed)
        notes["outside"] = {
            name: unanswered(tracks, outcome.calibration) for name, tracks in unknown.items()
        }
    return replace(checkpoint, notes=notes)


def _described(
    checkpoint: Checkpoint, job: Job, logbook: Logbook, outcome: Outcome | None
) -> Checkpoint:
    reached = logbook.reached
    notes: dict[str, Any] = {
        "command": reached.command,
        "network": job.network,
        "recipe": asdict(job.recipe),
        "origins": _origins(job.recordings),
        "minutes_cross_validation": round(reached.measuring_seconds / 60, 1),
        "minutes_final": round(reached.final_seconds / 60, 1),
    }
    if logbook.final:
        notes["held_out"] = [recording.key for recording in job.held]
    return described(checkpoint, notes, outcome)


def _origins(recordings: Sequence[Recording]) -> dict[str, dict[str, int]]:
    """Count each origin's recordings: music, not music, and with labels reliable for evaluation."""
    found: dict[str, dict[str, int]] = {}
    for recording in recordings:
        counts = found.setdefault(recording.origin, {"music": 0, "not_music": 0, "sure": 0})
        counts["not_music" if recording.genre == NOT_MUSIC else "music"] += 1
        counts["sure"] += recording.sure
    return found


def _stopped(job: Job, logbook: Logbook, outcome: Outcome | None, output: Path) -> str:
    """Save the state and, if possible, a model; return a sentence that says what was saved."""
    reached, steps = logbook.reached, job.recipe.steps
    stage = reached.stage
    if stage is not None or reached.judged:
        logbook.save()
    part = f"fold {len(reached.judged) + 1} of {job.folds}"
    if logbook.final:
        part = "the final training"
    hint = " Add --resume to continue." if logbook.resumable() else ""
    # A resumed training has to recompute the figures of its finished folds first.
    figures_known = outcome is not None or not (job.folds and logbook.final)
    if stage is None or not figures_known:
        return f"Stopped in {part}, before there was a network to save.{hint}"
    early = f"Stopped early, after {stage.step} of {steps} steps"
    if not logbook.final:
        early += ", trained on part of the music and not evaluated on unseen tracks"
    checkpoint = _described(stage.checkpoint(ARCHITECTURES[job.network]), job, logbook, outcome)
    summary = " ".join(filter(None, (checkpoint.notes.get("summary"), f"{early}.")))
    notes = {**checkpoint.notes, "summary": summary, "stopped_at_step": stage.step}
    stopped = f"Stopped after {stage.step} of {steps} steps of {part}."
    try:
        path = logbook.write_stopped(replace(checkpoint, notes=notes))
    except OSError as error:
        return f"{stopped} Could not write {output}: {error.strerror}.{hint}"
    network = "current network" if stage.best is None else "best network so far"
    elsewhere = "" if path == output else f", because {output} belongs to another run"
    return f"{stopped} Saved the {network} as {path}{elsewhere}.{hint}"


def _bar(job: Job, logbook: Logbook) -> Bar:
    """Return a bar over the steps of all trainings, so that it estimates the whole time."""
    reached, steps = logbook.reached, job.recipe.steps
    trained = job.folds if logbook.final else len(reached.judged)
    return tqdm(
        initial=trained * steps + (reached.stage.step if reached.stage else 0),
        total=(job.folds + 1) * steps,
        unit="step",
        file=sys.stderr,
    )


def _progress(logbook: Logbook, bar: Bar, name: str) -> Progress:
    bar.set_description(name)

    def progress(stage: Stage, loss: float) -> None:
        logbook.step(stage)
        bar.set_postfix(loss=f"{loss:.3f}", refresh=False)
        bar.update()

    return progress

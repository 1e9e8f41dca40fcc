"""``genre-monitor train``: evaluate a recipe by cross-validation, then train the final model."""

from __future__ import annotations

import argparse
import shlex
import sys
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from desktop_app.commands.options import Refused
from desktop_app.commands.plots import save_confusion
from desktop_app.commands.problems import tell
from desktop_app.commands.train_options import MOST_JOBS, parsed
from desktop_app.commands.train_processes import TrainingEnded, cores
from desktop_app.commands.train_resume import Logbook, to_resume
from desktop_app.commands.train_run import Job, Run
from desktop_app.commands.training_data import load, read_folder
from desktop_app.formatting.reason import reason_of
from desktop_app.formatting.text import message_line
from desktop_app.process.interrupts import to_be_finished
from desktop_app.process.leaving import STATUS
from model.architecture import ARCHITECTURES
from model.checkpoint import Checkpoint, save_checkpoint
from model.cross_validation import Outcome
from model.dataset import NOT_MUSIC, Recording
from model.recipe import Recipe, steps_for
from model.splits import by_origin
from model.training_file import fingerprint
from resources.languages import gettext


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
    job, problems = _prepared(options)
    logbook = Logbook(
        options.output,
        fingerprint(
            job.recordings,
            job.genres,
            ARCHITECTURES[job.network],
            job.recipe,
            job.folds,
            options.hold_out,
        ),
        shlex.join(["genre-monitor", "train", *arguments]),
        begun,
    )
    started = Run(job, logbook)
    try:
        with to_be_finished():
            checkpoint = started.train(options.jobs or min(cores(), MOST_JOBS))
    except KeyboardInterrupt:
        print(message_line(started.stopped(options.output)), file=sys.stderr)
        return STATUS
    except TrainingEnded as ended:
        logbook.save()
        raise Refused(
            gettext("{ended} Add --resume to continue, and --jobs 1 if memory is short.").format(
                ended=ended
            )
        ) from ended
    except ValueError as error:
        raise Refused(
            gettext("Could not train on this music: {error}.").format(error=error)
        ) from error
    _write_model(checkpoint, options.output, logbook)
    problems += logbook.close()
    if started.outcome is not None:
        # Written after the model, so that a failure does not lose the model.
        problems += _write_confusion(started.outcome, job.genres, options.output)
    tell(problems, options.output)
    return int(bool(problems))


def _prepared(options: argparse.Namespace) -> tuple[Job, list[str]]:
    """Read the music.

    Args:
        options: of the command.

    Returns:
        What to train, and a sentence for every file that was skipped.

    Raises:
        Refused: the music cannot be used.
    """
    recordings, problems = load(options.data)
    steps = options.steps or steps_for(len(recordings))
    recipe = replace(Recipe(), steps=steps, seed=options.seed)
    outside, unusable = read_folder(options.outside) if options.outside else ([], [])
    problems += unusable
    if problems:
        # Said before hours of training, because the problem may be a wrong folder or list.
        said = gettext("Problems with the data: {problems}, listed at the end. The first: {first}")
        print(message_line(said.format(problems=len(problems), first=problems[0])), file=sys.stderr)
    genres = sorted({recording.genre for recording in recordings} - {NOT_MUSIC})
    own, _ = by_origin(recordings, genres)
    fewest = _fewest(own)
    folds = min(options.folds, fewest) if fewest > 1 else 0
    if folds < options.folds:
        print(
            gettext(
                "One genre has only {fewest} tracks or artists to evaluate on; using {folds} folds."
            ).format(fewest=fewest, folds=folds)
        )
    held = held_out(own, genres, options.hold_out)
    return Job(recordings, genres, options.network, recipe, folds, held, outside), problems


def _write_model(checkpoint: Checkpoint, output: Path, logbook: Logbook) -> None:
    """Write the model.

    Raises:
        Refused: that is not possible; the training can be resumed.
    """
    try:
        save_checkpoint(checkpoint, output)
    except OSError as error:
        logbook.save()
        raise Refused(
            gettext("Could not write {output}: {reason}.").format(
                output=output, reason=reason_of(error)
            )
        ) from error
    print(gettext("Wrote {output}").format(output=output))


def _write_confusion(outcome: Outcome, genres: Sequence[str], output: Path) -> list[str]:
    """Draw the confusion matrix beside the model; return a sentence on failure."""
    picture = output.with_suffix(".confusion.png")
    try:
        save_confusion(next(iter(outcome.figures.values())), genres, picture)
    except OSError as error:
        return [
            gettext("Could not write {picture}: {reason}.").format(
                picture=picture, reason=reason_of(error)
            )
        ]
    print(gettext("Wrote {picture}").format(picture=picture))
    return []


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

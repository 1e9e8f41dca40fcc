"""Runs several trainings: one after the other here, or several at a time in their own processes."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from multiprocessing.connection import Connection, wait
from subprocess import Popen
from typing import Any, Protocol

from desktop_app.process.worker_process import start_process
from model.dataset import Recording
from model.evaluation import Judged
from model.splits import Split
from model.training import Sources
from model.training_state import Stage
from model.trainings import Training
from resources.languages import gettext

STEPS_BETWEEN_STATES = 100
"""A process hands over the state of its training after so many steps."""


class TrainingEnded(Exception):
    """The process of a training has ended; the message says how, as one sentence."""


class Listener(Protocol):
    """Is told how the trainings get on; the number is that of the training."""

    def stepped(self, number: int, step: int, loss: float) -> None:
        """A step was done, the first one being 1."""

    def reached(self, number: int, stage: Stage) -> None:
        """This is the state now; always told after the last step."""

    def done(self, number: int, judged: Judged) -> None:
        """The training is over, and its network has made these predictions."""


def cores() -> int:
    """Return the number of processor cores that this process may use."""
    if sys.platform == "linux":
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def run_in_turn(
    trainings: Iterable[Training], begun: Mapping[int, Stage], listener: Listener
) -> None:
    """Run trainings in this process, each with all cores.

    Args:
        trainings: to run.
        begun: number of a training -> state from which to resume it.
        listener: told the state after every step.

    Raises:
        ValueError: if a genre has no recording longer than a window.
    """
    for training in trainings:
        number = training.number

        def progress(stage: Stage, loss: float, number: int = number) -> None:
            listener.reached(number, stage)
            listener.stepped(number, stage.step, loss)

        _, judged = training.run(progress, begun.get(number))
        listener.done(number, judged)


def run_in_processes(
    trainings: Sequence[Training], begun: Mapping[int, Stage], jobs: int, listener: Listener
) -> None:
    """Run several trainings at a time, each in a process with its part of the cores.

    Small networks use one core each better than several cores together. The processes end with this
    function, however it ends.

    Args:
        trainings: to run.
        begun: number of a training -> state from which to resume it.
        jobs: number of processes.
        listener: told the state every STEPS_BETWEEN_STATES steps.

    Raises:
        TrainingEnded: a process ended, was killed for its memory for example, or did not start.
        ValueError: if a genre has no recording longer than a window.
    """
    waiting = list(reversed(trainings))
    threads = max(1, cores() // min(jobs, len(trainings)))
    running: dict[Connection, _Running] = {}
    try:
        while waiting or running:
            while waiting and len(running) < jobs:
                started = _started(waiting.pop(), begun, threads)
                running[started.connection] = started
            for connection in wait(list(running)):
                assert isinstance(connection, Connection)
                if not running[connection].hear(listener):
                    running.pop(connection).end()
    finally:
        for started in running.values():
            started.end()


@dataclass(frozen=True)
class _Running:
    training: Training
    process: Popen[bytes]
    connection: Connection

    def hear(self, listener: Listener) -> bool:
        """Pass on what the process says; return whether it will say more.

        Raises:
            TrainingEnded: the process ended.
            ValueError: a genre has no recording longer than a window.
        """
        number = self.training.number
        try:
            kind, *told = self.connection.recv()
        except (EOFError, OSError) as error:
            raise TrainingEnded(
                gettext("The process of training run {number} ended with status {status}.").format(
                    number=number + 1, status=self.process.wait()
                )
            ) from error
        match kind:
            case "stepped":
                listener.stepped(number, *told)
            case "reached":
                listener.reached(number, Stage.from_bytes(*told))
            case "failed":
                raise ValueError(*told)
            case _:
                listener.done(number, *told)
        return bool(kind != "done")

    def end(self) -> None:
        self.connection.close()
        self.process.kill()
        self.process.wait()


def _started(training: Training, begun: Mapping[int, Stage], threads: int) -> _Running:
    try:
        process, connection = start_process(f"{__name__}:serve")
    except OSError as error:
        raise TrainingEnded(
            gettext("Could not start a process for training: {error}.").format(error=error)
        ) from error
    started = _Running(training, process, connection)
    part, nothing = training.part, Split(Sources((), ()), (), ())
    try:
        stage = begun.get(training.number)
        connection.send((threads, replace(training, part=nothing), stage and stage.to_bytes()))
        for recordings in (part.sources.own, part.sources.other, part.own, part.other):
            _send(connection, recordings)
    except OSError:
        # Its end is noticed, and told, where its messages are read.
        pass
    return started


def _send(connection: Connection, recordings: Sequence[Recording]) -> None:
    """Send recordings one by one, because a copy of all of them takes hundreds of megabytes."""
    for recording in recordings:
        connection.send(recording)
    connection.send(None)


def _received(connection: Connection) -> list[Recording]:
    return list(iter(connection.recv, None))


def serve(connection: Connection) -> None:
    """Run the training that the other process sends, in a process started for it.

    Args:
        connection: to :func:`run_in_processes`.
    """
    try:
        _serve(connection)
    except (EOFError, OSError):
        # Nobody waits for the result any more.
        os._exit(0)


def _serve(connection: Connection) -> None:
    import torch

    threads, training, begun = connection.recv()
    own, other, test_own, test_other = (_received(connection) for _ in range(4))
    torch.set_num_threads(threads)
    recipe = training.recipe
    part = Split(Sources(own, other), test_own, test_other)

    def tell(*message: Any) -> None:
        connection.send(message)

    def progress(stage: Stage, loss: float) -> None:
        if stage.step % STEPS_BETWEEN_STATES == 0 or stage.step == recipe.steps:
            tell("reached", stage.to_bytes())
        tell("stepped", stage.step, loss)

    try:
        stage = Stage.from_bytes(begun) if begun else None
        _, judged = replace(training, part=part).run(progress, stage)
    except ValueError as error:
        tell("failed", str(error))
    else:
        tell("done", judged)

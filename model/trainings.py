"""The trainings of a run, independent of one another: one for each fold, and the final one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from model.architecture import Architecture
from model.checkpoint import Checkpoint
from model.conditions import judge
from model.dataset import Recording
from model.evaluation import Judged
from model.recipe import Recipe
from model.splits import Split, by_origin, split
from model.training import Progress, Sources, train
from model.training_state import Stage


@dataclass(frozen=True)
class Training:
    """One training, and the recordings that its network is judged by.

    Attributes:
        number: of the fold, from 0; that of the final training is the number of folds.
        part: what to learn from, and the test recordings, of which the final training has none.
        genres: names of the outputs.
        architecture: layers.
        recipe: hyperparameters.
    """

    number: int
    part: Split
    genres: Sequence[str]
    architecture: Architecture
    recipe: Recipe

    def run(self, progress: Progress, begun: Stage | None = None) -> tuple[Checkpoint, Judged]:
        """Train the network and judge it.

        Args:
            progress: called after every step.
            begun: state from which to resume this training.

        Returns:
            The network, as :func:`model.training.train`, and its predictions for the test
            recordings.

        Raises:
            ValueError: if a genre has no recording longer than a window.
        """
        part, recipe = self.part, self.recipe
        checkpoint = train(part.sources, self.genres, self.architecture, recipe, progress, begun)
        return checkpoint, judge(checkpoint, part.own, part.other, recipe.seed)


def trainings(
    recordings: Sequence[Recording],
    genres: Sequence[str],
    architecture: Architecture,
    recipe: Recipe,
    folds: int,
    held: Sequence[Recording] = (),
) -> list[Training]:
    """Plan the trainings of a run.

    Args:
        recordings: of one or more origins, the main one first; only those with reliable labels
            become test recordings of a fold.
        genres: names of the outputs.
        architecture: layers.
        recipe: hyperparameters.
        folds: of the cross-validation; 0 for none.
        held: recordings of the main origin that the final network never sees.

    Returns:
        Those of the folds, then the final one.

    Raises:
        ValueError: if a genre is missing from the training part of a fold.
    """
    own, other = by_origin(recordings, genres)
    unseen = {recording.key for recording in held}
    final = Sources([recording for recording in own if recording.key not in unseen], other)
    parts = split(recordings, genres, folds, recipe.seed) if folds else []
    return [
        Training(number, part, genres, architecture, recipe)
        for number, part in enumerate([*parts, Split(final, (), ())])
    ]

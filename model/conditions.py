"""Test conditions: held-out recordings as they are, and through simulated microphones."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from model.checkpoint import Checkpoint
from model.classifier import Classifier
from model.dataset import NOT_MUSIC, Recording
from model.evaluation import Judged, Track
from model.microphones import CONDITIONS, through
from model.sampling import held_out_windows, mfcc

OTHER, REST = "other", "not music"
"""Names of parts: the music of all origins but the main one, and non-music. The main part
is named after its origin."""
MICROPHONES: tuple[str, ...] = tuple(CONDITIONS)
"""The simulated ones, from the mildest to the hardest."""


def named(part: str, microphone: str = "") -> str:
    """Return the name of the condition of a part; without a microphone, that of the part."""
    return f"{part}, {microphone}" if microphone else part


def microphone_of(condition: str) -> str:
    """Return the microphone of a condition, empty without one."""
    return next((name for name in MICROPHONES if condition.endswith(name)), "")


def is_clean(condition: str) -> bool:
    """Return whether a condition has no microphone."""
    return not microphone_of(condition)


def is_music(condition: str) -> bool:
    """Return whether a condition is one of music."""
    return condition.split(", ", maxsplit=1)[0] != REST


def names(judged: Iterable[Judged]) -> list[str]:
    """Return the conditions of music of all folds, in order."""
    return list(
        dict.fromkeys(
            name for fold in judged for name, tracks in fold.items() if tracks and is_music(name)
        )
    )


def judge(
    checkpoint: Checkpoint, own: Sequence[Recording], other: Sequence[Recording], seed: int
) -> Judged:
    """Predict held-out recordings under all test conditions.

    Args:
        checkpoint: the model.
        own: recordings of the main origin, music and not.
        other: recordings of other origins, likewise.
        seed: of the microphones' noise.

    Returns:
        Condition -> the predictions for each recording, those of a part in the same order for all
        microphones.
    """
    classifier = Classifier(checkpoint, "fold")
    parts: dict[str, list[Recording]] = {}
    for number, recording in enumerate((*own, *other)):
        part = recording.origin if number < len(own) else OTHER
        parts.setdefault(REST if recording.genre == NOT_MUSIC else part, []).append(recording)
    return {
        named(part, microphone): [
            _track(classifier, recording, microphone, seed + number)
            for number, recording in enumerate(recordings)
        ]
        for part, recordings in parts.items()
        for microphone in ("", *MICROPHONES)
    }


def _track(classifier: Classifier, recording: Recording, microphone: str, seed: int) -> Track:
    log_mel, hop_frames = held_out_windows(recording)
    if microphone:
        log_mel = through(log_mel, microphone, seed)
    known = recording.genre in classifier.genres
    genre = classifier.genres.index(recording.genre) if known else -1
    return Track(genre, *classifier.judge(mfcc(log_mel).numpy()), hop_frames)

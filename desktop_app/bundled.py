"""What comes with the app: its models, by the names that users and settings know, and its music."""

from __future__ import annotations

from pathlib import Path

from resources import resource

MODEL_EXTENSION = ".safetensors"
OWN, COURSE = "", "course"
TITLES = {OWN: "&genre-monitor's own", COURSE: "The &course's three-layer CNN"}
"""As a menu shows them."""
COURSE_PATH = resource("weights/course.safetensors")


def model_path(name: str) -> Path | None:
    """Where a model lies.

    Args:
        name: of a model that comes with the app, or a path.

    Returns:
        None for the app's own.
    """
    if name == OWN:
        return None
    return COURSE_PATH if name == COURSE else Path(name)


def model_name(path: Path | None) -> str:
    """The inverse of :func:`model_path`, good from any folder."""
    if path is None:
        return OWN
    return COURSE if path == COURSE_PATH else str(path.absolute())


def demo_clips() -> list[Path]:
    """Its files, in the order in which they are played."""
    return sorted(resource("demo").glob("*.ogg"))

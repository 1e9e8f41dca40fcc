"""The models that come with the app, by the names that users and settings know."""

from __future__ import annotations

from pathlib import Path

from resources import resource

OWN, COURSE = "", "course"
TITLES = {OWN: "&genre-monitor's own", COURSE: "The &course's three-layer CNN"}
"""As a menu shows them."""


def model_path(name: str) -> Path | None:
    """Where a model lies.

    Args:
        name: of a model that comes with the app, or a path.

    Returns:
        None for the app's own.
    """
    if name == OWN:
        return None
    return resource("weights/course.safetensors") if name == COURSE else Path(name)

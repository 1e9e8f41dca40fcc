"""The models and demo music that come with the app."""

from __future__ import annotations

from pathlib import Path

from desktop_app.formatting.text import without_access_key
from resources import resource
from resources.languages import N_, gettext

MODEL_EXTENSION = ".safetensors"
OWN, COURSE = "", "course"
"""Names of the models, for settings and the option ``--model``."""
TITLES = {OWN: N_("App’s &own model"), COURSE: N_("&Course model (three-layer CNN)")}
"""Model -> menu item."""
COURSE_PATH = resource("weights/course.safetensors")


def model_path(name: str) -> Path | None:
    """Find the file of a model.

    Args:
        name: ``OWN``, ``COURSE`` or a path.

    Returns:
        Path of the file; None for the app's own model.
    """
    if name == OWN:
        return None
    return COURSE_PATH if name == COURSE else Path(name)


def model_name(path: Path | None) -> str:
    """Name of a model, the inverse of :func:`model_path`.

    Args:
        path: of the file; None for the app's own model.

    Returns:
        ``OWN``, ``COURSE`` or an absolute path.
    """
    if path is None:
        return OWN
    return COURSE if path == COURSE_PATH else str(path.absolute())


def model_title(path: Path | None) -> str:
    """Title of a model on the screen.

    Args:
        path: of the file; None for the app's own model.
    """
    name = model_name(path)
    return without_access_key(gettext(TITLES[name])) if name in TITLES else Path(name).name


def demo_clips() -> list[Path]:
    """Paths of the demo clips, in playing order."""
    return sorted(resource("demo").glob("*.ogg"))

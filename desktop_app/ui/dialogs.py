"""The questions that the window asks in windows of their own."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFileDialog, QMessageBox, QWidget

from desktop_app import __version__
from desktop_app.audio.files import EXTENSIONS
from desktop_app.bundled import MODEL_EXTENSION
from desktop_app.ui.settings import Settings

if TYPE_CHECKING:
    from model.classifier import Classifier


def choose_audio(parent: QWidget, settings: Settings) -> list[Path]:
    """Audio files that the user chose, empty for none; the folder is remembered."""
    patterns = " ".join(f"*{extension}" for extension in EXTENSIONS)
    names, _ = QFileDialog.getOpenFileNames(
        parent,
        "Open audio files",
        settings.text("folder"),
        f"Audio files ({patterns});;All files (*)",
    )
    if names:
        settings.remember(folder=str(Path(names[0]).parent))
    return [Path(name) for name in names]


def choose_folder(parent: QWidget, settings: Settings) -> Path | None:
    """A folder that the user chose, None for none; it is remembered."""
    name = QFileDialog.getExistingDirectory(parent, "Open a folder", settings.text("folder"))
    if not name:
        return None
    settings.remember(folder=name)
    return Path(name)


def choose_model(parent: QWidget, settings: Settings) -> str:
    """Path of a model that the user chose, empty for none; the folder is remembered."""
    name, _ = QFileDialog.getOpenFileName(
        parent,
        "Open a model",
        settings.text("model_folder"),
        f"Models (*{MODEL_EXTENSION});;All files (*)",
    )
    if name:
        settings.remember(model_folder=str(Path(name).parent))
    return name


def show_about(parent: QWidget, model: Classifier | None) -> None:
    """Say what the app and the model in use are."""
    about = f"Model: {model.name}. {model.notes.get('summary', '')}" if model else ""
    QMessageBox.about(
        parent,
        "About genre-monitor",
        f"<h3>genre-monitor {__version__}</h3><p>What a convolutional network hears, live: "
        f"the MFCC image, the feature maps of its first layer, and the genre.</p><p>{about}</p>"
        "<p>MIT licence. Sound never leaves this program.</p>",
    )

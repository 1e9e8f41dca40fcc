"""Dialogs for opening files, folders and models, and the About dialog."""

from __future__ import annotations

from html import escape
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFileDialog, QMessageBox, QWidget

from desktop_app import __version__
from desktop_app.audio.file_names import EXTENSIONS
from desktop_app.bundled import MODEL_EXTENSION
from desktop_app.library.list_files import LIST_EXTENSIONS
from desktop_app.translation import tr
from desktop_app.ui.settings import Settings

if TYPE_CHECKING:
    from model.classifier import Classifier


def choose_audio(parent: QWidget, settings: Settings) -> list[Path]:
    """Ask for audio files and playlists, and remember the folder; empty if cancelled."""
    patterns = " ".join(f"*{extension}" for extension in (*EXTENSIONS, *LIST_EXTENSIONS))
    names, _ = QFileDialog.getOpenFileNames(
        parent,
        tr("Open audio files"),
        settings.text("folder"),
        tr("Audio files ({patterns});;All files (*)").format(patterns=patterns),
    )
    if names:
        settings.remember(folder=str(Path(names[0]).parent))
    return [Path(name) for name in names]


def choose_folder(parent: QWidget, settings: Settings) -> Path | None:
    """Ask for a folder, and remember it; None if the dialog is cancelled."""
    name = QFileDialog.getExistingDirectory(parent, tr("Open folder"), settings.text("folder"))
    if not name:
        return None
    settings.remember(folder=name)
    return Path(name)


def choose_model(parent: QWidget, settings: Settings) -> str:
    """Ask for a model file, and remember its folder; empty if the dialog is cancelled."""
    name, _ = QFileDialog.getOpenFileName(
        parent,
        tr("Open model"),
        settings.text("model_folder"),
        tr("Models (*{extension});;All files (*)").format(extension=MODEL_EXTENSION),
    )
    if name:
        settings.remember(model_folder=str(Path(name).parent))
    return name


def show_about(parent: QWidget, model: Classifier | None) -> None:
    """Describe the app and the model in use."""
    about = (
        tr("Model: {name}. {summary}").format(
            name=model.name, summary=model.notes.get("summary", "")
        )
        if model
        else ""
    )
    QMessageBox.about(
        parent,
        tr("About genre-monitor"),
        tr(
            "<h3>genre-monitor {version}</h3><p>See live what a convolutional network "
            "hears: the MFCC image, the feature maps of its layers, and the "
            "genre.</p><p>{about}</p><p>MIT licence. Audio never leaves this "
            "computer.</p>"
        ).format(version=__version__, about=escape(about)),
    )

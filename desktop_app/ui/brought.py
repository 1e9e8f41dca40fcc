"""What a drop or the clipboard brings: files, and addresses of streams."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QMimeData, QUrl

from desktop_app.audio.address import is_address


@dataclass(frozen=True)
class Brought:
    """Something that can be opened, or nothing.

    Attributes:
        paths: files and folders.
        addresses: as they were written, valid or not.
    """

    paths: tuple[Path, ...]
    addresses: tuple[str, ...]

    @property
    def nothing(self) -> bool:
        """Whether there is neither."""
        return not (self.paths or self.addresses)


def brought_by(data: QMimeData) -> Brought:
    """Find what can be opened in a drop, or on the clipboard."""
    urls = data.urls()
    paths = tuple(Path(url.toLocalFile()) for url in urls if url.isLocalFile())
    # A copied text is one that was written or selected, perhaps with the end of its line.
    written = (
        [url.toString(QUrl.ComponentFormattingOption.FullyEncoded) for url in urls]
        or data.text().splitlines()
    )  # fmt: skip
    return Brought(paths, tuple(text.strip() for text in written if is_address(text)))

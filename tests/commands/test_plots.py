from PySide6.QtGui import QImage

from desktop_app.commands.plots import save_confusion


def test_a_confusion_matrix_can_be_drawn_for_any_genre_names(tmp_path):
    """Names that look like formulas, contain undecodable bytes, or are wider than the plot."""
    genres = ("b$\\frac$", "a\udcff", "a name that is much longer than all others " * 4)
    figures = {"confusion": [[2, 0, 0], [1, 1, 0], [0, 0, 2]], "tracks": 6, "track_accuracy": 5 / 6}
    save_confusion(figures, genres, tmp_path / "confusion.png")
    picture = QImage(str(tmp_path / "confusion.png"))
    assert not picture.isNull()
    edge = [picture.pixelColor(0, y).lightness() for y in range(picture.height())]
    assert min(edge) == 255

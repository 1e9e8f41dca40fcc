"""What controls and titles are called: words that people understood when they tried the window."""

import pytest
from PySide6.QtWidgets import QAbstractButton, QComboBox, QLabel


def texts(widget):
    """Every text on a widget and in its lists, without mnemonics."""
    found = [
        each.text() for kind in (QLabel, QAbstractButton) for each in widget.findChildren(kind)
    ]
    for box in widget.findChildren(QComboBox):
        found += [box.itemText(index) for index in range(box.count())]
    return {text.replace("&", "") for text in found}


@pytest.fixture
def window(open_window):
    return open_window()[0]


def test_the_live_page_speaks_of_what_is_seen(window):
    shown = texts(window.live)
    assert {"Strongest first", "Stretch contrast per map", "Hide loudness (c0)"} <= shown
    assert {"MFCC, levels per coefficient", "As the network sees it"} <= shown
    assert not {"By energy", "Levels per map", "Hide c0", "–"} & shown


def test_the_laboratory_speaks_as_the_lecture_does(window):
    window.pages.show_laboratory()
    page = window.pages.laboratory
    shown = texts(page)
    assert {"Stride vertical", "horizontal", "Type", "max", "average", "Step 1 of 16"} <= shown
    assert {"Vertical line detector", "Oblique line detector", "followed by ReLU"} <= shown
    page.layers.setCurrentIndex(1)
    assert "Undo: switch to pooling" in texts(page)
    assert not any("//" in text or "Keep the" in text for text in texts(page))

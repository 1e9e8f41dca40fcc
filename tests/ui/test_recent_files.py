import json
import os
from pathlib import Path

import pytest
from PySide6.QtWidgets import QMenu

from desktop_app.ui.recent_files import RecentFiles
from desktop_app.ui.settings import Settings


@pytest.fixture
def menu(qtbot):
    menu = QMenu()
    qtbot.addWidget(menu)
    return menu


def names(menu):
    """Every file in the menu; the last two items are a separator and Clear list."""
    return [action.text() for action in menu.actions()[:-2]]


@pytest.mark.parametrize(
    "stored",
    ["", "{}", "3", "null", "[", "[" * 100_000, "nan", '["relative.wav", 3, null, ["/x"]]',
     '["/nul\\u0000.wav", "/surrogate\\ud800.wav"]'],
)  # fmt: skip
def test_anything_but_absolute_paths_is_dropped(menu, stored):
    Settings().remember(recent=stored)
    assert RecentFiles(menu, Settings()).paths == []
    assert not menu.isEnabled()


def test_the_ten_newest_files_are_kept(menu):
    recent = RecentFiles(menu, Settings())
    for number in (*range(12), 5):
        recent.note(Path(f"/music/{number}.wav"))
    expected = [5, 11, 10, 9, 8, 7, 6, 4, 3, 2]
    assert names(menu) == [f"{number}.wav" for number in expected]
    assert RecentFiles(menu, Settings()).paths == recent.paths
    Settings().remember(recent=json.dumps([f"/{number}" for number in range(99)]))
    assert len(RecentFiles(menu, Settings()).paths) == 10


@pytest.mark.skipif(os.name == "nt", reason="file names are text on Windows")
def test_a_name_that_is_not_utf8_is_shown_and_kept(menu):
    path = Path(os.fsdecode(b"/music/caf\xe9 & co.wav"))
    RecentFiles(menu, Settings()).note(path)
    again = RecentFiles(menu, Settings())
    assert again.paths == [path]
    assert names(menu) == ["caf\ufffd && co.wav"]

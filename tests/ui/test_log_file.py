import logging
import threading

import pytest

from desktop_app.ui.log_file import MAX_BYTES, OLDER_FILES, begin_log, end_log, last_lines
from tests.fixtures.files import NO_FILES, put_no_file


@pytest.fixture
def path(tmp_path):
    return tmp_path / "new" / "genre-monitor.log"


@pytest.fixture
def handler(path):
    handler = begin_log(path)
    yield handler
    end_log(handler)


def test_messages_are_logged_from_level_info_up(path, handler):
    logging.getLogger("desktop_app.engine.monitor").info("listening: USB")
    logging.getLogger("desktop_app.engine.monitor").debug("never mind")
    lines = last_lines(path, 10)
    assert "genre-monitor" in lines[0]
    assert lines[-1].endswith("INFO desktop_app.engine.monitor: listening: USB")


def test_the_log_never_exceeds_three_files(path, handler):
    for number in range(3 * (OLDER_FILES + 1)):
        logging.getLogger("x").info("%d %s", number, "y" * (MAX_BYTES // 2))
    assert len(list(path.parent.iterdir())) == OLDER_FILES + 1
    assert sum(file.stat().st_size for file in path.parent.iterdir()) <= 3 * MAX_BYTES + 1000


@pytest.mark.filterwarnings("ignore::pytest.PytestUnhandledThreadExceptionWarning")
def test_uncaught_exceptions_are_logged(path, handler, capsys):
    thread = threading.Thread(target=lambda: 1 // 0)
    thread.start()
    thread.join()
    text = path.read_text()
    assert "CRITICAL" in text
    assert "ZeroDivisionError" in text
    assert "ZeroDivisionError" in capsys.readouterr().err


def test_an_unwritable_folder_is_reported_and_the_app_continues(tmp_path, capsys):
    (tmp_path / "file").touch()
    handler = begin_log(tmp_path / "file" / "x.log")
    assert handler is None
    assert "Could not open the log" in capsys.readouterr().err
    end_log(handler)


@pytest.mark.parametrize("kind", NO_FILES)
def test_what_is_no_file_is_no_log(tmp_path, capsys, kind):
    path = put_no_file(tmp_path / "x.log", kind)
    assert begin_log(path) is None
    assert capsys.readouterr().err == (
        f"genre-monitor: Could not open the log {path}: it is a folder, pipe, socket or device. "
        "Continuing without a log.\n"
    )
    assert last_lines(path, 5) == []


def test_a_log_that_cannot_go_on_is_reported_once(tmp_path, capsys):
    path = tmp_path / "x.log"
    handler = begin_log(path)
    # It can't be moved there when it is full.
    (tmp_path / "x.log.1" / "full").mkdir(parents=True)
    for _ in range(3):
        logging.getLogger("x").info("y" * MAX_BYTES)
    end_log(handler)
    said = capsys.readouterr().err
    assert said.startswith(f"genre-monitor: Could not write to the log {path}: ")
    assert said.count("\n") == 1


def test_a_missing_log_has_no_lines(tmp_path):
    assert last_lines(tmp_path / "nowhere.log", 5) == []


def test_only_the_last_lines_are_returned(tmp_path):
    (tmp_path / "x.log").write_text("a\nb\nc\n")
    assert last_lines(tmp_path / "x.log", 2) == ["b", "c"]

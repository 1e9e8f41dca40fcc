"""The example programs run from beginning to end, with and without sound devices."""

import subprocess
import sys
from pathlib import Path

import pytest

EXAMPLES = Path(__file__).parent
PROGRAMS = (
    "label_a_file", "listen_and_print", "draw_a_feature_map", "train_own_genres", "embed_a_panel",
)  # fmt: skip
MOST_LINES = 40
MOST_SECONDS = 300
"""On a machine that is busy with other work; each takes a few seconds otherwise."""


def run(name, *arguments, folder):
    """Run an example as a user would, in an empty folder; return what it printed."""
    done = subprocess.run(
        [sys.executable, EXAMPLES / f"{name}.py", *map(str, arguments)],
        cwd=folder, capture_output=True, text=True, timeout=MOST_SECONDS, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_label_a_file_prints_the_genres_of_a_file(tmp_path):
    first, *segments = run("label_a_file", folder=tmp_path).splitlines()
    assert first == "Muldjord - Chaos God.ogg: Metal, 20 s"
    assert segments
    assert all(" s  metal (" in line for line in segments)


def test_label_a_file_reports_a_missing_file_in_one_sentence(tmp_path):
    done = subprocess.run(
        [sys.executable, EXAMPLES / "label_a_file.py", "nowhere.wav"],
        cwd=tmp_path, capture_output=True, text=True, timeout=MOST_SECONDS, check=False,
    )  # fmt: skip
    assert (done.returncode, done.stderr) == (1, "There is no file nowhere.wav.\n")


def test_listen_and_print_prints_genres_or_says_what_is_missing(tmp_path):
    # On a machine with an input nothing may be playing, so there may be nothing to print.
    run("listen_and_print", 6, folder=tmp_path)


def test_draw_a_feature_map_saves_a_picture(tmp_path):
    assert run("draw_a_feature_map", "map.png", folder=tmp_path) == "Wrote map.png\n"
    assert (tmp_path / "map.png").read_bytes().startswith(b"\x89PNG")


def test_train_own_genres_saves_a_model(tmp_path):
    printed = run("train_own_genres", folder=tmp_path)
    assert printed == "Wrote mine.safetensors, which knows drone, noise\n"
    assert (tmp_path / "mine.safetensors").exists()


def test_embed_a_panel_shows_a_panel_in_another_window(tmp_path):
    run("embed_a_panel", 3, folder=tmp_path)


@pytest.mark.parametrize("name", PROGRAMS)
def test_every_example_is_short_and_says_what_it_does(name):
    lines = (EXAMPLES / f"{name}.py").read_text().splitlines()
    assert len(lines) < MOST_LINES
    assert lines[0].startswith('"""')
    assert f"{name}.py" in lines[0]

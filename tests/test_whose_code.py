"""Only the app's own modules are run, whatever lies in the current folder."""

import os
import subprocess
import sys

import pytest

from desktop_app.process.worker_process import Worker, answer
from tests.fixtures.files import write
from tests.fixtures.program import ROOT, run

INTRUDER = "open('ran', 'a').write(__name__ + ' '); raise SystemExit(3)\n"


@pytest.fixture
def folder(tmp_path):
    """Music beside files with the names of modules that processes import when they start."""
    write(tmp_path / "a.wav", 4.0)
    write(tmp_path / "b.wav", 4.0)
    for name in ("signal", "struct", "json", "pickle", "numpy", "encodings", "sitecustomize"):
        (tmp_path / f"{name}.py").write_text(INTRUDER)
    return tmp_path


def test_processes_import_nothing_from_the_current_folder(folder):
    status, out, err = run("analyze", "a.wav", "b.wav", "--jobs", 2, cwd=folder)
    assert (status, err) == (0, "")
    assert len(out.splitlines()) == 2
    assert not (folder / "ran").exists()


def test_nothing_there_is_imported_even_if_python_itself_looks_there_first(folder):
    """As with ``python -m desktop_app``."""
    folder.joinpath("encodings.py").unlink()
    command = [sys.executable, "-m", "desktop_app", "analyze", "a.wav"]
    done = subprocess.run(
        command, cwd=folder, env={**os.environ, "PYTHONPATH": str(ROOT)}, text=True,
        capture_output=True, check=False, timeout=120,
    )  # fmt: skip
    assert (done.returncode, done.stderr) == (0, "")
    assert len(done.stdout.splitlines()) == 1
    assert not (folder / "ran").exists()


def doubled(connection):
    answer(connection, lambda number: 2 * number)


def test_a_worker_started_from_there_imports_nothing_either(folder, monkeypatch):
    monkeypatch.chdir(folder)
    # As for an app that was started with an empty entry in PYTHONPATH.
    monkeypatch.syspath_prepend("")
    monkeypatch.syspath_prepend(str(folder))
    worker = Worker("tests.test_whose_code:doubled")
    try:
        assert [worker.ask(number) for number in (1, 2)] == [2, 4]
    finally:
        worker.close()
    assert not (folder / "ran").exists()


@pytest.mark.parametrize("name", ["model.py", "resources/__init__.py"])
def test_a_module_in_place_of_the_apps_own_is_named(tmp_path, name):
    module = tmp_path / name
    module.parent.mkdir(exist_ok=True)
    module.write_text(INTRUDER)
    status, out, err = run("devices", cwd=tmp_path, PYTHONPATH=f".:{ROOT}")
    assert (status, out) == (2, "")
    assert err == (
        f"genre-monitor: Python finds {module} in place of the app's own "
        f"“{name.removesuffix('.py').removesuffix('/__init__')}”. Rename it, or start "
        "genre-monitor without PYTHONPATH.\n"
    )
    assert not (tmp_path / "ran").exists()

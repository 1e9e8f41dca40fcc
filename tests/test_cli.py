import os
import re
import subprocess
import sys

import pytest

from desktop_app import __version__
from tests.fixtures.files import write


def test_the_version_is_printed(cli):
    assert cli("--version") == (0, f"genre-monitor {__version__}\n", "")


def test_help_lists_the_commands(cli):
    status, out, _ = cli("--help")
    assert status == 0
    for command in ("analyze", "devices", "train", "evaluate"):
        assert command in out


def test_wrong_usage_is_reported(cli):
    for arguments in (("--colour",), ("analyze",), ("a.wav", "b.wav"), ("evaluate",)):
        status, out, err = cli(*arguments)
        assert (status, out) == (2, "")
        assert "usage:" in err


def run_process(*arguments, timeout=120, **environment):
    return subprocess.run(
        [sys.executable, "-m", "desktop_app", *map(str, arguments)],
        capture_output=True,
        text=True,
        timeout=timeout,
        env={**os.environ, **environment},
        check=False,
    )


def test_a_reader_that_exits_early_is_not_an_error(tmp_path):
    path = write(tmp_path / "1.wav", 3.0)
    command = f"{sys.executable} -m desktop_app analyze {path} {path} {path} --format json"
    assert in_shell(f"set -o pipefail; {command} | head -n 1") == (0, "")
    assert in_shell(f"set -o pipefail; {sys.executable} -m desktop_app --version | true") == (0, "")


def in_shell(line):
    buffered = {name: value for name, value in os.environ.items() if name != "PYTHONUNBUFFERED"}
    done = subprocess.run(
        ["bash", "-c", line],
        capture_output=True, text=True, check=False, timeout=120, env=buffered,
    )  # fmt: skip
    return done.returncode, done.stderr


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="no full device here")
def test_a_full_output_device_is_reported_in_one_sentence(tmp_path):
    path = write(tmp_path / "1.wav", 3.0)
    status, err = in_shell(f"{sys.executable} -m desktop_app analyze {path} > /dev/full")
    assert status == 1
    assert err == "genre-monitor: [Errno 28] No space left on device.\n"


def test_a_file_name_that_the_output_cannot_encode_is_escaped(tmp_path):
    path = write(tmp_path / "日本.wav", 3.0)
    done = run_process("analyze", path, PYTHONIOENCODING="cp1252", PYTHONUTF8="0")
    assert (done.returncode, done.stderr) == (0, "")
    assert "\\u65e5\\u672c.wav" in done.stdout


def test_devices_without_a_sound_server_says_what_to_do():
    nowhere = {"PULSE_SERVER": "unix:/nowhere", "XDG_RUNTIME_DIR": "/nowhere"}
    done = run_process("devices", **nowhere)
    assert done.returncode == 1
    assert done.stdout == ""
    assert re.fullmatch(r"genre-monitor: .*Start one with: .*\n", done.stderr)


def test_without_portaudio_files_are_still_analysed(tmp_path):
    path = write(tmp_path / "1.wav", 3.0)
    blocked = tmp_path / "site"
    blocked.mkdir()
    (blocked / "sounddevice.py").write_text("raise OSError('PortAudio library not found')")
    path_ = f"{blocked}{os.pathsep}{os.getcwd()}"
    assert run_process("analyze", path, PYTHONPATH=path_).returncode == 0
    done = run_process("devices", PYTHONPATH=path_)
    assert done.returncode == 1
    assert "sudo apt install libportaudio2" in done.stderr


def test_the_window_appears_before_the_networks_runtime_is_loaded():
    # Each of them takes longer to load than everything else together.
    loaded = "import sys, desktop_app.ui.main_window as _; print(*sys.modules)"
    done = subprocess.run(
        [sys.executable, "-c", loaded], capture_output=True, text=True, check=True
    )
    assert not {"onnxruntime", "torch"} & set(done.stdout.split())

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
    for arguments in (
        ("--colour",),
        ("analyze",),
        ("evaluate",),
        ("listen", "--seconds", "nan"),
        ("analyze", ""),
    ):
        status, out, err = cli(*arguments)
        assert (status, out) == (2, "")
        assert "usage:" in err


@pytest.mark.parametrize("given", ["analyse", "Analyze", "analize", "bench"])
def test_a_misspelt_command_is_not_taken_for_a_file(cli, given):
    meant = "benchmark" if given == "bench" else "analyze"
    status, out, err = cli(given, "--recursive", "MUSIC")
    assert (status, out) == (2, "")
    assert err == (
        f"genre-monitor: There is no file {given}. Did you mean genre-monitor {meant}?\n"
    )


@pytest.mark.parametrize("option", [("--model", ""), ("--model", "file://elsewhere/x.safetensors"),
                                    ("--hop", "nan"), ("--hop", "inf"), ("--hop", "0"),
                                    ("--hop", "1,5"), ("--hop", ""), ("--jobs", "1.5"),
                                    ("--jobs", "0"), ("--jobs", "9" * 20), ("--scheduler", ""),
                                    ("--track", ""), ("-o", "")])  # fmt: skip
def test_values_that_mean_nothing_are_refused(cli, tmp_path, option):
    status, out, err = cli("analyze", write(tmp_path / "1.wav", 3.0), *option)
    assert (status, out) == (2, "")
    assert f"argument {option[0]}" in err or "-o/--output" in err
    assert "invalid" not in err


def test_addresses_of_files_are_decoded(cli, tmp_path):
    path = write(tmp_path / "100 % – ü.wav", 3.0)
    byte = os.fsencode(tmp_path) + b"/\xfc.wav"
    os.link(path, byte)
    for address in (path.as_uri(), path.as_uri().replace("file:///", "file://localhost/"),
                    path.as_uri().replace("file:///", "file:/"),
                    f"file://{tmp_path.as_posix()}/%FC.wav"):  # fmt: skip
        status, out, err = cli("analyze", address)
        assert (status, err, out.count(".wav\t0:03")) == (0, "", 1)


@pytest.mark.parametrize("address", ["file://", "file:///%00.wav", "file://[::1", "file://far/x"])
def test_addresses_of_no_file_here_are_refused(cli, address):
    status, out, err = cli("analyze", address)
    assert (status, out) == (2, "")
    assert err.endswith(("is not the address of a file\n", "is on another computer\n"))


@pytest.mark.parametrize("command", ["train", "archive", "evaluate"])
def test_what_cannot_be_written_to_standard_output_makes_no_file_called_dash(
    cli, tmp_path, monkeypatch, command
):
    monkeypatch.chdir(tmp_path)
    status, _, err = cli(command, ".", "-o", "-")
    assert (status, (tmp_path / "-").exists()) == (2, False)
    assert "standard output is not possible here" in err


@pytest.mark.skipif(sys.platform == "win32", reason="Windows keeps the current folder")
def test_a_current_folder_that_was_removed_is_named(tmp_path):
    gone = f"mkdir {tmp_path}/gone; cd {tmp_path}/gone; rmdir {tmp_path}/gone"
    environment = f"export PYTHONPATH={os.getcwd()}"
    command = f"{sys.executable} -m desktop_app analyze"
    status, err = in_shell(f"{environment}; {gone}; {command} a.wav")
    assert status == 2
    assert err.endswith("argument PATH: the current folder has been removed\n")


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (("http://me:s3cret@host:99999/x",), "its port in this address is not valid"),
        (("https://host/list.m3u",), "not of a stream"),
        (("http://me:s3cret@host/x", "song.mp3"), "An address must be given alone"),
        (("ftp://me:s3cret@host/x",), "begins with http://"),
        (("listen", "--address", "ftp://me:s3cret@host/x"), "begins with http://"),
        (("listen", "--address", "http://me:s3cret@host/x", "--device", "USB"), "not allowed with"),
    ],
)
def test_addresses_of_streams_are_refused_without_repeating_them(cli, arguments, says):
    status, out, err = cli(*arguments)
    assert (status, out) == (2, "")
    assert says in err
    assert "s3cret" not in err


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
    assert err == ("genre-monitor: Could not write to standard output: No space left on device.\n")


def test_a_closed_output_is_reported_in_one_sentence(tmp_path):
    path = write(tmp_path / "1.wav", 3.0)
    analyze = f"{sys.executable} -m desktop_app analyze {path}"
    closed = "genre-monitor: Could not write to standard output: Bad file descriptor.\n"
    assert in_shell(f"{analyze} >&-") == (1, closed)
    target = tmp_path / "x.csv"
    assert in_shell(f"{analyze} -o {target} <&- >&- 2>&-") == (0, "")
    assert target.read_text().count("1.wav") == 1


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


def test_a_package_without_a_command_says_where_it_is(cli, monkeypatch):
    def leave_out(name):
        raise ModuleNotFoundError(f"No module named {name!r}", name=name)

    monkeypatch.setattr("desktop_app.commands.entry.quick_import", leave_out)
    status, out, err = cli("train", "MUSIC", "-o", "mine.safetensors")
    assert (status, out) == (2, "")
    assert err.count("\n") == 1
    assert "train is not part of this package" in err
    assert "source" in err

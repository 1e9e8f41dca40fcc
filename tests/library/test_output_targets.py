"""What results are written to: files, links, pipes, devices and full disks."""

import os
import re
import subprocess
import sys
import threading

import pytest

from desktop_app.audio.decoder import Tags
from desktop_app.library.file_analysis import Result
from desktop_app.library.provenance import Run
from tests.fixtures.files import write

GENRES = ("a", "b")
RUN = Run("model", 0.5)
RESULT = Result("x.wav", 4.0, Tags(), GENRES, None, (), (), "", None)

WITHOUT = ["csv", "json", "xlsx"]


def test_a_dash_is_standard_output(cli, two_songs, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    status, out, err = cli("analyze", two_songs, "--format", "csv", "-o", "-")
    assert (status, err, out.count(".wav")) == (0, "", 2)
    assert not (tmp_path / "-").exists()
    assert cli("analyze", two_songs, "-o", "-", "--resume")[0] == 2


def test_a_pipe_gets_the_results(cli, two_songs, tmp_path):
    pipe, read = tmp_path / "pipe", []
    os.mkfifo(pipe)
    reader = threading.Thread(target=lambda: read.append(pipe.read_text()))
    reader.start()
    assert cli("analyze", two_songs, "--format", "json", "-o", pipe)[0] == 0
    reader.join()
    assert len(read[0].splitlines()) == 2


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="no full device here")
def test_a_full_device_is_named(two_songs):
    done = subprocess.run(
        [sys.executable, "-m", "desktop_app", "analyze", two_songs, "--format", "json",
         "-o", "/dev/full"],
        capture_output=True, text=True, timeout=60, check=False,
    )  # fmt: skip
    assert done.returncode == 1
    assert "No space left on device" in done.stderr
    assert "/dev/full" in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize("kind", WITHOUT)
def test_an_output_that_cannot_be_a_file_is_refused_in_words(cli, two_songs, tmp_path, kind):
    for target, says in ((tmp_path, "is a folder. Give"),
                         (tmp_path / "no" / "x", "Could not find the output folder"),
                         (tmp_path / ("L" * 256), "Could not write to")):  # fmt: skip
        status, out, err = cli("analyze", two_songs, "--format", kind, "-o", target)
        assert (status, out) == (2, "")
        assert says in err
        assert "Errno" not in err
    assert [path for path in tmp_path.iterdir() if path != two_songs] == []


@pytest.mark.parametrize("kind", ["csv", "json"])
def test_what_a_link_leads_to_is_continued(cli, two_songs, tmp_path, kind):
    real, link = tmp_path / f"real.{kind}", tmp_path / f"{'L' * 240}.{kind}"
    link.symlink_to(real)
    assert cli("analyze", two_songs, "-o", link)[0] == 0
    real.chmod(0o600)
    write(two_songs / "1.wav", 5.0)
    assert cli("analyze", two_songs, "-o", link, "--resume")[0] == 0
    assert link.is_symlink()
    assert real.read_text().count("1.wav") == 1
    assert real.stat().st_mode & 0o777 == 0o600


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such limit")
@pytest.mark.parametrize("kind", WITHOUT)
def test_a_disk_that_gets_full_is_named_with_everything_else(two_songs, tmp_path, kind):
    (two_songs / "!bad.wav").write_bytes(b"x")
    for number in range(2, 6):
        (two_songs / f"{number}.wav").hardlink_to(two_songs / "0.wav")
    target = tmp_path / f"x.{kind}"
    analyze = f"{sys.executable} -m desktop_app analyze {two_songs} -o {target}"
    command = f"ulimit -f 1; trap '' XFSZ; {analyze}"
    done = subprocess.run(
        ["bash", "-c", command], capture_output=True, text=True, check=False, timeout=60
    )
    assert done.returncode == 1
    assert "bad.wav is not an audio file" in done.stderr
    assert "File too large" in done.stderr
    assert "standard output" not in done.stderr
    assert not re.search("Traceback|Errno", done.stderr)

"""``genre-monitor listen`` on the device of a real sound server."""

import json
import os
import signal
import subprocess
import sys

import pytest

from tests.fixtures.files import write
from tests.fixtures.virtual_microphone import only_sound_server


@pytest.mark.parametrize("ending", ["signal", "pipe"])
def test_listening_to_a_real_device_until_stopped(tmp_path, ending):
    with only_sound_server() as server:
        player = server.play(write(tmp_path / "x.wav", 30.0, 44100, kind="music"))
        process = subprocess.Popen(
            [sys.executable, "-m", "desktop_app", "listen", "--every-second"],
            stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=os.environ,
        )  # fmt: skip
        for line in process.stdout:
            if json.loads(line)["genre"]:
                break
        if ending == "signal":
            process.send_signal(signal.SIGINT)
        else:
            process.stdout.close()
        assert process.wait(timeout=5) == 0
        assert "Traceback" not in process.stderr.read()
        process.stderr.close()
        if ending == "signal":
            process.stdout.close()
        player.terminate()
        player.wait()

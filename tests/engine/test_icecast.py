"""A real Icecast server, where there is one: its source goes and comes back."""

import base64
import shutil
import socket
import subprocess
import tempfile
import threading
import time
from pathlib import Path

import pytest

from desktop_app.audio import network_stream
from desktop_app.audio.address import address_of
from desktop_app.engine.source_status import Activity
from tests.fixtures.monitor import is_, monitor_of
from tests.fixtures.ports import free_port
from tests.fixtures.radio import encoded
from tests.fixtures.waiting import until

CONFIGURATION = """
<icecast><limits><sources>2</sources><clients>9</clients></limits>
<authentication><source-password>s</source-password><admin-password>a</admin-password>
</authentication><hostname>localhost</hostname>
<listen-socket><port>{port}</port><bind-address>127.0.0.1</bind-address></listen-socket>
<paths><logdir>{folder}</logdir><webroot>/usr/share/icecast2/web</webroot></paths>
<security><changeowner><user>nobody</user><group>nogroup</group></changeowner></security>
</icecast>
"""


class Icecast:
    """Runs until closed."""

    def __init__(self, folder):
        self.port = free_port()
        # It gives up the rights of root, but writes its log here.
        folder.chmod(0o777)
        configuration = folder / "icecast.xml"
        configuration.write_text(CONFIGURATION.format(port=self.port, folder=folder))
        self._process = subprocess.Popen(
            ["icecast2", "-c", configuration], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )
        until(self._answers)
        self._sound = encoded()
        self._stopped = threading.Event()

    def _answers(self):
        try:
            socket.create_connection(("127.0.0.1", self.port)).close()
        except OSError:
            return False
        return True

    def send(self):
        """Be the station; returns when the server has accepted it."""
        source = socket.create_connection(("127.0.0.1", self.port))
        login = base64.b64encode(b"source:s").decode()
        source.sendall(
            f"SOURCE /live.mp3 HTTP/1.0\r\nAuthorization: Basic {login}\r\n"
            "Content-Type: audio/mpeg\r\nice-name: Icy\r\n\r\n".encode()
        )
        assert b"200" in source.recv(100)
        self._stopped = threading.Event()
        threading.Thread(target=self._feed, args=(source, self._stopped), daemon=True).start()

    def _feed(self, source, stopped):
        begun, sent = time.monotonic(), 0
        with source:
            while not stopped.wait(
                max(0.0, sent / len(self._sound) * 10 - 3 - time.monotonic() + begun)
            ):
                part = self._sound[sent % len(self._sound) :][:4096]
                source.sendall(part)
                sent += len(part)

    def fall_silent(self):
        self._stopped.set()

    def close(self):
        self._stopped.set()
        self._process.terminate()
        self._process.wait(10)


@pytest.mark.slow
@pytest.mark.skipif(shutil.which("icecast2") is None, reason="icecast2 is not installed")
def test_a_station_of_icecast_is_heard_again_when_its_source_is_back(machine, monkeypatch):
    monkeypatch.setattr(network_stream, "AHEAD_SECONDS", 0.2)
    monkeypatch.setattr(network_stream, "FIRST_SECONDS", 0.1)
    folder = Path(tempfile.mkdtemp(prefix="icecast-"))
    server, monitor = Icecast(folder), monitor_of(machine)
    monitor.start()
    try:
        server.send()
        monitor.listen_to_stream(address_of(f"http://127.0.0.1:{server.port}/live.mp3"))
        is_(monitor, Activity.LISTENING)
        assert monitor.status().source == "Icy"
        server.fall_silent()
        is_(monitor, Activity.RECOVERING)
        server.send()
        is_(monitor, Activity.LISTENING)
    finally:
        monitor.close()
        server.close()
        shutil.rmtree(folder)

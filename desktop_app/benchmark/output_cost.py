"""Measures what it takes to tell other programs: OSC, MQTT, a web page and a command at once."""

from __future__ import annotations

import http.client
import os
import shutil
import socket
import subprocess
import tempfile
import threading
from collections import Counter
from collections.abc import Mapping, Sequence
from contextlib import ExitStack, suppress
from pathlib import Path
from statistics import median

from paho.mqtt import subscribe

from desktop_app.benchmark.processes import music, probe_window
from desktop_app.benchmark.processor_use import processor_table
from desktop_app.outputs.addresses import LOOPBACK

NOBODY, EVERYBODY = "nobody told", "all told"
ROUNDS = 5
TARGET = 0.02
"""Of one core, for everybody together."""
AGAIN_S = 0.2
ANSWER_S = 5.0

Shares = Mapping[str, float]


def broker() -> str | None:
    """Where the MQTT broker is that the measurement needs; None if it is not installed."""
    return shutil.which("mosquitto", path=os.environ.get("PATH", "") + ":/usr/sbin")


def output_costs(seconds: float, rounds: int = ROUNDS) -> list[Mapping[str, Shares]]:
    """Let the window listen to music, in turns with nobody told and with everybody.

    Args:
        seconds: length of each measurement, after the window has settled.
        rounds: how often both are measured.

    Returns:
        For each round ``NOBODY`` and ``EVERYBODY`` -> thread -> share of one core.

    Raises:
        subprocess.CalledProcessError: the window failed.
        RuntimeError: a receiver got nothing.
    """
    with music(), Receivers() as receivers:
        found: list[Mapping[str, Shares]] = []
        for _ in range(rounds):
            nobody, _ = probe_window(seconds, watch_blocks=False)
            everybody, _ = probe_window(seconds, told=receivers.told, watch_blocks=False)
            receivers.check(seconds)
            found.append({NOBODY: nobody["threads"], EVERYBODY: everybody["threads"]})
    return found


def output_table(found: Sequence[Mapping[str, Shares]]) -> str:
    """Format the shares as a Markdown table, and the difference of each round."""
    middle = {
        case: {
            name: median(one[case].get(name, 0.0) for one in found)
            for name in dict.fromkeys(name for one in found for name in one[case])
        }
        for case in (NOBODY, EVERYBODY)
    }
    more = [sum(one[EVERYBODY].values()) - sum(one[NOBODY].values()) for one in found]
    rounds = ", ".join(f"{100 * share:+.1f}" for share in more)
    return (
        f"{processor_table(middle)}\n\nMore when all are told, round by round: {rounds}; median "
        f"{100 * median(more):+.1f} % of a core (target ≤ {100 * TARGET:g} %)"
    )


class Receivers:
    """One receiver of each kind, in processes and threads of their own.

    Attributes:
        told: kind -> address, as the window takes it.
    """

    def __init__(self) -> None:
        """Start them."""
        self._stack = ExitStack()
        self._folder = Path(self._stack.enter_context(tempfile.TemporaryDirectory()))
        self._ran = self._folder / "ran"
        self._osc = self._stack.enter_context(socket.socket(socket.AF_INET, socket.SOCK_DGRAM))
        self._osc.bind((LOOPBACK, 0))
        self._mqtt, self._web = _free_port(), _free_port()
        self.told = {
            "osc": f"{LOOPBACK}:{self._osc.getsockname()[1]}",
            "mqtt": f"mqtt://{LOOPBACK}:{self._mqtt}",
            "web": str(self._web),
            "command": f"touch {self._ran}",
        }
        self._ended = threading.Event()
        self._got: Counter[str] = Counter()

    def __enter__(self) -> Receivers:
        configuration = self._folder / "mosquitto.conf"
        configuration.write_text(f"listener {self._mqtt} {LOOPBACK}\nallow_anonymous true\n")
        server = subprocess.Popen(
            [str(broker()), "-c", str(configuration)],
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        )  # fmt: skip
        self._stack.callback(server.wait)
        self._stack.callback(server.terminate)
        self._stack.callback(self._ended.set)
        for read in (self._read_osc, self._read_events, self._read_mqtt):
            threading.Thread(target=read, daemon=True).start()
        return self

    def __exit__(self, *_: object) -> None:
        self._stack.close()

    def check(self, seconds: float) -> None:
        """Make sure that they were told, and count from zero again.

        Args:
            seconds: for which the window listened, at least.

        Raises:
            RuntimeError: one was not.
        """
        least = {"osc": 5 * seconds, "web": 5 * seconds, "mqtt": seconds / 2}
        silent = [kind for kind, count in least.items() if self._got[kind] < count]
        if silent or not self._ran.exists():
            raise RuntimeError(f"Not told: {', '.join(silent) or 'the command'}; {self._got}.")
        self._got.clear()
        self._ran.unlink()

    def _read_osc(self) -> None:
        with suppress(OSError):
            while not self._ended.is_set():
                self._osc.recv(65_535)
                self._got["osc"] += 1

    def _read_events(self) -> None:
        """Read what a browser would, over and over, because the window starts and ends."""
        while not self._ended.wait(AGAIN_S):
            connection = http.client.HTTPConnection(LOOPBACK, self._web, timeout=ANSWER_S)
            with suppress(OSError, http.client.HTTPException):
                connection.request("GET", "/events")
                for line in connection.getresponse():
                    self._got["web"] += line.startswith(b"data:")
            connection.close()

    def _read_mqtt(self) -> None:
        while not self._ended.wait(AGAIN_S):
            with suppress(OSError):
                subscribe.callback(  # type: ignore[no-untyped-call]
                    lambda *_: self._got.update(mqtt=1), "genre-monitor/+/state",
                    hostname=LOOPBACK, port=self._mqtt,
                )  # fmt: skip


def _free_port() -> int:
    with socket.create_server((LOOPBACK, 0)) as server:
        return int(server.getsockname()[1])

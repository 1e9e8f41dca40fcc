"""A real keyring: GNOME's, unlocked and locked, on a session bus of its own."""

import os
import shutil
import subprocess
import sys

import pytest

from desktop_app.outputs.password import VARIABLE
from tests.outputs.test_mqtt import SECRET

NEEDED = ("dbus-run-session", "gnome-keyring-daemon")
MISSING = [name for name in NEEDED if shutil.which(name) is None]
pytestmark = pytest.mark.skipif(bool(MISSING), reason=f"no keyring without {', '.join(MISSING)}")
UNLOCKED = "printf '\\n' | gnome-keyring-daemon --unlock --components=secrets"
LOCKED = "gnome-keyring-daemon --start --components=secrets"
HEAD = ("from desktop_app.outputs import password", "broker = 'mqtt://me@localhost:1883'")
ASK = "print(password.password_for(broker))"


KEEP = f"password.keep_password(broker, '{SECRET}')"
FORGET = "password.forget_password(broker)"


def session(folder, daemon, *statements):
    """What a process says after somebody has logged in."""
    # Without a screen nobody is asked to unlock it.
    unset = ("DISPLAY", "WAYLAND_DISPLAY", "DBUS_SESSION_BUS_ADDRESS", VARIABLE)
    environment = {name: value for name, value in os.environ.items() if name not in unset}
    environment |= dict.fromkeys(("XDG_RUNTIME_DIR", "XDG_DATA_HOME"), str(folder))
    program = "\n".join((*HEAD, *statements))
    done = subprocess.run(
        [
            "dbus-run-session", "--", "sh", "-c",
            f'{daemon} > {folder}/daemon; "{sys.executable}" -c "$PROGRAM" 2>&1',
        ],
        env=environment | {"PROGRAM": program},
        stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True, timeout=60, check=False,
    )  # fmt: skip
    return done.stdout


def test_a_password_is_found_after_logging_in_again_unless_it_is_locked_or_forgotten(tmp_path):
    assert session(tmp_path, UNLOCKED, ASK, KEEP) == "None\n"
    kept = tmp_path / "keyrings" / "login.keyring"
    assert SECRET.encode() not in kept.read_bytes()
    said = session(tmp_path, LOCKED, ASK)
    assert "the system’s keyring is locked; you will be asked again at the next start" in said
    assert session(tmp_path, UNLOCKED, ASK, FORGET, ASK) == f"{SECRET}\nNone\n"

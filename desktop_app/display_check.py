"""Checks whether a window can open, because Qt aborts the process if it cannot."""

from __future__ import annotations

import ctypes
import os
import re
import socket
import sys
from importlib.util import find_spec
from multiprocessing.connection import Connection
from pathlib import Path

from desktop_app.process.worker_process import start_process
from resources.languages import gettext

WITHOUT_SCREEN = ("offscreen", "minimal")
"""Platforms that are there always."""
PATIENCE_S = 10.0
PACKAGES = {
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libgssapi_krb5.so.2": "libgssapi-krb5-2",
    "libbrotlidec.so.1": "libbrotli1",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libX11-xcb.so.1": "libx11-xcb1",
}
"""System library that Qt needs -> Debian package."""


def why_no_window() -> str:
    """Explain in one sentence why no window can open; empty if one can.

    Only Linux is checked. A ``WAYLAND_DISPLAY`` left over from another session is removed from the
    environment.
    """
    if not sys.platform.startswith("linux"):
        return ""
    try:
        from PySide6 import QtGui, QtNetwork, QtWidgets  # noqa: F401
    except ImportError as error:
        return _missing(str(error))
    platform = os.environ.get("QT_QPA_PLATFORM", "xcb")
    if platform.partition(":")[0] not in ("", "xcb"):
        return _why_not_on(platform)
    if _wayland_responds():
        return ""
    display = os.environ.get("DISPLAY")
    if not display:
        return gettext("There is no display, so no window can open.")
    return _why_no_xcb(display)


def _why_not_on(platform: str) -> str:
    if platform in WITHOUT_SCREEN or _can_begin():
        return ""
    return gettext(
        "No window can open on the platform “{platform}”, which the variable QT_QPA_PLATFORM names."
    ).format(platform=platform)


def _can_begin() -> bool:
    """Whether Qt begins in another process, which it would abort if not."""
    process, connection = start_process(f"{__name__}:begin", quiet=True)
    with connection:
        try:
            return connection.poll(PATIENCE_S) and bool(connection.recv())
        except EOFError:
            return False
        finally:
            process.kill()
            process.wait()


def begin(connection: Connection) -> None:
    """Begin Qt as a window would, and say so."""
    from PySide6.QtGui import QGuiApplication

    application = QGuiApplication([])
    connection.send(bool(application.platformName()))


def _wayland_responds() -> bool:
    name = os.environ.get("WAYLAND_DISPLAY")
    if not name:
        return False
    with socket.socket(socket.AF_UNIX) as compositor:
        try:
            compositor.connect(os.path.join(os.environ.get("XDG_RUNTIME_DIR", ""), name))
        except OSError:
            # Left over from another session; Qt would abort the process because of it.
            os.environ.pop("WAYLAND_DISPLAY")
            return False
    return True


def _why_no_xcb(display: str) -> str:
    spec = find_spec("PySide6")
    plugins = Path(spec.origin).parent / "Qt/plugins/platforms" if spec and spec.origin else Path()
    plugin = plugins / "libqxcb.so"
    try:
        if plugin.exists():
            ctypes.CDLL(str(plugin))
        xcb = ctypes.CDLL("libxcb.so.1")
    except OSError as error:
        return _missing(str(error))
    xcb.xcb_connect.restype = ctypes.c_void_p
    connection = ctypes.c_void_p(xcb.xcb_connect(display.encode(), None))
    refused = xcb.xcb_connection_has_error(connection)
    xcb.xcb_disconnect(connection)
    if refused:
        return gettext("The display {display} does not respond, so no window can open.").format(
            display=display
        )
    return ""


def _missing(error: str) -> str:
    found = re.search(r"lib[\w.+-]+\.so[.\d]*", error)
    library = found.group() if found else error
    package = PACKAGES.get(library, "libegl1 libgl1 libxcb-cursor0 libxkbcommon-x11-0")
    return gettext(
        "No window can open, because {library} is missing (install it with: sudo apt "
        "install {package})."
    ).format(library=library, package=package)

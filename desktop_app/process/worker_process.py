"""Python processes of the app's own, which Ctrl-C and modules in the current folder don't reach."""

from __future__ import annotations

import json
import multiprocessing
import os
import subprocess
import sys
import threading
from collections.abc import Callable
from pathlib import Path
from queue import SimpleQueue
from typing import TYPE_CHECKING, Any, NoReturn

from desktop_app.quick_import import quick_import
from resources.languages import gettext

if TYPE_CHECKING:
    # Imported when a process is started; a window that starts none must not wait for it.
    from multiprocessing.connection import Connection

SERVE = "--serve"
"""First argument of the app's executable, in a package without Python, for such a process."""
# Isolated, because Python would otherwise begin by importing from the current folder.
_BEGIN = (
    "import json, sys; sys.path[:] = json.loads(sys.argv[1]); "
    "from desktop_app.process.worker_process import serve; serve(*sys.argv[2:])"
)


class WorkerEnded(Exception):
    """The process has ended; the message says how, without a full stop."""


def start_process(
    target: str, *, quiet: bool = False
) -> tuple[subprocess.Popen[bytes], Connection]:
    """Start a process that calls a function with a connection to this one.

    The process belongs to no terminal. If this one ends, however it does, the connection ends.

    Args:
        target: ``module:function``; the function takes the :class:`Connection`.
        quiet: whether what the process says on standard error is lost.

    Returns:
        The process and this end of the connection.

    Raises:
        OSError: the process could not be started.
    """
    ours, theirs = multiprocessing.Pipe()
    with theirs:
        handle = theirs.fileno()
        options: dict[str, Any]
        if sys.platform == "win32":
            os.set_handle_inheritable(handle, True)
            startup = subprocess.STARTUPINFO(lpAttributeList={"handle_list": [handle]})
            group = subprocess.CREATE_NEW_PROCESS_GROUP
            options = {"startupinfo": startup, "creationflags": group}
        else:
            options = {"pass_fds": [handle], "start_new_session": True}
        process = subprocess.Popen(
            [*_python(), target, str(handle)],
            stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL if quiet else None, **options,
        )  # fmt: skip
    return process, ours


def _python() -> list[str]:
    if getattr(sys, "frozen", False):
        return [sys.executable, SERVE]
    encoding = ["-X", f"utf8={sys.flags.utf8_mode}"]
    return [sys.executable, "-I", *encoding, "-c", _BEGIN, json.dumps(_search_path())]


def _search_path() -> list[str]:
    """Where this process imports from, without the current folder unless the app is there."""
    try:
        here = os.getcwd()
    except FileNotFoundError:
        here = ""
    own = os.path.realpath(Path(__file__).parents[2])
    real = {entry: os.path.realpath(entry) for entry in sys.path if entry}
    return [entry for entry, folder in real.items() if folder == own or folder != here]


def serve(target: str, handle: str) -> None:
    """Call the function that this process was started for.

    Args:
        target: from :func:`start_process`.
        handle: of the connection, inherited from the process that started this one.
    """
    module, _, name = target.partition(":")
    if sys.platform == "win32":
        from multiprocessing.connection import PipeConnection as Pipe
    else:
        from multiprocessing.connection import Connection as Pipe
    getattr(quick_import(module), name)(Pipe(int(handle)))


def answer(connection: Connection, function: Callable[..., object]) -> NoReturn:
    """Answer requests until the other process ends; then this one ends at once.

    Args:
        connection: to the process that asks through :class:`Worker`.
        function: called with the arguments of each request; it returns the answer.
    """
    requests: SimpleQueue[tuple[Any, ...]] = SimpleQueue()

    def receive() -> None:
        # On a thread of its own, so that the end is noticed in the middle of a long file.
        while True:
            try:
                requests.put(connection.recv())
            except (EOFError, OSError):
                os._exit(0)

    threading.Thread(target=receive, name="requests", daemon=True).start()
    while True:
        answered = function(*requests.get())
        try:
            connection.send(answered)
        except OSError:
            os._exit(0)


class Worker:
    """A process that answers one request at a time; started when first asked, and after its end."""

    def __init__(self, target: str) -> None:
        """Start nothing yet.

        Args:
            target: as for :func:`start_process`; the function calls :func:`answer`.
        """
        self._target = target
        self._lock = threading.Lock()
        self._process: subprocess.Popen[bytes] | None = None
        self._connection: Connection | None = None
        self._closed = False

    def ask(self, *request: object) -> Any:
        """Send a request and wait for the answer; from one thread at a time.

        Raises:
            WorkerEnded: the process ended, or could not be started; the next request starts
                another one.
        """
        try:
            connection = self._connected()
            connection.send(request)
            return connection.recv()
        except (EOFError, OSError) as error:
            raise WorkerEnded(self._end(error)) from error

    def _connected(self) -> Connection:
        with self._lock:
            if self._closed:
                raise WorkerEnded(gettext("it was closed"))
            if self._connection is None:
                self._process, self._connection = start_process(self._target)
            return self._connection

    def _end(self, error: Exception) -> str:
        with self._lock:
            process, connection = self._process, self._connection
            self._process = self._connection = None
        if process is None or connection is None:
            return gettext("its process did not start ({error})").format(error=error)
        connection.close()
        process.kill()
        status = process.wait()
        return gettext("its process ended with status {status}").format(status=status)

    def close(self) -> None:
        """End the process at once, from any thread; a request that waits raises WorkerEnded."""
        with self._lock:
            self._closed = True
            process = self._process
        if process is not None:
            process.kill()
            process.wait()

"""A web server on this computer: a page with the genre, server-sent events and a WebSocket."""

from __future__ import annotations

import logging
import os
import threading
from collections.abc import Awaitable, Callable
from concurrent import futures
from concurrent.futures import Future
from ipaddress import ip_address
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from desktop_app.formatting.reason import reason_of
from desktop_app.outputs.channel import ReceiverError
from desktop_app.outputs.message import Message
from desktop_app.outputs.page import PAGE
from resources.languages import gettext

if TYPE_CHECKING:
    # Imported later, on the threads that need them: these take their time.
    import asyncio

    from aiohttp.web import Request, StreamResponse

STARTING_SECONDS = 10.0
CLOSING_SECONDS = 1.0
INTERVAL_S = 0.1


class Web:
    """Serves the page at ``/``, events at ``/events``, a WebSocket at ``/socket``.

    Only pages of its own may read it: another web page that is open in a browser on this computer
    must not learn what is heard.
    """

    interval_s: float | None = INTERVAL_S

    def __init__(self, host: str, port: int) -> None:
        """Serve nothing yet.

        Args:
            host: address to listen on; others than the loopback let other computers in.
            port: to listen on; 0 for any that is free.
        """
        self.port = port
        self._host = host
        self._loop: asyncio.AbstractEventLoop | None = None
        self._thread: threading.Thread | None = None
        self._waiting: set[asyncio.Queue[str]] = set()
        self._newest = ""

    @property
    def name(self) -> str:
        """The address of the page."""
        host = f"[{self._host}]" if ":" in self._host else self._host
        return f"http://{host}:{self.port}"

    def essence(self, message: Message) -> object:
        """Everything but the numbers."""
        return message.content

    def open(self) -> None:
        """Start the server.

        Raises:
            ReceiverError: the port is taken or the address is not this computer's.
        """
        import asyncio

        port: Future[int] = Future()
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(
            target=self._serve, args=(self._loop, port), name="web", daemon=True
        )
        self._thread.start()
        if not futures.wait([port], STARTING_SECONDS).done:
            raise ReceiverError(gettext("the server did not start"))
        if (error := port.exception()) is not None:
            # It is clearing up, and must not be stopped in the middle of it.
            self._loop = None
            raise ReceiverError(_reason(error)) from error
        self.port = port.result()

    def send(self, message: Message) -> None:
        """Pass a message to all who are connected; whoever is slow gets only the newest one.

        Raises:
            ReceiverError: the server has ended.
        """
        if self._loop is None or self._thread is None or not self._thread.is_alive():
            raise ReceiverError(gettext("the server has ended"))
        self._loop.call_soon_threadsafe(self._spread, message.as_json())

    def close(self) -> None:
        """End the server and all connections."""
        if self._loop is not None and self._thread is not None and self._thread.is_alive():
            self._loop.call_soon_threadsafe(self._loop.stop)
            self._thread.join(CLOSING_SECONDS)
        self._loop = None

    def _spread(self, text: str) -> None:
        self._newest = text
        for queue in self._waiting:
            if queue.full():
                queue.get_nowait()
            queue.put_nowait(text)

    def _serve(self, loop: asyncio.AbstractEventLoop, port: Future[int]) -> None:
        """Serve until the loop is stopped; ``port`` becomes that listened on, or why there is none.

        Anything that ends the loop later is raised, so that it is logged.
        """
        import asyncio

        from aiohttp import web

        asyncio.set_event_loop(loop)
        application = web.Application(middlewares=[self._only_own_pages()])
        application.router.add_get("/", self._page)
        application.router.add_get("/events", self._events)
        application.router.add_get("/socket", self._socket)
        runner = web.AppRunner(
            application, shutdown_timeout=0.2, access_log=None, logger=_requests()
        )
        try:
            loop.run_until_complete(runner.setup())
            site = web.TCPSite(runner, self._host, self.port)
            loop.run_until_complete(site.start())
            port.set_result(runner.addresses[0][1])
            loop.run_forever()
        except Exception as error:
            if port.done():
                raise
            port.set_exception(error)
        finally:
            loop.run_until_complete(runner.cleanup())
            loop.run_until_complete(_left(loop))
            loop.close()

    def _only_own_pages(self) -> Any:
        from aiohttp import web

        @web.middleware
        async def check(
            request: Request, handler: Callable[[Request], Awaitable[StreamResponse]]
        ) -> StreamResponse:
            if not self._is_own(request.host, request.headers.get("Origin")):
                raise web.HTTPForbidden(text="Only pages of genre-monitor may read this.")
            return await handler(request)

        return check

    def _is_own(self, host: str, origin: str | None) -> bool:
        """Whether a request comes from a page of this server, or from no page."""
        try:
            named = urlsplit(f"//{host}").hostname or ""
            own = origin is None or urlsplit(origin).netloc == host
        except ValueError:
            return False
        # A foreign name that leads here is how other pages get around the rule of origins.
        return own and not (_is_loopback(self._host) and not _is_loopback(named))

    async def _page(self, request: Request) -> StreamResponse:
        from aiohttp import web

        return web.Response(text=PAGE, content_type="text/html")

    async def _events(self, request: Request) -> StreamResponse:
        from aiohttp import web

        response = web.StreamResponse(
            headers={"Content-Type": "text/event-stream", "Cache-Control": "no-store"}
        )
        await response.prepare(request)
        await self._pass_on(lambda text: response.write(f"data: {text}\n\n".encode()))
        return response

    async def _socket(self, request: Request) -> StreamResponse:
        import asyncio

        from aiohttp import web

        socket = web.WebSocketResponse(heartbeat=20.0)
        await socket.prepare(request)
        passing = asyncio.ensure_future(self._pass_on(socket.send_str))
        # What a client says is ignored; the loop ends when it leaves.
        async for _ in socket:
            pass
        passing.cancel()
        return socket

    async def _pass_on(self, send: Callable[[str], Awaitable[Any]]) -> None:
        import asyncio

        queue: asyncio.Queue[str] = asyncio.Queue(maxsize=1)
        if self._newest:
            queue.put_nowait(self._newest)
        self._waiting.add(queue)
        try:
            while True:
                await send(await queue.get())
        except (ConnectionError, RuntimeError):
            # The client has left.
            return
        finally:
            self._waiting.discard(queue)


def _requests() -> logging.Logger:
    """A log of our own mistakes, without those of clients, whose requests may be anything."""
    from aiohttp.http_exceptions import HttpProcessingError

    def is_ours(record: logging.LogRecord) -> bool:
        return not (record.exc_info and isinstance(record.exc_info[1], HttpProcessingError))

    log = logging.Logger(__name__)
    log.parent = logging.getLogger()
    log.addFilter(is_ours)
    return log


def _is_loopback(host: str) -> bool:
    try:
        return host == "localhost" or ip_address(host).is_loopback
    except ValueError:
        return False


def _reason(error: BaseException) -> str:
    """Say why the server could not start; asyncio repeats the address in its own words."""
    number = error.errno if isinstance(error, OSError) else None
    # Numbers below zero are of names that are not found.
    return os.strerror(number) if number and number > 0 else reason_of(error)


async def _left(loop: asyncio.AbstractEventLoop) -> None:
    """End what is still running for clients."""
    import asyncio

    tasks = asyncio.all_tasks(loop) - {asyncio.current_task()}
    for task in tasks:
        task.cancel()
    await asyncio.gather(*tasks, return_exceptions=True)

"""Real receivers: an OSC server, a browser's requests, a program."""

import asyncio
import json
import socket
import sys
import threading

import pytest
from aiohttp import ClientSession, WSServerHandshakeError
from pythonosc.dispatcher import Dispatcher
from pythonosc.osc_server import ThreadingOSCUDPServer

from desktop_app.outputs.channel import ReceiverError
from desktop_app.outputs.message import Message
from desktop_app.outputs.osc import Osc
from desktop_app.outputs.program import Program
from desktop_app.outputs.web import Web
from tests.fixtures.waiting import until

MESSAGE = Message(
    "t", "Mic", "listening", "music", "pop", 0.75, True, "Pop", {"pop": 0.75, "rock": 0.25}, -12.5
)


def test_an_osc_receiver_gets_one_address_per_field():
    got = {}
    dispatcher = Dispatcher()
    dispatcher.set_default_handler(lambda address, *values: got.update({address: values}))
    server = ThreadingOSCUDPServer(("127.0.0.1", 0), dispatcher)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    try:
        osc = Osc(*server.server_address)
        osc.open()
        osc.send(MESSAGE)
        until(lambda: len(got) == 12)
        osc.close()
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
    assert got["/genre-monitor/answer"] == ("Pop",)
    assert got["/genre-monitor/sure"] == (1,)
    assert got["/genre-monitor/level"] == (-12.5,)
    assert got["/genre-monitor/probabilities/rock"] == (0.25,)


@pytest.fixture
def web():
    server = Web("127.0.0.1", 0)
    server.open()
    server.send(MESSAGE)
    yield server
    server.close()


def fetched(coroutine):
    return asyncio.run(asyncio.wait_for(coroutine, 20))


async def first_event(url, **options):
    async with ClientSession() as session, session.get(url, **options) as answer:
        assert answer.status == 200, await answer.text()
        line = await answer.content.readline()
        return answer.headers["Content-Type"], line.decode()


def test_the_page_follows_the_events(web):
    async def page():
        async with ClientSession() as session, session.get(f"http://127.0.0.1:{web.port}/") as got:
            return got.content_type, await got.text()

    kind, text = fetched(page())
    assert kind == "text/html"
    assert 'new EventSource("events")' in text
    kind, line = fetched(first_event(f"http://127.0.0.1:{web.port}/events"))
    assert kind == "text/event-stream"
    assert json.loads(line.removeprefix("data: ")) == json.loads(MESSAGE.as_json())


def test_a_websocket_gets_every_message_and_a_new_one_the_last(web):
    async def talk():
        async with (
            ClientSession() as session,
            session.ws_connect(f"http://localhost:{web.port}/socket") as connection,
        ):
            first = await connection.receive_json()
            web.send(Message("t", "Mic", "listening", "music", "rock", 0.9, True, "Rock"))
            return first["genre"], (await connection.receive_json())["genre"]

    assert fetched(talk()) == ("pop", "rock")


def test_other_web_pages_cannot_read_what_is_heard(web):
    address = f"http://127.0.0.1:{web.port}"

    async def status(**headers):
        async with ClientSession() as session, session.get(address, headers=headers) as answer:
            return answer.status

    assert fetched(status()) == 200
    assert fetched(status(Host=f"localhost:{web.port}")) == 200
    assert fetched(status(Origin="https://elsewhere.example")) == 403
    assert fetched(status(Host="elsewhere.example")) == 403

    async def connect():
        async with ClientSession() as session:
            await session.ws_connect(f"{address}/socket", headers={"Origin": "http://a.example"})

    with pytest.raises(WSServerHandshakeError):
        fetched(connect())


def test_a_port_that_is_taken_is_said():
    with socket.create_server(("127.0.0.1", 0)) as other:
        web = Web("127.0.0.1", other.getsockname()[1])
        with pytest.raises(ReceiverError, match=r"in use|attempting to bind"):
            web.open()
        web.close()


def test_a_program_gets_the_message_in_its_environment_and_no_shell(tmp_path, caplog):
    target = tmp_path / "got.txt"
    code = (
        "import os,sys;open(sys.argv[1],'w').write(os.environ['GENRE_MONITOR_GENRE']+sys.argv[2])"
    )
    Program([sys.executable, "-c", code, str(target), "$(id);*"]).send(MESSAGE)
    assert target.read_text() == "pop$(id);*"
    Program([sys.executable, "-c", "raise SystemExit(3)"]).send(MESSAGE)
    Program([str(tmp_path / "nowhere")]).send(MESSAGE)
    said = [record.getMessage() for record in caplog.records]
    assert said[0].startswith("Ended with status 3: the command ")
    assert said[1].endswith("nowhere: No such file or directory.")


def test_what_a_program_prints_is_kept_apart_from_the_lines_of_listen(capfd):
    Program(["echo", "hello"]).send(MESSAGE)
    assert capfd.readouterr() == ("", "hello\n")

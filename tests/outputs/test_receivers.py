"""Real receivers: an OSC server, a browser's requests, a program."""

import asyncio
import errno
import json
import os
import socket
import sys
import threading
import time
from contextlib import contextmanager
from dataclasses import replace

import pytest
from aiohttp import ClientSession, WSServerHandshakeError
from pythonosc.dispatcher import Dispatcher
from pythonosc.osc_bundle import OscBundle
from pythonosc.osc_server import ThreadingOSCUDPServer

from desktop_app.outputs import addresses, program
from desktop_app.outputs import channel as channels
from desktop_app.outputs.channel import Channel, ReceiverError, close_all
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


@contextmanager
def osc_to(host):
    """An opened Osc, and what reads the next bundle: address -> value."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as receiver:
        receiver.bind(("", 0))
        receiver.settimeout(5)
        osc = Osc(host, receiver.getsockname()[1])
        osc.open()

        def bundle():
            got = OscBundle(receiver.recv(10_000))
            return {part.address: part.params[0] for part in got}

        yield osc, bundle
        osc.close()


def test_a_probability_does_not_stay_when_no_genre_is_heard_any_more():
    with osc_to("127.0.0.1") as (osc, bundle):
        osc.send(MESSAGE)
        assert bundle()["/genre-monitor/probabilities/pop"] == 0.75
        osc.send(replace(MESSAGE, genre=None, probability=None, probabilities={}))
        quiet = bundle()
        assert quiet["/genre-monitor/probabilities/pop"] == 0.0
        assert quiet["/genre-monitor/probabilities/rock"] == 0.0
        osc.send(MESSAGE)
        assert bundle()["/genre-monitor/probabilities/pop"] == 0.75


def test_a_name_is_looked_up_once_and_the_older_kind_of_address_taken(monkeypatch):
    asked, real = [], socket.getaddrinfo

    def both(host, port, *rest, **more):
        asked.append(host)
        (older,) = real("127.0.0.1", port, type=socket.SOCK_DGRAM)
        (newer,) = real("::1", port, type=socket.SOCK_DGRAM)
        return [newer, older]

    monkeypatch.setattr(socket, "getaddrinfo", both)
    with osc_to("localhost") as (osc, bundle):
        for _ in range(3):
            osc.send(MESSAGE)
            assert bundle()["/genre-monitor/genre"] == "pop"
    assert asked == ["localhost"]


def test_all_of_a_network_can_be_told():
    with osc_to("127.255.255.255") as (osc, bundle):
        osc.send(MESSAGE)
        assert bundle()["/genre-monitor/genre"] == "pop"


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
    assert fetched(status(Origin="http://[bad")) == 403

    async def connect():
        async with ClientSession() as session:
            await session.ws_connect(f"{address}/socket", headers={"Origin": "http://a.example"})

    with pytest.raises(WSServerHandshakeError):
        fetched(connect())


@pytest.mark.parametrize(
    "request_line",
    [b"\x16\x03\x01\0\0", b"GET / HTTP/1.1", b"GET /" + b"a" * 10_000 + b" HTTP/1.1"],
)
def test_an_invalid_request_is_refused_without_a_line_in_the_log(web, caplog, request_line):
    with socket.create_connection(("127.0.0.1", web.port), 5) as client:
        client.sendall(request_line + b"\r\n\r\n")
        assert client.recv(100).startswith(b"HTTP/1.0 400 ")
    assert not caplog.records


def test_a_port_that_is_taken_is_said():
    with socket.create_server(("127.0.0.1", 0)) as other:
        web = Web("127.0.0.1", other.getsockname()[1])
        with pytest.raises(ReceiverError) as refused:
            web.open()
        assert str(refused.value) == os.strerror(errno.EADDRINUSE)
        web.close()


def test_a_name_that_is_no_address_of_a_web_server_is_said_at_once():
    with pytest.raises(ReceiverError, match=r"idna|label"):
        Web("no..name", 8765).open()


def test_every_loopback_address_is_protected_from_foreign_names():
    web = Web("127.0.0.2", 0)
    web.open()

    async def status(host):
        headers = {"Host": host}
        async with ClientSession() as session, session.get(web.name, headers=headers) as answer:
            return answer.status

    try:
        assert fetched(status(f"127.0.0.2:{web.port}")) == 200
        assert fetched(status("elsewhere.example")) == 403
    finally:
        web.close()


def test_a_program_gets_the_message_in_its_environment_and_no_shell(tmp_path, caplog):
    target = tmp_path / "got.txt"
    code = (
        "import os,sys;open(sys.argv[1],'w').write(os.environ['GENRE_MONITOR_GENRE']+sys.argv[2])"
    )
    Program([sys.executable, "-c", code, str(target), "$(id);*"]).send(MESSAGE)
    assert target.read_text() == "pop$(id);*"
    Program([sys.executable, "-c", "raise SystemExit(3)"]).send(MESSAGE)
    (said,) = (record.getMessage() for record in caplog.records)
    assert said.startswith("Ended with status 3: the command ")


def test_a_program_that_cannot_be_run_is_said_where_problems_are_shown(tmp_path, monkeypatch):
    monkeypatch.setenv("HOME", str(tmp_path))
    missing = Channel(addresses.command("~/nowhere"))
    missing.offer(MESSAGE)
    until(lambda: missing.problem)
    close_all([missing])
    assert missing.problem == (
        "Could not send to the command ~/nowhere: No such file or directory."
    )
    (tmp_path / "here").write_text("#!/bin/sh\n>~/done\n")
    (tmp_path / "here").chmod(0o700)
    addresses.command("~/here").send(MESSAGE)
    assert (tmp_path / "done").exists()


def test_a_program_that_hangs_is_said_and_no_second_one_started(tmp_path, monkeypatch):
    monkeypatch.setattr(program, "PATIENCE_SECONDS", 0.1)
    monkeypatch.setattr(channels, "FIRST_PAUSE_S", 0.1)
    begun, end = tmp_path / "begun", tmp_path / "end"
    script = f"echo x >> {begun}; until [ -e {end} ]; do sleep 0.02; done"
    hanging = Channel(Program(["sh", "-c", script]))
    hanging.offer(MESSAGE)
    until(lambda: "has been running for more than" in hanging.problem)
    hanging.offer(replace(MESSAGE, genre="rock"))
    time.sleep(0.5)
    assert begun.read_text() == "x\n"
    end.touch()
    until(lambda: not hanging.problem)
    until(lambda: begun.read_text() == "x\nx\n")
    close_all([hanging])


def test_what_a_program_prints_is_kept_apart_from_the_lines_of_listen(capfd):
    Program(["echo", "hello"]).send(MESSAGE)
    assert capfd.readouterr() == ("", "hello\n")

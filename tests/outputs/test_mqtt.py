"""A real broker: what it keeps, when it refuses, when it goes and comes back."""

import gc
import json
import os
import shutil
import socket
import subprocess
from contextlib import contextmanager

import keyring
import pytest
from keyring.backend import KeyringBackend
from keyring.backends.fail import Keyring as NoKeyring
from keyring.errors import KeyringError, KeyringLocked
from paho.mqtt.client import Client
from paho.mqtt.enums import CallbackAPIVersion

from desktop_app.outputs import addresses
from desktop_app.outputs import channel as channels
from desktop_app.outputs.channel import Channel, ReceiverError, close_all
from desktop_app.outputs.message import Message
from desktop_app.outputs.password import VARIABLE, forget_password, keep_password, password_for
from desktop_app.outputs.program import Program
from tests.fixtures.ports import free_port
from tests.fixtures.waiting import until

MOSQUITTO = shutil.which("mosquitto", path=os.environ["PATH"] + ":/usr/sbin")
needs_broker = pytest.mark.skipif(MOSQUITTO is None, reason="mosquitto is not installed")
SECRET = "correct horse"


def message(genre="pop"):
    return Message(
        "t", "Mic", "listening", "music", genre, 0.75, True, genre.title(), {genre: 0.75}
    )


def answers(port):
    try:
        socket.create_connection(("127.0.0.1", port), 1).close()
    except ConnectionRefusedError:
        return False
    return True


@contextmanager
def broker(folder, port, *lines):
    configuration = folder / f"{port}.conf"
    configuration.write_text("\n".join([f"listener {port} 127.0.0.1", "user root", *lines, ""]))
    with subprocess.Popen([MOSQUITTO, "-c", configuration], stderr=subprocess.DEVNULL) as process:
        try:
            until(lambda: answers(port))
            yield
        finally:
            process.terminate()


@contextmanager
def subscribed(port):
    """What a subscriber who comes now gets: topic -> text."""
    got = {}
    client = Client(CallbackAPIVersion.VERSION2)
    client.on_connect = lambda client, *_: client.subscribe("#")
    client.on_message = lambda _client, _data, item: got.update({item.topic: item.payload.decode()})
    client.connect("127.0.0.1", port)
    client.loop_start()
    try:
        yield got
    finally:
        client.disconnect()
        client.loop_stop()


@needs_broker
def test_the_broker_keeps_the_message_and_home_assistant_finds_it(tmp_path):
    port = free_port()
    with broker(tmp_path, port, "allow_anonymous true"):
        receiver = addresses.mqtt(f"mqtt://127.0.0.1:{port}")
        receiver.open()
        receiver.send(message())
        with subscribed(port) as late:
            until(lambda: receiver.topic in late and len(late) == 7)
        assert json.loads(late[receiver.topic]) == json.loads(message().as_json())
        assert late[receiver.availability] == "online"
        sensors = [json.loads(text) for topic, text in late.items() if topic.endswith("/config")]
        assert len({sensor["unique_id"] for sensor in sensors}) == 5
        assert {sensor["state_topic"] for sensor in sensors} == {receiver.topic}
        assert {sensor["availability_topic"] for sensor in sensors} == {receiver.availability}
        receiver.close()
        with subscribed(port) as late:
            until(lambda: late.get(receiver.availability) == "offline")


@needs_broker
def test_one_of_two_instances_that_leaves_does_not_take_the_other_with_it(tmp_path):
    port = free_port()
    with broker(tmp_path, port, "allow_anonymous true"):
        first, second = (addresses.mqtt(f"mqtt://127.0.0.1:{port}") for _ in range(2))
        first.open()
        second.open()
        first.close()

        def said():
            with subscribed(port) as late:
                until(lambda: first.availability in late)
                return late[first.availability]

        until(lambda: said() == "online")
        second.close()
        assert said() == "offline"


@needs_broker
def test_user_and_password_from_the_environment(tmp_path, monkeypatch):
    port, passwords = free_port(), tmp_path / "passwords"
    subprocess.run(
        [shutil.which("mosquitto_passwd"), "-b", "-c", passwords, "me@home", SECRET], check=True
    )
    with broker(tmp_path, port, "allow_anonymous false", f"password_file {passwords}"):
        receiver = addresses.mqtt(f"mqtt://me%40home@127.0.0.1:{port}")
        monkeypatch.setenv(VARIABLE, "wrong")
        with pytest.raises(ReceiverError, match="Not authorized"):
            receiver.open()
        receiver.close()
        monkeypatch.setenv(VARIABLE, SECRET)
        receiver.open()
        receiver.send(message())
        receiver.close()


def refusal(receiver):
    try:
        receiver.open()
    except ReceiverError as error:
        return str(error)
    return None


# paho leaves the socket to the garbage collector if the certificate is refused.
@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")
@needs_broker
def test_an_encrypted_broker_must_be_the_one_it_says(tmp_path, monkeypatch):
    port, key, certificate = free_port(), tmp_path / "key.pem", tmp_path / "certificate.pem"
    subprocess.run(
        ["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1",
         "-nodes", "-keyout", key, "-out", certificate, "-days", "1", "-subj", "/CN=localhost",
         "-addext", "subjectAltName=DNS:localhost"],
        check=True, capture_output=True,
    )  # fmt: skip
    lines = ("allow_anonymous true", f"keyfile {key}", f"certfile {certificate}")
    with broker(tmp_path, port, *lines):
        receiver = addresses.mqtt(f"mqtts://localhost:{port}")
        assert refusal(receiver) == "its certificate is not trusted (self-signed certificate)"
        gc.collect()
        receiver.close()
        monkeypatch.setenv("SSL_CERT_FILE", str(certificate))
        receiver.open()
        receiver.send(message())
        receiver.close()


@needs_broker
def test_a_broker_that_goes_away_is_found_again_and_costs_lines_only(tmp_path, monkeypatch, caplog):
    monkeypatch.setattr(channels, "FIRST_PAUSE_S", 0.1)
    port = free_port()
    channel = Channel(addresses.mqtt(f"mqtt://127.0.0.1:{port}"))

    def tell(genre):
        """Offer again and again, as while listening; return whether that is a problem now."""
        channel.offer(message(genre))
        return bool(channel.problem)

    try:
        until(lambda: tell("pop"))
        assert "Connection refused" in channel.problem
        with broker(tmp_path, port, "allow_anonymous true"), subscribed(port) as got:
            until(lambda: any('"pop"' in text for text in got.values()))
        # What is sent in the moment in which the broker ends is lost without an error.
        until(lambda: tell("rock"))
        with broker(tmp_path, port, "allow_anonymous true"), subscribed(port) as got:
            until(lambda: any('"rock"' in text for text in got.values()))
            until(lambda: not channel.problem)
    finally:
        close_all([channel])
    assert all(record.levelname == "WARNING" for record in caplog.records)


def test_a_password_in_the_address_is_refused_and_not_repeated():
    with pytest.raises(ValueError, match="does not belong") as refused:
        addresses.mqtt(f"mqtt://me:{SECRET}@127.0.0.1")
    assert SECRET not in str(refused.value)


@pytest.mark.parametrize(
    "text",
    [
        "127.0.0.1",
        "http://a",
        "mqtt://",
        "mqtt://a:99999",
        "mqtt://a/b",
        "mqtt://a?b",
        "mqtt://a b",
    ],
)
def test_an_invalid_broker_address_is_reported(text):
    with pytest.raises(ValueError, match="not an address such as mqtt://127"):
        addresses.mqtt(text)


def test_a_broker_has_an_address_like_those_of_pages():
    assert addresses.mqtt("mqtt://me@[::1]").name == "mqtt://me@[::1]:1883"


def test_a_program_is_not_told_the_password(tmp_path, monkeypatch):
    monkeypatch.setenv(VARIABLE, SECRET)
    target = tmp_path / "environment"
    Program(["sh", "-c", f"env > {target}"]).send(message())
    assert "GENRE_MONITOR_GENRE=pop" in target.read_text()
    assert SECRET not in target.read_text()


class Keyring(KeyringBackend):
    priority = 1

    def __init__(self):
        super().__init__()
        self.kept = {}

    def get_password(self, service, username):
        return self.kept.get((service, username))

    def set_password(self, service, username, password):
        self.kept[service, username] = password

    def delete_password(self, service, username):
        del self.kept[service, username]


@pytest.fixture
def use_keyring():
    before = keyring.get_keyring()
    yield keyring.set_keyring
    keyring.set_keyring(before)


def test_the_password_is_kept_in_the_keyring_and_the_environment_comes_first(
    use_keyring, monkeypatch
):
    use_keyring(Keyring())
    address = addresses.mqtt("mqtts://me@broker.example").name
    assert password_for(address) is None
    keep_password(address, SECRET)
    assert password_for("mqtts://me@broker.example:8883") == SECRET
    monkeypatch.setenv(VARIABLE, "other")
    assert password_for(address) == "other"


def test_a_system_without_a_keyring_says_what_to_do(use_keyring):
    use_keyring(NoKeyring())
    assert password_for("mqtt://me@localhost:1883") is None
    with pytest.raises(ReceiverError, match=f"has no keyring; set {VARIABLE} instead"):
        keep_password("mqtt://me@localhost:1883", SECRET)
    assert not forget_password("mqtt://me@localhost:1883")


@pytest.mark.parametrize("fault", [KeyringError("no"), RuntimeError("no")])
def test_whatever_a_keyring_raises_is_said(use_keyring, fault):
    class Broken(Keyring):
        def get_password(self, service, username):
            raise fault

        def set_password(self, service, username, password):
            raise fault

    use_keyring(Broken())
    with pytest.raises(ReceiverError, match="the system’s keyring says “no”"):
        password_for("mqtt://me@localhost:1883")
    with pytest.raises(ReceiverError, match="the system’s keyring says “no”"):
        keep_password("mqtt://me@localhost:1883", SECRET)
    with pytest.raises(ReceiverError, match="the system’s keyring says “no”"):
        forget_password("mqtt://me@localhost:1883")


def test_who_does_not_unlock_the_keyring_is_asked_only_once(use_keyring, monkeypatch):
    monkeypatch.setattr(channels, "FIRST_PAUSE_S", 0.01)
    asked = []

    class Locked(Keyring):
        def get_password(self, service, username):
            asked.append(username)
            raise KeyringLocked("Failed to unlock the collection!")

    use_keyring(Locked())
    channel = Channel(addresses.mqtt("mqtt://me@127.0.0.1:1"))
    for genre in "abc":
        channel.offer(message(genre))
        until(lambda: channel.problem)
    assert (
        "the system’s keyring is locked; you will be asked again at the next start"
        in channel.problem
    )
    until(lambda: not channel.running)
    assert asked == ["mqtt://me@127.0.0.1:1"]


def test_a_broker_that_goes_while_it_is_told_that_we_leave_is_no_fault():
    class Gone:
        done = ()

        def is_connected(self):
            return True

        def publish(self, *message, **options):
            return self

        def wait_for_publish(self, seconds):
            raise RuntimeError("Message publish failed: The client is not currently connected.")

        def disconnect(self):
            self.done += ("disconnect",)

        def loop_stop(self):
            self.done += ("loop_stop",)

    receiver, client = addresses.mqtt("mqtt://127.0.0.1:1"), Gone()
    receiver._client = client
    receiver.close()
    assert client.done == ("disconnect", "loop_stop")

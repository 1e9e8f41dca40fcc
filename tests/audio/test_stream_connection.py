"""Connecting to a station, decoding what it sends, and why that fails."""

import base64
import socket
import ssl

import numpy as np
import pytest

from desktop_app.audio import stream_connection, web_reader
from desktop_app.audio.address import address_of
from desktop_app.audio.source_error import SourceError
from desktop_app.audio.stream_connection import StreamConnection
from tests.fixtures.radio import CODECS, encoded, radio
from tests.fixtures.rtsp import microphone


@pytest.fixture
def station():
    with radio() as station:
        yield station


def connected(url):
    connection = StreamConnection(address_of(url))
    try:
        for block in connection.blocks():
            yield connection, block
    finally:
        connection.close()


def refusal(url):
    with pytest.raises(SourceError) as refused:
        StreamConnection(address_of(url))
    return str(refused.value)


@pytest.mark.parametrize("kind", ["mp3", "ogg", "adts"])
def test_a_station_is_decoded_and_has_its_own_name(kind):
    with radio(kind, 4.0) as station:
        station.kind = {"mp3": "audio/mpeg", "ogg": "application/ogg", "adts": "audio/aac"}[kind]
        heard = []
        receiving = connected(station.url("/live"))
        while sum(map(len, heard)) < 50_000:
            connection, block = next(receiving)
            heard.append(block)
    rate = CODECS[kind][1]
    assert (connection.name, connection.rate, connection.channels) == ("My Radio", rate, 2)
    sound = np.concatenate(heard)[5000:]
    spectrum = np.abs(np.fft.rfft(sound[:, 0]))
    assert np.argmax(spectrum) * rate / len(sound) == pytest.approx(440, abs=2)
    assert "genre-monitor" in station.asked[0][1]["User-Agent"]


def test_a_microphone_is_heard_over_rtsp():
    heard = []
    with microphone() as url:
        receiving = connected(url)
        while sum(map(len, heard)) < 16_000:
            connection, block = next(receiving)
            heard.append(block)
        receiving.close()
    assert (connection.rate, connection.channels) == (16_000, 1)
    sound = np.concatenate(heard)[:16_000, 0]
    assert np.argmax(np.abs(np.fft.rfft(sound))) == pytest.approx(440, abs=1)


def test_a_nameless_station_goes_by_server_and_path(station):
    station.title = ""
    connection, _ = next(connected(station.url("/a/live.mp3")))
    assert connection.name == station.url("/a/live.mp3").removeprefix("http://")


def test_a_name_that_is_not_written_in_utf_8_is_read(station):
    # As the server of the tests writes headers.
    station.title = "Radio München"
    assert next(connected(station.url()))[0].name == "Radio München"
    station.title = "Radio München".encode().decode("latin-1")
    assert next(connected(station.url()))[0].name == "Radio München"


def test_a_name_that_would_tear_lines_apart_is_made_visible(station):
    station.title = "x\x1b[31m" + "y" * 200
    connection, _ = next(connected(station.url()))
    assert connection.name.startswith("x\\x1b[31myyy")
    assert len(connection.name) == 60


def test_name_and_password_are_sent_and_appear_nowhere(station):
    station.login = "Basic " + base64.b64encode(b"me:s3cret").decode()
    connection, block = next(connected(station.url(login="me:s3cret@")))
    assert len(block)
    assert "s3cret" not in connection.name
    asks = refusal(station.url())
    assert "asks for a name and a password" in asks
    wrong = refusal(station.url(login="me:wr0ng@"))
    assert "does not accept this name and password" in wrong
    assert "wr0ng" not in wrong


def test_what_a_station_lacks_or_refuses_is_said(station):
    station.status = 404
    assert "has nothing at this address (404)" in refusal(station.url())
    station.status = 503
    assert "server returned 5XX" in refusal(station.url())
    station.status = 200
    station.sound, station.length = b"<html>hello</html>" * 100, 1800
    assert "is not an audio stream" in refusal(station.url("/page"))


def test_a_server_that_is_not_there_is_said(station, monkeypatch):
    station.close()
    assert "accepts no connections on port" in refusal(station.url())
    assert "no server named nowhere.invalid was found" in refusal("http://nowhere.invalid/x")


def test_the_wait_for_a_server_that_does_not_respond_ends(monkeypatch):
    monkeypatch.setattr(stream_connection, "CONNECT_SECONDS", 0.3)
    with socket.create_server(("127.0.0.1", 0)) as deaf:
        url = f"http://127.0.0.1:{deaf.getsockname()[1]}/"
        assert "has not responded for 0 s" in refusal(url)


def test_a_redirection_is_followed_but_never_to_a_file_or_an_unknown_protocol(station, tmp_path):
    station.location = "/moved"
    station.login = "Basic " + base64.b64encode(b"me:s3cret").decode()
    _, block = next(connected(station.url(login="me:s3cret@")))
    assert len(block)
    song = tmp_path / "song.mp3"
    song.write_bytes(station.sound)
    for place in (f"file://{song}", f"concat:{song}", f"rtsp://127.0.0.1/{song}"):
        station.location = place
        said = refusal(station.url(login="me:s3cret@"))
        assert f"its server points to {place.partition(':')[0]}:, which" in said


def test_a_redirection_in_a_circle_comes_to_an_end(station):
    station.location = "/circle"
    assert "has been moved too often" in refusal(station.url())
    assert len(station.asked) <= 20


def test_a_password_does_not_follow_a_redirection_to_another_server(station):
    with radio() as other:
        station.location, other.login = other.url("/other"), "Basic other"
        refusal(station.url(login="me:s3cret@"))
        assert "Authorization" in station.asked[-1][1]
        assert {headers.get("Authorization") for _, headers in other.asked} == {None}


@pytest.mark.parametrize("named_inside", [False, True])
def test_a_server_of_the_internet_does_not_lead_into_the_local_network(
    station, monkeypatch, named_inside
):
    # As if only the number were one of the local network.
    monkeypatch.setattr(web_reader, "is_inside", lambda host: named_inside or host == "127.0.0.1")
    with radio() as inside:
        station.location = inside.url("/router")
        url = station.url().replace("127.0.0.1", "localhost")
        if named_inside:
            next(connected(url))
        else:
            assert "its server points to 127.0.0.1, which genre-monitor does not follow" in refusal(
                url
            )
        assert bool(inside.asked) == named_inside


def test_what_is_inside():
    inside = ("127.0.0.1", "localhost", "192.168.1.1", "10.0.0.1", "169.254.169.254", "::1",
              "fe80::1", "::ffff:10.0.0.1", "0.0.0.0", "100.64.0.1")  # fmt: skip
    assert all(map(web_reader.is_inside, inside))
    assert not any(map(web_reader.is_inside, ("93.184.216.34", "2606:4700::1", "nowhere.invalid")))


def test_a_list_of_addresses_is_not_followed(station):
    text = "#EXTM3U\n#EXT-X-TARGETDURATION:2\n#EXTINF:2,\n/elsewhere.ts\n#EXT-X-ENDLIST\n"
    station.sound, station.length = text.encode(), len(text)
    station.kind = "application/vnd.apple.mpegurl"
    assert "is not an audio stream" in refusal(station.url("/x"))
    assert {path for path, _ in station.asked} == {"/x"}


def test_a_stream_that_stops_or_falls_silent_is_lost(station, monkeypatch):
    receiving = connected(station.url())
    next(receiving)
    station.hang_up()
    with pytest.raises(SourceError, match="The connection to “My Radio” was lost"):
        list(receiving)
    monkeypatch.setattr(stream_connection, "SILENCE_SECONDS", 0.3)
    receiving = connected(station.url())
    next(receiving)
    station.going.clear()
    with pytest.raises(SourceError, match="“My Radio” has sent nothing for 0 s"):
        list(receiving)


def test_a_file_at_an_address_ends_and_is_not_lost(station):
    station.length = len(station.sound)
    heard = sum(len(block) for _, block in connected(station.url("/song.mp3")))
    assert heard / 44_100 == pytest.approx(10.0, abs=0.1)


def test_damaged_parts_are_left_out(station):
    sound = bytearray(encoded(seconds=2.0))
    sound[8000:8400] = bytes(400)
    station.sound, station.length = bytes(sound), len(sound)
    heard = sum(len(block) for _, block in connected(station.url("/song.mp3")))
    assert heard / 44_100 == pytest.approx(2.0, abs=0.2)


def test_an_encrypted_connection_needs_a_valid_certificate(station, authority, monkeypatch):
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(authority / "cert.pem", authority / "key.pem")
    url = station.url().replace("http://127.0.0.1", "https://localhost")
    assert "does not answer with an encrypted connection" in refusal(url)
    station.encrypt(context)
    assert "its certificate is not valid: unable to get local issuer" in refusal(url)
    monkeypatch.setenv("SSL_CERT_FILE", str(authority / "ca.pem"))
    _, block = next(connected(url))
    assert len(block)
    elsewhere = url.replace("localhost", "127.0.0.1")
    assert "its certificate is not valid: IP address mismatch" in refusal(elsewhere)

"""HLS: lists of short files are heard, and lead nowhere but to web servers."""

import base64
import gc
import ssl
import time
import weakref

import numpy as np
import pytest

from desktop_app.audio import stream_connection, web_reader
from desktop_app.audio.address import address_of
from desktop_app.audio.source_error import SourceError
from desktop_app.audio.stream_connection import StreamConnection
from tests.fixtures.hls import hls
from tests.fixtures.radio import encoded

MASTER = """#EXTM3U
#EXT-X-STREAM-INF:BANDWIDTH=64000,CODECS="mp4a.40.5"
low/list.m3u8
#EXT-X-STREAM-INF:BANDWIDTH=128000,CODECS="mp4a.40.2"
high/list.m3u8
#EXT-X-STREAM-INF:BANDWIDTH=900000,CODECS="avc1.4d401f,mp4a.40.2",RESOLUTION=640x360
film/list.m3u8
#EXT-X-STREAM-INF:BANDWIDTH=500000,CODECS="avc1.4d401f,mp4a.40.2"
film/small.m3u8
"""
WITH_PICTURES = """#EXTM3U
#EXT-X-MEDIA:TYPE=AUDIO,GROUP-ID="a",NAME="Other",URI="other.m3u8"
#EXT-X-MEDIA:TYPE=AUDIO,GROUP-ID="a",NAME="First",DEFAULT=YES,URI="sound.m3u8"
#EXT-X-STREAM-INF:BANDWIDTH=900000,CODECS="avc1.4d401f,mp4a.40.2",AUDIO="a"
film.m3u8
"""
PICTURES_ONLY = """#EXTM3U
#EXT-X-STREAM-INF:BANDWIDTH=900000,RESOLUTION=640x360
large.m3u8
#EXT-X-STREAM-INF:BANDWIDTH=300000,RESOLUTION=320x180
small.m3u8
"""


@pytest.fixture
def station():
    with hls() as station:
        yield station


def listed(*files, end=True):
    entries = "".join(f"#EXTINF:0.5,\n{file}\n" for file in files)
    return f"#EXTM3U\n#EXT-X-TARGETDURATION:1\n{entries}{'#EXT-X-ENDLIST' * end}\n".encode()


def heard(url, seconds):
    """Sound and the connection it came through, which is closed."""
    connection, parts = StreamConnection(address_of(url)), []
    try:
        for block in connection.blocks():
            parts.append(block)
            if sum(map(len, parts)) >= seconds * connection.rate:
                break
    finally:
        connection.close()
    return np.concatenate(parts), connection


def refusal(url):
    with pytest.raises(SourceError) as refused:
        StreamConnection(address_of(url))
    return str(refused.value)


@pytest.mark.parametrize("kind", ["adts", "mpegts"])
def test_a_live_list_is_followed(kind):
    with hls(kind) as station:
        sound, connection = heard(station.url("/a/live.m3u8?key=1"), 2.2)
    assert connection.name == station.url("/a/live.m3u8").removeprefix("http://")
    assert (connection.rate, connection.channels) == (44_100, 2)
    spectrum = np.abs(np.fft.rfft(sound[:, 0]))
    assert np.argmax(spectrum) * 44_100 / len(sound) == pytest.approx(440, abs=2)
    assert station.asked.count("/a/live.m3u8") > 2
    assert {path.rpartition("/")[0] for path in station.asked} == {"/a"}


@pytest.mark.parametrize(
    ("text", "chosen"),
    [(MASTER, "/high/list.m3u8"), (WITH_PICTURES, "/sound.m3u8"), (PICTURES_ONLY, "/small.m3u8")],
)
def test_of_several_versions_only_one_is_loaded(station, text, chosen):
    station.pages["/live.m3u8"] = text.encode()
    heard(station.url(), 0.5)
    lists = {path for path in station.asked if path.endswith(".m3u8")}
    assert lists == {"/live.m3u8", chosen}


def test_a_whole_recording_ends_and_is_not_lost(station):
    station.pages["/live.m3u8"] = listed("1.aac", "2.aac", "3.aac")
    sound, _ = heard(station.url(), 99.0)
    assert len(sound) / 44_100 == pytest.approx(1.5, abs=0.15)


def test_a_station_that_stops_is_lost(station, monkeypatch):
    monkeypatch.setattr(stream_connection, "HLS_SECONDS", 1.5)
    connection = StreamConnection(address_of(station.url()))
    station.stopped = station._begun
    begun = time.monotonic()
    with pytest.raises(SourceError, match="has ended the stream"):
        list(connection.blocks())
    assert time.monotonic() - begun < 10.0
    connection.close()


def test_one_that_is_forgotten_while_it_is_open_does_no_harm(station):
    connection = StreamConnection(address_of(station.url()))
    connection.itself = connection
    next(iter(connection.blocks()))
    forgotten = weakref.ref(connection)
    del connection
    # Otherwise this ends the process.
    gc.collect()
    assert forgotten() is None


def test_a_server_that_is_gone_is_said(station):
    connection = StreamConnection(address_of(station.url()))
    station.close()
    with pytest.raises(SourceError, match=r"The connection to .* was lost"):
        list(connection.blocks())
    connection.close()


def test_name_and_password_are_sent_to_their_server_only(station):
    station.login = "Basic " + base64.b64encode(b"me:s3cret").decode()
    assert "asks for a name and a password" in refusal(station.url())
    sound, connection = heard(station.url(login="me:s3cret@"), 0.5)
    assert len(sound)
    assert "s3cret" not in connection.name
    with hls() as other:
        station.pages["/live.m3u8"] = listed(other.url("/1.aac"))
        heard(station.url(login="me:s3cret@"), 0.2)
        assert other.logins
        assert set(other.logins) == {None}


@pytest.mark.parametrize("how", ["named", "moved", "variant", "key", "part"])
def test_a_list_leads_to_no_file_of_this_computer(station, tmp_path, how):
    (tmp_path / "x.aac").write_bytes(encoded("adts", 0.5))
    (tmp_path / "x.m3u8").write_bytes(listed("x.aac"))
    file = f"file://{tmp_path}/x.aac"
    if how == "named":
        station.pages["/live.m3u8"] = listed(file)
    elif how == "moved":
        station.pages["/live.m3u8"] = listed("1.aac")
        station.moved["/1.aac"] = file
    elif how == "variant":
        station.pages["/live.m3u8"] = MASTER.replace(
            "high/list.m3u8", f"file://{tmp_path}/x.m3u8"
        ).encode()
    elif how == "key":
        key = f'#EXT-X-KEY:METHOD=AES-128,URI="file://{tmp_path}/x.aac"\n#EXTINF:'
        station.pages["/live.m3u8"] = listed("1.aac").replace(b"#EXTINF:", key.encode())
    else:
        part = f'#EXT-X-MAP:URI="file://{tmp_path}/x.aac"\n#EXTINF:'
        station.pages["/live.m3u8"] = listed("1.aac").replace(b"#EXTINF:", part.encode())
    assert "its server points to file:, which genre-monitor does not" in refusal(station.url())


@pytest.mark.parametrize("how", ["named", "moved"])
def test_a_list_of_the_internet_does_not_lead_into_the_local_network(station, monkeypatch, how):
    # As if only the number were one of the local network.
    monkeypatch.setattr(web_reader, "is_inside", lambda host: host == "127.0.0.1")
    with hls() as inside:
        router = inside.url("/1.aac")
        station.pages["/live.m3u8"] = listed("1.aac" if how == "moved" else router)
        station.moved = {"/1.aac": router} if how == "moved" else {}
        said = refusal(station.url().replace("127.0.0.1", "localhost"))
        assert "its server points to 127.0.0.1, which" in said
        assert inside.asked == []


def test_an_encrypted_list_and_its_files_need_a_valid_certificate(station, authority, monkeypatch):
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(authority / "cert.pem", authority / "key.pem")
    station.encrypt(context)
    url = station.url().replace("http://127.0.0.1", "https://localhost")
    assert "its certificate is not valid: unable to get local issuer" in refusal(url)
    assert station.asked == []
    monkeypatch.setenv("SSL_CERT_FILE", str(authority / "ca.pem"))
    sound, _ = heard(url, 0.5)
    assert len(sound)
    with hls() as other:
        # A certificate of somebody else, on the way from a list without encryption.
        other.pages["/live.m3u8"] = listed(station.url("/1.aac").replace("http:", "https:"))
        assert "its certificate is not valid: IP address mismatch" in refusal(other.url())


def test_what_is_no_list_of_sound_is_said(station):
    for page, said in (
        (b"<html>hello</html>", "is not an audio stream"),
        (b"#EXTM3U\n", "there is no sound in this HLS list"),
        (b"#EXTM3U\n#EXT-X-TARGETDURATION:x\n#EXTINF:1,\n1.aac\n", "its HLS list is damaged"),
        (listed("nothing.here"), "has nothing at this address (404)"),
        (listed("page"), "is not an audio stream"),
    ):
        station.pages = {"/live.m3u8": page, "/page": b"<html>hello</html>" * 100}
        assert said in refusal(station.url())
    del station.pages["/live.m3u8"]
    station.moved = {"/live.m3u8": "/live.m3u8"}
    assert "has been moved too often" in refusal(station.url())
    station.close()
    assert "accepts no connections on port" in refusal(station.url())

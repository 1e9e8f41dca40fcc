"""Addresses of streams: what is refused, and that passwords stay out of sight."""

import pytest

from desktop_app.audio.address import address_of, is_address
from desktop_app.audio.source_error import SourceError


def test_an_address_is_named_without_its_password_and_query():
    address = address_of(" HTTPS://me:s3cret@Radio.Example:8443/Live.mp3?token=abc ")
    assert address.url == "https://me:s3cret@radio.example:8443/Live.mp3?token=abc"
    assert address.name == "radio.example:8443/Live.mp3"
    assert address.kept == "https://me@radio.example:8443/Live.mp3?token=abc"
    assert (address.host, address.port, address.has_password) == ("radio.example", 8443, True)
    assert "s3cret" not in repr(address)


@pytest.mark.parametrize(
    ("text", "url", "name"),
    [
        ("http://radio.example", "http://radio.example/", "radio.example"),
        ("rtsp://10.0.0.7/mic", "rtsp://10.0.0.7/mic", "10.0.0.7/mic"),
        ("http://[::1]:80/a", "http://[::1]:80/a", "[::1]:80/a"),
        ("http://bücher.example/höre", "http://xn--bcher-kva.example/h%C3%B6re", None),
    ],
)
def test_addresses_are_written_as_servers_understand_them(text, url, name):
    address = address_of(text)
    assert address.url == url
    assert name is None or address.name == name


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("", "begins with http://, https:// or rtsp://"),
        ("song.mp3", "begins with http://"),
        ("file:///etc/passwd", "begins with http://"),
        ("ftp://me:s3cret@host/x", "begins with http://"),
        ("http://", "does not name a server"),
        ("http://me:s3cret@", "does not name a server"),
        ("http://host:99999/", "its port"),
        ("http://host/a b", "cannot contain spaces"),
        ("http://host/a\r\nX: y", "cannot contain spaces"),
        ("http://host/" + "a" * 3000, "longer than 2000 characters"),
        ("http://" + "a" * 70 + ".example/", "not valid"),
        ("http://host/list.m3u", "list"),
    ],
)
def test_anything_else_is_refused_in_one_sentence_without_repeating_it(text, says):
    with pytest.raises(SourceError, match=says) as refused:
        address_of(text)
    assert "s3cret" not in str(refused.value)
    assert "\n" not in str(refused.value)


@pytest.mark.parametrize(
    ("text", "meant"),
    [("HTTP://x", True), (" rtsp://x", True), ("x.mp3", False), ("file:///x", False)],
)
def test_what_is_meant_as_an_address(text, meant):
    assert is_address(text) is meant

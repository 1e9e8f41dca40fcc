"""What may be written to name a receiver, and what may not."""

import pytest

from desktop_app.outputs import addresses


@pytest.mark.parametrize(
    "text",
    ["host", "host:0", "http://a:80", "a b:9000", "a\nb:9000", "me@a:9000", "a:70000", "a:x"],
)
def test_an_invalid_osc_address_is_reported(text):
    with pytest.raises(ValueError, match="not an address such as 127"):
        addresses.osc(text)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("9000", "OSC 127.0.0.1:9000"),
        ("[::1]:9000", "OSC [::1]:9000"),
        ("lights.local:9000", "OSC lights.local:9000"),
    ],
)
def test_receivers_are_named_as_they_are_written(text, name):
    assert addresses.osc(text).name == name

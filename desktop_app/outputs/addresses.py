"""What the user writes to name a receiver, on the command line and in the window."""

from __future__ import annotations

import re
import shlex
from urllib.parse import urlsplit

from desktop_app.outputs.channel import Receiver
from desktop_app.outputs.password import VARIABLE
from resources.languages import gettext

LOOPBACK = "127.0.0.1"
MOST = 65_535
HOST = re.compile(r"[^\s/@?#]+")
"""A name or an address; whether it exists is found out later."""
PORT = re.compile("[0-9]{1,5}")
MQTT_PORTS = {"mqtt": 1883, "mqtts": 8883}


def osc(text: str) -> Receiver:
    """The OSC receiver at ``HOST:PORT``.

    Raises:
        ValueError: that is no such address; the message is one sentence without a full stop.
    """
    address = _address(text, least_port=1)
    # Imported only if wanted, here and below, because the libraries take their time.
    from desktop_app.outputs.osc import Osc

    return Osc(*address)


def web(text: str) -> Receiver:
    """The web server at ``[HOST:]PORT``.

    Raises:
        ValueError: that is no such address.
    """
    address = _address(text, least_port=0)
    from desktop_app.outputs.web import Web

    return Web(*address)


def mqtt(text: str) -> Receiver:
    """The broker at ``mqtt[s]://[USER@]HOST[:PORT]``.

    Raises:
        ValueError: that is no such address, or it has a password.
    """
    example = gettext("mqtt://{host} or mqtts://user@broker.example").format(host=LOOPBACK)
    try:
        parts = urlsplit(text)
        port, host = parts.port, parts.hostname
    except ValueError as error:
        raise ValueError(
            gettext("that is not an address such as {example}").format(example=example)
        ) from error
    if parts.password is not None:
        # Without repeating it.
        raise ValueError(
            gettext(
                "the password does not belong in the address, where other users could see it "
                "and it would be saved with the settings; set {variable}, or keep it in the "
                "system’s keyring"
            ).format(variable=VARIABLE)
        )
    more = parts.path.strip("/") or parts.query or parts.fragment
    if parts.scheme not in MQTT_PORTS or not host or not HOST.fullmatch(host) or more or port == 0:
        raise ValueError(
            gettext("{text} is not an address such as {example}").format(text=text, example=example)
        )
    from desktop_app.outputs.mqtt import Broker, Mqtt

    tls = parts.scheme == "mqtts"
    return Mqtt(Broker(host, port or MQTT_PORTS[parts.scheme], parts.username or "", tls))


def command(text: str) -> Receiver:
    """The program in a command line, split as a shell would.

    Raises:
        ValueError: it is empty, or has an open quotation mark.
    """
    try:
        words = shlex.split(text)
    except ValueError as error:
        raise ValueError(f"{text}: {error}") from error
    if not words:
        raise ValueError(gettext("the command is empty"))
    from desktop_app.outputs.program import Program

    return Program(words)


def _address(text: str, *, least_port: int) -> tuple[str, int]:
    host, _, port = text.rpartition(":")
    host = host.strip("[]") or LOOPBACK
    if not (HOST.fullmatch(host) and PORT.fullmatch(port) and least_port <= int(port) <= MOST):
        raise ValueError(
            gettext("{text} is not an address such as {host}:9000").format(text=text, host=LOOPBACK)
        )
    return host, int(port)

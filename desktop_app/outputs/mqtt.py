"""MQTT: a broker keeps the newest message, and Home Assistant finds it by itself."""

from __future__ import annotations

import json
import re
import socket
import threading
from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote

from desktop_app.outputs.channel import ReceiverError
from desktop_app.outputs.message import Message
from desktop_app.outputs.password import password_for
from resources.languages import gettext

if TYPE_CHECKING:
    from paho.mqtt.client import Client

ANSWER_SECONDS = 5.0
"""A broker that takes longer to answer is tried again later."""
INTERVAL_S = 1.0
KEEPALIVE_S = 15
ONLINE, OFFLINE = "online", "offline"


@dataclass(frozen=True)
class Broker:
    """Where an MQTT broker is, and who asks.

    Attributes:
        host: name or address.
        port: its TCP port.
        user: as in the address, where ``%40`` is ``@``; empty to give no name.
        tls: whether the connection is encrypted, and the broker's certificate checked.
    """

    host: str
    port: int
    user: str
    tls: bool

    @property
    def address(self) -> str:
        """As a URL, without a password; the password is kept under this name."""
        scheme, user = "mqtts" if self.tls else "mqtt", f"{self.user}@" if self.user else ""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return f"{scheme}://{user}{host}:{self.port}"


class Mqtt:
    """Publishes each message, retained, under ``genre-monitor/COMPUTER/state``."""

    interval_s: float | None = INTERVAL_S

    def __init__(self, broker: Broker) -> None:
        """Connect to nothing yet.

        Args:
            broker: where to publish.
        """
        self.name = broker.address
        self._broker = broker
        self._client: Client | None = None
        self._node = re.sub(r"[^A-Za-z0-9_-]+", "-", socket.gethostname()) or "computer"
        self.topic = f"genre-monitor/{self._node}/state"
        self.availability = f"genre-monitor/{self._node}/availability"

    def essence(self, message: Message) -> object:
        """Everything but the numbers."""
        return message.content

    def open(self) -> None:
        """Connect, say that we are here, and describe the values to Home Assistant.

        Raises:
            ReceiverError: the broker refuses, or does not answer.
            ReceiverGivenUp: the keyring refuses the password.
            OSError: it cannot be reached.
        """
        import ssl

        from paho.mqtt.client import Client
        from paho.mqtt.enums import CallbackAPIVersion

        # Trying again is the channel's part.
        client = Client(CallbackAPIVersion.VERSION2, reconnect_on_failure=False)
        answered, refusals = threading.Event(), []

        def answer(_client: Client, _data: Any, _flags: Any, reason: Any, _properties: Any) -> None:
            if reason.is_failure:
                refusals.append(gettext("its answer was “{reason}”").format(reason=reason))
            answered.set()

        def stay(client: Client, _data: Any, message: Any) -> None:
            # Another instance on this computer has left. Once this one leaves, it has no client.
            if message.payload == OFFLINE.encode() and client is self._client:
                client.publish(self.availability, ONLINE, qos=1, retain=True)

        client.on_connect = answer
        client.message_callback_add(self.availability, stay)
        if self._broker.user:
            client.username_pw_set(unquote(self._broker.user), password_for(self._broker.address))
        if self._broker.tls:
            client.tls_set_context(ssl.create_default_context())
        client.will_set(self.availability, OFFLINE, qos=1, retain=True)
        client.connect_timeout = ANSWER_SECONDS
        try:
            client.connect(self._broker.host, self._broker.port, KEEPALIVE_S)
        except ssl.SSLCertVerificationError as error:
            raise ReceiverError(
                gettext("its certificate is not trusted ({reason})").format(
                    reason=error.verify_message
                )
            ) from error
        self._client = client
        client.loop_start()
        if not answered.wait(ANSWER_SECONDS):
            raise ReceiverError(gettext("the broker is not responding"))
        if refusals:
            raise ReceiverError(refusals[0])
        for topic, value in discovery(self._node, self.topic, self.availability).items():
            client.publish(topic, json.dumps(value), qos=1, retain=True)
        client.publish(self.availability, ONLINE, qos=1, retain=True)
        client.subscribe(self.availability, qos=1)

    def send(self, message: Message) -> None:
        """Publish a message.

        Raises:
            ReceiverError: the broker has gone.
        """
        if self._client is None or not self._client.is_connected():
            raise ReceiverError(gettext("the broker has closed the connection"))
        self._client.publish(self.topic, message.as_json(), retain=True)

    def close(self) -> None:
        """Say that we leave, and disconnect."""
        client, self._client = self._client, None
        if client is None:
            return
        if client.is_connected():
            # The broker may go at this moment; its own copy of the will is then published.
            with suppress(RuntimeError):
                client.publish(self.availability, OFFLINE, qos=1, retain=True).wait_for_publish(0.5)
        client.disconnect()
        client.loop_stop()


def discovery(node: str, topic: str, availability: str) -> dict[str, dict[str, Any]]:
    """What Home Assistant must know to show the values of a message.

    Args:
        node: name of this computer.
        topic: of the messages.
        availability: topic that says whether there are any.

    Returns:
        Topic of the configuration -> configuration, one for each sensor.
    """
    identity = f"genre_monitor_{node}"
    common = {
        "state_topic": topic,
        "availability_topic": availability,
        "device": {"identifiers": [identity], "name": f"genre-monitor on {node}"},
        "origin": {"name": "genre-monitor"},
    }
    percent = "{% if value_json.probability is not none %}{{ (100 * value_json.probability) "
    sensors: dict[str, dict[str, str]] = {
        # Home Assistant takes “None”, what null becomes, as an unknown value.
        "genre": {"name": "Genre", "value_template": "{{ value_json.genre }}"},
        "answer": {"name": "Answer", "value_template": "{{ value_json.answer }}"},
        "state": {"name": "State", "value_template": "{{ value_json.state }}"},
        "probability": {
            "name": "Probability",
            "value_template": percent + "| round }}{% else %}None{% endif %}",
            "unit_of_measurement": "%",
            "state_class": "measurement",
        },
        "level": {
            "name": "Level",
            "value_template": "{{ value_json.level }}",
            "unit_of_measurement": "dBFS",
            "state_class": "measurement",
        },
    }
    return {
        f"homeassistant/sensor/{identity}/{key}/config": {
            **common,
            "unique_id": f"{identity}_{key}",
            **sensor,
        }
        for key, sensor in sensors.items()
    }

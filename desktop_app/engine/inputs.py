"""What can be listened to: an input device, or a network stream."""

from __future__ import annotations

from dataclasses import dataclass

from desktop_app.audio.address import Address
from resources.languages import N_, gettext

DEFAULT_INPUT = N_("the default input")


@dataclass(frozen=True)
class DeviceInput:
    """An input device.

    Attributes:
        device: its name, None for the system's default.
    """

    device: str | None

    @property
    def title(self) -> str:
        """Its name for people."""
        return self.device or gettext(DEFAULT_INPUT)


@dataclass(frozen=True)
class StreamInput:
    """A network stream.

    Attributes:
        address: where it comes from.
        aloud: whether it is played through the audio output.
    """

    address: Address
    aloud: bool

    @property
    def title(self) -> str:
        """Its name for people."""
        return self.address.name


Input = DeviceInput | StreamInput

"""Passwords for receivers: in the environment or the system's keyring, and nowhere else."""

from __future__ import annotations

import os

from desktop_app import APPLICATION
from desktop_app.outputs.channel import ReceiverError, ReceiverGivenUp
from resources.languages import gettext

VARIABLE = "GENRE_MONITOR_MQTT_PASSWORD"


def password_for(address: str) -> str | None:
    """The password for a receiver; None if there is none. The keyring may ask the user first.

    Args:
        address: of the receiver, with the user's name.

    Raises:
        ReceiverGivenUp: the system's keyring fails, or the user does not want to unlock it.
    """
    if (given := os.environ.get(VARIABLE)) is not None:
        return given
    import keyring
    from keyring.errors import NoKeyringError

    try:
        return keyring.get_password(APPLICATION, address)
    except NoKeyringError:
        return None
    except Exception as error:
        raise ReceiverGivenUp(
            gettext("{reason}; you will be asked again at the next start").format(
                reason=_refusal(error)
            )
        ) from error


def keep_password(address: str, password: str) -> None:
    """Put the password for a receiver into the system's keyring, which may ask the user first.

    Raises:
        ReceiverError: there is no keyring, or it fails.
    """
    import keyring
    from keyring.errors import NoKeyringError

    try:
        keyring.set_password(APPLICATION, address, password)
    except NoKeyringError as error:
        raise ReceiverError(
            gettext("this system has no keyring; set {variable} instead").format(variable=VARIABLE)
        ) from error
    except Exception as error:
        raise ReceiverError(_refusal(error)) from error


def forget_password(address: str) -> bool:
    """Delete the password for a receiver from the system's keyring, which may ask the user first.

    Returns:
        Whether there was one.

    Raises:
        ReceiverError: the keyring fails.
    """
    import keyring
    from keyring.errors import NoKeyringError

    try:
        if keyring.get_password(APPLICATION, address) is None:
            return False
        keyring.delete_password(APPLICATION, address)
    except NoKeyringError:
        return False
    except Exception as error:
        raise ReceiverError(_refusal(error)) from error
    return True


def _refusal(error: Exception) -> str:
    """Whatever a keyring raises: some pass on the errors of the libraries that they use."""
    from keyring.errors import KeyringLocked

    if isinstance(error, KeyringLocked):
        return gettext("the system’s keyring is locked")
    words = str(error) or type(error).__name__
    return gettext("the system’s keyring says “{error}”").format(error=words)


def without_password(environment: dict[str, str]) -> dict[str, str]:
    """An environment for other programs, which need not know the password."""
    return {name: value for name, value in environment.items() if name != VARIABLE}

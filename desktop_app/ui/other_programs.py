"""Tells other programs what the window hears, as the settings say."""

from __future__ import annotations

import logging

from desktop_app.analysis.frame import AnalysisFrame
from desktop_app.engine.source_status import SourceStatus
from desktop_app.outputs.channel import ReceiverError
from desktop_app.outputs.message import message_of
from desktop_app.outputs.password import forget_password, keep_password
from desktop_app.outputs.sending import KINDS, Sending
from desktop_app.threads.newest_request import NewestRequest, Ticket
from desktop_app.ui.settings import Settings
from resources.languages import N_, gettext

log = logging.getLogger(__name__)


class OtherPrograms:
    """Remembers the receivers, and keeps a password in the system's keyring.

    Attributes:
        sending: tells the receivers.
        password_note: a sentence on what became of the last password; empty at first.
    """

    def __init__(self, settings: Settings) -> None:
        """Tell nobody yet.

        Args:
            settings: where they are remembered; never passwords.
        """
        self.sending = Sending()
        self.password_note = ""
        self._settings = settings
        self._keyring = NewestRequest("keyring", N_("saving the password"), self._change)

    def begin(self) -> None:
        """Tell those that were told when the app was last closed."""
        for kind in KINDS:
            try:
                self.sending.use(kind, self.receiver(kind))
            except ValueError as error:
                log.warning("Ignored the setting send_%s: %s.", kind, error)

    def receiver(self, kind: str) -> str:
        """The receiver of a kind as the user wrote it; empty without one."""
        return self._settings.text(f"send_{kind}")

    def use(self, kind: str, text: str) -> None:
        """Tell this receiver from now on.

        Args:
            kind: one of ``KINDS``.
            text: what the user wrote; empty for none.

        Raises:
            ValueError: that names no receiver; nothing has changed.
        """
        if text != self.receiver(kind):
            self.sending.use(kind, text)
            self._settings.remember(**{f"send_{kind}": text})

    def keep_password(self, password: str) -> None:
        """Put the broker's password into the keyring, which may ask the user first.

        Returns at once; ``password_note`` says what became of it.

        Args:
            password: of the user in the broker's address.
        """
        self._ask(password)

    def forget_password(self) -> None:
        """Delete the broker's password from the keyring, as :meth:`keep_password` keeps it."""
        self._ask(None)

    def _ask(self, password: str | None) -> None:
        broker = self.receiver("mqtt")
        if "@" not in broker:
            self.password_note = gettext(
                "Add the user name to the broker’s address: mqtt://user@host."
            )
            return
        self.password_note = gettext("Waiting for the system’s keyring …")
        self._keyring.ask((broker, password))

    def tell(self, status: SourceStatus, frame: AnalysisFrame | None) -> None:
        """Tell what is heard now.

        Args:
            status: of the source.
            frame: the newest one; None if there was none.
        """
        if self.sending.active:
            self.sending.tell(message_of(status, frame))

    def end(self) -> None:
        """Disconnect from all, while other things are closed; returns at once."""
        self.sending.end()

    def close(self) -> None:
        """Disconnect from all; this takes half a second at most."""
        self.sending.close()
        self._keyring.close(0.0)

    def _change(self, request: tuple[str, str | None], ticket: Ticket) -> None:
        broker, password = request
        address = KINDS["mqtt"](broker).name
        try:
            if password is not None:
                keep_password(address, password)
                note = gettext("The password is in the system’s keyring.")
            elif forget_password(address):
                note = gettext("The password was deleted from the system’s keyring.")
            else:
                note = gettext("The system’s keyring has no password for this broker and user.")
        except ReceiverError as error:
            failed = (
                gettext("Could not delete the password: {error}.")
                if password is None
                else gettext("Could not save the password: {error}.")
            )
            note = failed.format(error=error)
        else:
            # Connect with it, or without, at once.
            ticket.deliver(lambda: self.sending.use("mqtt", broker))

        def tell() -> None:
            self.password_note = note

        ticket.deliver(tell)

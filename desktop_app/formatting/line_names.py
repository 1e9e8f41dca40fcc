"""Names of files in a line of a text file, such as a playlist or a cue sheet."""

from __future__ import annotations

from desktop_app.formatting.text import UNSEEN
from resources.languages import gettext


class Unnameable(Exception):
    """The name does not fit into such a line; the message says why, without a full stop."""


def nameable(name: str) -> str:
    """Return a name that fits.

    Raises:
        Unnameable: it has a line end or another control character, or is not UTF-8.
    """
    if UNSEEN.search(name):
        raise Unnameable(gettext("its name contains a line break or another control character"))
    try:
        name.encode()
    except UnicodeEncodeError as error:
        raise Unnameable(gettext("its name is not UTF-8")) from error
    return name

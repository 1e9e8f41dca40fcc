"""The program's languages, and its texts in the one that is in use.

A language is a folder, named like ``de`` or ``pt_BR``: the window's own texts are in ``window.ts``,
all others in ``LC_MESSAGES/genre-monitor.po``. English is the language of the code.
"""

from __future__ import annotations

import gettext as catalogues
import os
import sys
from collections.abc import Iterable
from pathlib import Path

DOMAIN = "genre-monitor"
FOLDER = Path(__file__).parent
ENGLISH = "en"
VARIABLES = ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG")
"""Where the system names the user's languages; the first one that is set counts."""
TRADITIONAL = ("Hant", "TW", "HK", "MO")
"""Readers of traditional Chinese are not given simplified Chinese."""


class _InUse:
    """The language in use and its texts."""

    language = ENGLISH
    texts = catalogues.NullTranslations()


def gettext(text: str) -> str:
    """Translate a text into the language in use."""
    return _InUse.texts.gettext(text) if text else text


def ngettext(one: str, many: str, number: int) -> str:
    """Translate a text that depends on a number, in the form that its language has for it."""
    return _InUse.texts.ngettext(one, many, number)


def pgettext(context: str, text: str) -> str:
    """Translate a text that means different things, in one of its meanings."""
    return _InUse.texts.pgettext(context, text)


def N_(text: str) -> str:  # noqa: N802 (the usual name, by which texts are found)
    """Mark a constant for :func:`gettext`, which is called where the text is shown."""
    return text


def current() -> str:
    """The language in use, such as ``en`` or ``pt_BR``."""
    return _InUse.language


def available() -> list[str]:
    """English, and the languages whose texts were compiled when the program was built."""
    return [ENGLISH, *sorted(path.parts[-3] for path in FOLDER.glob(f"*/LC_MESSAGES/{DOMAIN}.mo"))]


def own_name(language: str) -> str:
    """What an available language is called by those who speak it, such as ``Deutsch``."""
    texts = _texts(language)
    return texts.pgettext("the name of this language in itself", "English")


def _texts(language: str) -> catalogues.NullTranslations:
    if language == ENGLISH:
        return catalogues.NullTranslations()
    return catalogues.translation(DOMAIN, FOLDER, [language])


def best(wanted: Iterable[str]) -> str:
    """The first of the wanted languages that is available, otherwise English.

    Args:
        wanted: in order of preference, such as ``de_AT.UTF-8``, ``zh-Hans-CN`` or ``pt``. One that
            is spoken elsewhere will do: ``pt_PT`` gets ``pt_BR``.
    """
    codes = available()
    for name in wanted:
        parts = name.partition(".")[0].partition("@")[0].replace("-", "_").split("_")
        if parts[0] in {"C", "POSIX"}:
            return ENGLISH
        if "_".join(parts) in codes:
            return "_".join(parts)
        alike = [code for code in codes if code.partition("_")[0] == parts[0]]
        if alike and not set(parts) & set(TRADITIONAL):
            return alike[0]
    return ENGLISH


def use(language: str) -> None:
    """Use a language from now on, here and in processes that are started later.

    Args:
        language: one of those available.

    Raises:
        FileNotFoundError: it is not available.
    """
    _InUse.texts = _texts(language)
    _InUse.language = language
    # What the standard library says, such as argparse, is in the same catalogue.
    catalogues.bindtextdomain(DOMAIN, str(FOLDER))
    catalogues.textdomain(DOMAIN)
    os.environ["LANGUAGE"] = language
    if sys.platform != "win32":
        import locale

        # So that the system, too, gives the reasons of errors in this language from now on: it
        # forgets those that it has given already only when its locale changes.
        now = locale.setlocale(locale.LC_MESSAGES)
        locale.setlocale(locale.LC_MESSAGES, "C")
        locale.setlocale(locale.LC_MESSAGES, now)


def of_the_system() -> list[str]:
    """The user's languages as the system names them, in order of preference."""
    for variable in VARIABLES:
        if names := os.environ.get(variable):
            return names.split(":")
    if sys.platform == "win32":
        import ctypes
        import locale

        number = ctypes.windll.kernel32.GetUserDefaultUILanguage()
        return [locale.windows_locale.get(number, ENGLISH)]
    return []

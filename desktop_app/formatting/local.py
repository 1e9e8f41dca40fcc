"""Numbers and lists as the language in use writes them."""

from __future__ import annotations

from collections.abc import Iterable

from resources.languages import pgettext


class LocalNumber(float):
    """A number that is formatted with the decimal separator of the language in use."""

    def __format__(self, spec: str) -> str:
        """Format like any float; ``spec`` is that of a format string, such as ``.1f``."""
        return with_separator(super().__format__(spec))


def local(value: float) -> LocalNumber:
    """Have a number formatted in the language in use, by ``str.format`` or an f-string."""
    return LocalNumber(value)


def with_separator(number: str) -> str:
    """Put the decimal separator of the language in use into a number: ``0.5`` -> ``0,5``."""
    return number.replace(".", pgettext("decimal separator", "."))


def listed(parts: Iterable[str]) -> str:
    """Put parts of a list one after the other, in the language in use: ``a, b, c``."""
    return pgettext("between the parts of a list", ", ").join(parts)

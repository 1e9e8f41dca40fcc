"""Imports modules without looking for garbage meanwhile."""

from __future__ import annotations

import gc
from importlib import import_module
from types import ModuleType


def quick_import(name: str) -> ModuleType:
    """Import a module and everything that it imports.

    Importing leaves little garbage, and looking for it would take a tenth of the time. What has
    been imported is not searched later, either.

    Args:
        name: the absolute name of the module.

    Raises:
        ImportError: the module, or one that it imports, could not be imported.
    """
    if not gc.isenabled():
        return import_module(name)
    gc.disable()
    try:
        return import_module(name)
    finally:
        gc.freeze()
        gc.enable()

"""Modules are imported without looking for garbage, which is looked for again afterwards."""

import gc
import sys

import pytest

from desktop_app.quick_import import quick_import


@pytest.fixture
def automatic():
    frozen = gc.get_freeze_count()
    gc.enable()
    yield
    gc.disable()
    if not frozen:
        gc.unfreeze()


@pytest.fixture
def module(tmp_path, monkeypatch):
    """Returns the name of a module that notes whether garbage was looked for meanwhile."""
    monkeypatch.syspath_prepend(tmp_path)

    def write(ending):
        text = f"import gc\nautomatic = gc.isenabled()\n{ending}\n"
        (tmp_path / "imported_quickly.py").write_text(text)
        return "imported_quickly"

    yield write
    sys.modules.pop("imported_quickly", None)


def test_garbage_is_not_looked_for_while_a_module_is_imported(automatic, module):
    assert not quick_import(module("")).automatic
    assert gc.isenabled()
    assert gc.get_freeze_count() > 0


def test_garbage_is_looked_for_again_after_a_module_that_fails(automatic, module):
    with pytest.raises(ModuleNotFoundError, match="missing_module"):
        quick_import(module("import missing_module"))
    assert gc.isenabled()


def test_a_process_that_collects_its_garbage_itself_still_does(module):
    frozen = gc.get_freeze_count()
    assert not gc.isenabled()
    quick_import(module(""))
    assert not gc.isenabled()
    # Fewer, if something frozen was deleted meanwhile.
    assert gc.get_freeze_count() <= frozen

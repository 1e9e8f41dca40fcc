from itertools import product

import pytest
from PySide6.QtGui import QPalette

from desktop_app.panels.contrast import contrast
from desktop_app.ui.theme import DARK, LIGHT, use_theme

Group, Role = QPalette.ColorGroup, QPalette.ColorRole
TEXTS = (Role.WindowText, Role.Text, Role.ButtonText, Role.PlaceholderText)
GROUNDS = (Role.Window, Role.Base, Role.Button)


@pytest.fixture(params=[LIGHT, DARK])
def palette(qapp, request):
    use_theme(request.param)
    yield qapp.palette()
    use_theme(LIGHT)


@pytest.mark.parametrize("group", [Group.Active, Group.Inactive, Group.Disabled])
def test_every_text_can_be_read_on_every_background(palette, group):
    for text, ground in product(TEXTS, GROUNDS):
        assert contrast(palette.color(group, text), palette.color(group, ground)) >= 4.5
        assert palette.color(group, text).alpha() == 255


def test_faint_texts_are_fainter_than_others(palette):
    base = palette.color(Role.Base)
    full = contrast(palette.color(Role.Text), base)
    assert contrast(palette.color(Role.PlaceholderText), base) < 0.6 * full
    assert contrast(palette.color(Group.Disabled, Role.Text), base) < 0.6 * full

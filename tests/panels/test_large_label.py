from PySide6.QtGui import QFontMetricsF

from desktop_app.panels.large_label import LargeLabel


def test_a_number_has_the_same_room_whatever_its_digits(qtbot):
    label = LargeLabel(1.8, whole=True)
    qtbot.addWidget(label)
    label.setText("94 %")
    before = label.size()
    label.setText("11 %")
    assert label.size() == before
    label.setText("100 %")
    assert label.width() > before.width()


def test_a_long_answer_takes_two_lines_and_is_not_cut(qtbot):
    label = LargeLabel(3.2, bold=True)
    qtbot.addWidget(label)
    label.setText("Rock")
    label.resize(180, label.sizeHint().height())
    assert label.arrangement() == (label.large_font, ("Rock",))
    label.setText("Electronic or Classical")
    font, lines = label.arrangement()
    metrics = QFontMetricsF(font)
    assert " ".join(lines) == "Electronic or Classical"
    assert len(lines) == 2
    assert max(map(metrics.horizontalAdvance, lines)) <= 180
    assert 2 * metrics.height() <= label.height() + 2
    assert font.pointSizeF() > label.font().pointSizeF()

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

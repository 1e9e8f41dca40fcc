from PySide6.QtWidgets import QPushButton

from desktop_app.panels.card import Card


def test_controls_that_become_too_wide_move_below_the_heading(qtbot):
    card, control = Card("Title"), QPushButton("a")
    card.add_control(control)
    card.setFixedWidth(300)
    qtbot.addWidget(card)
    card.show()
    qtbot.waitExposed(card)
    beside = control.mapTo(card, control.rect().topLeft()).y()
    control.setText("a text that is very nearly as wide as all")
    qtbot.waitUntil(lambda: control.mapTo(card, control.rect().topLeft()).y() > beside)

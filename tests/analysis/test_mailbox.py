"""Which frames the window gets: the newest one, and one after the other within a burst."""

from desktop_app.analysis.mailbox import FrameMailbox, Mailbox


def test_the_mailbox_delivers_the_newest_item_once():
    mailbox = Mailbox()
    assert mailbox.take() is None
    mailbox.post(1)
    mailbox.post(2)
    assert mailbox.take() == 2
    assert mailbox.take() is None


def test_two_frames_of_one_burst_are_displayed_one_after_the_other():
    pictures = FrameMailbox()
    assert pictures.take(0.0) is None
    pictures.post("a", 1.000)
    pictures.post("b", 1.001)
    assert pictures.take(1.005) == "a"
    assert pictures.take(1.035) == "b"
    assert pictures.take(1.065) is None


def test_older_and_single_frames_are_not_held_back():
    pictures = FrameMailbox()
    pictures.post("a", 1.000)
    pictures.post("b", 1.001)
    assert pictures.take(1.020) == "b"
    pictures.post("c", 2.000)
    pictures.post("d", 2.023)
    assert pictures.take(2.025) == "d"
    for number in range(5):
        pictures.post(number, 3.0 + number / 1000)
    assert pictures.take() == 4
    assert pictures.take() is None

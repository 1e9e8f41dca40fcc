import pytest

from desktop_app.formatting.text import clock, display_name, thousands


@pytest.mark.parametrize(("seconds", "text"), [(0, "0:00"), (75.9, "1:15"), (3600 + 62, "1:01:02")])
def test_seconds_are_written_as_a_clock_time(seconds, text):
    assert clock(seconds) == text


def test_only_the_first_letter_of_a_genre_is_capitalised():
    assert display_name("trip hop") == "Trip hop"
    assert display_name("") == ""


def test_digits_are_grouped_with_spaces_that_do_not_break():
    assert thousands(51200) == "51\u00a0200"

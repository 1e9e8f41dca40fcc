import pytest

from desktop_app.formatting.text import (
    clock,
    display_name,
    label_of,
    screen_name,
    thousands,
    visible,
    without_access_key,
)
from resources import languages


@pytest.mark.parametrize(("seconds", "text"), [(0, "0:00"), (75.9, "1:15"), (3600 + 62, "1:01:02")])
def test_seconds_are_written_as_a_clock_time(seconds, text):
    assert clock(seconds) == text


def test_only_the_first_letter_of_a_genre_is_capitalised():
    assert display_name("trip hop") == "Trip hop"
    assert display_name("") == ""


@pytest.mark.parametrize("label", ["hiphop", "pop", "blues or hiphop", "trip hop"])
def test_a_genre_written_for_people_is_read_back_as_its_label(label):
    assert label_of(display_name(label)) == label


def test_hip_hop_is_spelt_as_people_spell_it_and_other_words_are_left_alone():
    assert display_name("hiphop or pop") == "Hip-hop or Pop"
    assert label_of("My Techno set") == "My Techno set"


def test_digits_are_grouped_with_spaces_that_do_not_break():
    assert thousands(51200) == "51\u00a0200"


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Été – 東京 🎵 a b", "Été – 東京 🎵 a b"),
        ("one\ntwo\r\tthree", "one\\ntwo\\r\\tthree"),
        ("\x1b[31mred\x9b0m\x7f", "\\x1b[31mred\\x9b0m\\x7f"),
        ("gpj.\u202e3pm", "gpj.\\u202e3pm"),
        ("a\u2028b", "a\\u2028b"),
    ],
)
def test_what_cannot_be_seen_is_written_as_an_escape(text, shown):
    assert visible(text) == shown


@pytest.mark.parametrize(
    ("text", "read"),
    [("&Open…", "Open…"), ("アドレスを開く(&A)…", "アドレスを開く…"), ("Jazz", "Jazz")],
)
def test_access_keys_are_not_read(text, read):
    assert without_access_key(text) == read


@pytest.mark.parametrize("language", languages.available())
@pytest.mark.parametrize(
    "label", ["classical", "hiphop", "pop or electronic", "not sure", "trip hop"]
)
def test_a_genre_on_the_screen_is_read_back_as_its_label_in_every_language(language, label):
    languages.use(language)
    try:
        assert label_of(screen_name(label)) == label
    finally:
        languages.use("en")

import pytest

from desktop_app.engine.source_health import Signs, activity_of_file, activity_of_input
from desktop_app.engine.source_status import Activity


@pytest.mark.parametrize(
    ("signs", "activity", "sentence"),
    [
        (Signs(), Activity.LISTENING, ""),
        (Signs(unheard_s=1.0), Activity.LISTENING, ""),
        (Signs(unheard_s=1.4), Activity.NO_SIGNAL, "No sound from “Mic” for 1 s."),
        (Signs(unheard_s=2.2), Activity.RECOVERING, "No sound from “Mic” for 2 s."),
        (
            Signs(ended=True),
            Activity.RECOVERING,
            "“Mic” stopped giving sound; it is taken up again",
        ),
        (Signs(ended=True, zeros_s=9.0), Activity.RECOVERING, "“Mic” stopped giving sound"),
        (Signs(zeros_s=3.0), Activity.LISTENING, ""),
        (Signs(zeros_s=3.1), Activity.SILENT, "may be blocking the microphone"),
        (Signs(unheard_s=1.4, zeros_s=9.0), Activity.NO_SIGNAL, "No sound from “Mic”"),
    ],
)
def test_an_inputs_signs_of_life(signs, activity, sentence):
    found, said = activity_of_input("Mic", signs)
    assert found is activity
    assert sentence in said
    assert bool(sentence) == bool(said)


@pytest.mark.parametrize(
    ("platform", "place"),
    [
        ("darwin", "System Settings → Privacy & Security → Microphone"),
        ("win32", "Settings → Privacy & security → Microphone"),
        ("linux", "Flatpak"),
        ("freebsd14", "sound settings"),
    ],
)
def test_where_a_blocked_microphone_is_allowed(platform, place):
    assert place in activity_of_input("Mic", Signs(zeros_s=9.0), platform)[1]


@pytest.mark.parametrize(
    ("signs", "activity"),
    [
        (Signs(), Activity.PLAYING),
        (Signs(paused=True), Activity.PAUSED),
        (Signs(ended=True), Activity.ENDED),
        (Signs(ended=True, more=True), Activity.PLAYING),
        (Signs(unheard_s=1.5, audible=True), Activity.NO_SIGNAL),
        (Signs(unheard_s=2.5, audible=True), Activity.RECOVERING),
        (Signs(unheard_s=2.5, audible=False), Activity.NO_SIGNAL),
    ],
)
def test_a_files_signs_of_life(signs, activity):
    assert activity_of_file("x.wav", signs)[0] is activity

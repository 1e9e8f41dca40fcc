"""Music that plays in a room, through a sound server into a real window."""

import pytest

from tests.fixtures.held_out import held_out_clips
from tests.fixtures.real_window import real_window
from tests.fixtures.rooms import heard_in_room
from tests.fixtures.virtual_microphone import only_sound_server

CLIPS = {"disco": 1, "hiphop": 1, "metal": 0, "reggae": 0}
"""Number of the held-out clip of a genre: those that the network names with a margin in the file
itself, so that a failure is one of the road."""
ROOM = "laptop on the desk"


@pytest.fixture(scope="module")
def microphone():
    """The machine's only sound server while this module's tests run."""
    with only_sound_server() as microphone:
        yield microphone


@pytest.mark.slow
@pytest.mark.parametrize("genre", CLIPS)
def test_music_that_plays_in_a_room_is_named(qtbot, microphone, clips, genre, tmp_path):
    def wait(holds, timeout):
        qtbot.waitUntil(holds, timeout=timeout)

    # The network was not trained on it.
    clip = held_out_clips(clips)[genre][CLIPS[genre]]
    with real_window(qtbot) as window:
        assert heard_in_room(window, microphone, clip, ROOM, tmp_path, wait) == genre

import numpy as np

from model.cross_validation import MUSICNN_GENRES, among_musicnn
from model.dataset import NOT_MUSIC, Recording
from model.evaluation import Track
from model.splits import by_origin, split

GENRES = ("blues", "jazz")


def recording(number, origin, genre=None, group=None, sure=True):
    genre = genre or GENRES[number % 2]
    return Recording(
        f"{origin}{number}", genre, group or f"{origin}{number}", origin, sure, False, ()
    )


OWN = [recording(n, "own") for n in range(12)]
OTHER = [recording(n, "other") for n in range(12)]
UNSURE = recording(50, "free", sure=False)
SAME_ARTIST = recording(51, "free", group="other3", sure=False)


def test_the_main_origin_is_that_of_the_first_recording():
    unknown = recording(90, "own", "polka")
    noise = recording(91, "own", NOT_MUSIC)
    own, other = by_origin([*OWN, unknown, noise, *OTHER, UNSURE], GENRES)
    assert own == [*OWN, noise]
    assert other == [*OTHER, UNSURE]


def test_unreliable_labels_are_trained_on_unless_their_artist_is_in_the_test_part():
    parts = split([*OWN, *OTHER, UNSURE, SAME_ARTIST], GENRES, 3, seed=0)
    for part in parts:
        judged = [*part.own, *part.other]
        learned = [*part.sources.own, *part.sources.other]
        assert all(recording.sure for recording in judged)
        assert UNSURE in learned
        assert (SAME_ARTIST in learned) == (OTHER[3] not in judged)
        assert not {r.group for r in judged} & {r.group for r in learned}
    assert sorted(r.key for part in parts for r in (*part.own, *part.other)) == sorted(
        r.key for r in (*OWN, *OTHER)
    )


def test_the_comparison_with_musicnn_is_restricted_to_common_genres():
    genres = (*MUSICNN_GENRES, "reggae")
    said = np.array([[0.1] * 6 + [0.15, 0.25]], np.float32)
    music = np.ones(1, np.float32)
    tracks = [Track(6, said, music, 20), Track(7, said, music, 20)]
    (kept,) = among_musicnn({"other": tracks}, genres)["other, 7 genres"]
    assert kept.probabilities.argmax() == 6
    assert kept.probabilities.sum() == np.float32(1)
    assert kept.probabilities[0, 7] == 0
    assert among_musicnn({"other": tracks}, GENRES) == {}

import numpy as np

from desktop_app.panels.map_strengths import MEASURE_EVERY, MapStrengths


def maps(*highest):
    """Maps whose values rise evenly from 0 to a highest one each."""
    rising = np.linspace(0.0, 1.0, 1300, dtype=np.float32).reshape(100, 13)
    return np.stack([value * rising for value in highest])


def test_the_first_frame_sets_the_brightness_even_while_frozen():
    strengths = MapStrengths(2, by_energy=False)
    strengths.follow(maps(1.0, 5.0))
    assert np.allclose(strengths.peaks, (0.99, 4.95), atol=0.01)
    strengths.forget()
    strengths.follow(maps(4.0, 2.0))
    assert strengths.peaks[0] > strengths.peaks[1] > 1.9


def test_a_louder_map_is_no_longer_too_bright_within_a_tenth_of_a_second():
    strengths = MapStrengths(1, by_energy=False)
    strengths.follow(maps(1.0))
    for _ in range(MEASURE_EVERY):
        strengths.follow(maps(3.0))
    assert strengths.peaks[0] > 2.9
    assert MEASURE_EVERY <= 3


def test_an_outlier_does_not_darken_the_rest():
    strengths, values = MapStrengths(1, by_energy=False), maps(1.0)
    values[0, 50, 6] = 1000.0
    strengths.follow(values)
    assert strengths.peaks[0] < 1.1


def test_brightness_falls_slowly_in_a_quiet_passage():
    strengths = MapStrengths(1, by_energy=False)
    strengths.follow(maps(1.0))
    for _ in range(30):
        strengths.follow(maps(0.0))
    assert 0.4 < strengths.peaks[0] < 0.7

import numpy as np
import pytest

from desktop_app.panels.colours import ACTIVATION_MAP, KERNEL_MAP, MFCC_MAP, picture, table


@pytest.mark.parametrize("name", [MFCC_MAP, ACTIVATION_MAP])
def test_larger_values_are_lighter(name):
    pixels = table(name)
    lightness = [(p >> 16 & 255) * 0.3 + (p >> 8 & 255) * 0.59 + (p & 255) * 0.11 for p in pixels]
    assert np.all(np.diff(lightness) > -1.0)
    assert lightness[-1] - lightness[0] > 150


def test_zero_is_the_lightest_colour_of_a_diverging_map():
    pixels = table(KERNEL_MAP)
    middle, ends = pixels[128], (pixels[0], pixels[-1])
    assert all((middle >> 8 & 255) > (end >> 8 & 255) for end in ends)


def test_an_image_has_one_pixel_per_value_and_row_0_on_top():
    values = np.array([[0.0, 1.0, 2.0], [-5.0, 9.0, 1.0]], np.float32)
    image = picture(values, 0.0, 2.0, MFCC_MAP)
    assert (image.width(), image.height()) == (3, 2)
    pixels = table(MFCC_MAP)
    assert [image.pixel(x, 0) for x in range(3)] == [pixels[0], pixels[127], pixels[255]]
    assert [image.pixel(x, 1) for x in range(3)] == [pixels[0], pixels[255], pixels[127]]


def test_equal_levels_are_accepted():
    assert picture(np.zeros((2, 2), np.float32), 0.0, 0.0, MFCC_MAP).width() == 2

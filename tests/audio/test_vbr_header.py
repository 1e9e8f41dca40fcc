import pytest

from desktop_app.audio.vbr_header import behind_id3

TAG = b"\0\0\x01\x02" + bytes(130)
"""A size of 130, with seven bits per byte, and as many bytes of tags."""


@pytest.mark.parametrize(
    ("before", "found"),
    [
        (b"", b"fLaC"),
        (b"ID3\x04\0\0" + TAG, b"fLaC"),
        (2 * (b"ID3\x03\0\0" + TAG), b"fLaC"),
        # With a footer, which the size leaves out.
        (b"ID3\x04\0\x10" + TAG + b"3DI\x04\0\x10\0\0\x01\x02", b"fLaC"),
        # Not even a whole head of a tag.
        (b"ID3\x04", b""),
    ],
)
def test_the_sound_is_found_behind_all_id3_tags(tmp_path, before, found):
    path = tmp_path / "x"
    path.write_bytes(before + found)
    assert behind_id3(path, 4) == found

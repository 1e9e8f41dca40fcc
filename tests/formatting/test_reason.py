import av
import pytest
import soundfile

from desktop_app.formatting.reason import reason_of


def test_the_system_and_the_libraries_are_quoted_without_numbers_and_file_names(tmp_path):
    text = tmp_path / "x.wav"
    text.write_text("hello")
    with pytest.raises(FileNotFoundError) as missing:
        (tmp_path / "missing").read_bytes()
    assert reason_of(missing.value) == "No such file or directory"
    with pytest.raises(av.FFmpegError) as ffmpeg:
        av.open(str(text))
    assert reason_of(ffmpeg.value) == "Invalid data found when processing input"
    with pytest.raises(soundfile.LibsndfileError) as sndfile:
        soundfile.SoundFile(text)
    assert reason_of(sndfile.value) == "Format not recognised"


def test_there_is_always_a_reason():
    # As Pillow raises it.
    assert reason_of(OSError("encoder error -2 when writing image file")).startswith("encoder")
    assert reason_of(TimeoutError()) == "TimeoutError"

"""What is said, and what is saved, when a recording cannot go on."""

import errno
import shutil

import numpy as np
import soundfile

from desktop_app.audio.recorder import MIN_FREE_BYTES, RecordingState
from tests.fixtures.recordings import PLENTY, RATE, sound
from tests.fixtures.waiting import until


def test_a_nearly_full_disk_is_not_filled(input_):
    input_.free = MIN_FREE_BYTES - 1
    input_.start()
    problem = input_.ended()
    assert "only 200 MB are free on the disk" in problem
    assert f"Could not record to {input_.folder}" in problem
    assert input_.files() == []


def test_recording_stops_before_the_disk_is_full(input_):
    input_.start()
    input_.give(sound(0.5))
    input_.free = 1_000_000
    problem = input_.ended()
    (path,) = input_.files()
    assert "Recording stopped: only 1 MB are free" in problem
    assert problem.endswith(f"0.5 s of sound were saved in {path}.")
    assert soundfile.info(path).frames == RATE // 2


def test_a_folder_that_cannot_be_created_is_named(input_):
    input_.folder.write_text("in the way")
    input_.start()
    problem = input_.ended()
    assert f"Could not record to {input_.folder}: File exists. Nothing was saved." in problem
    assert "Recordings folder" in problem


def test_an_error_closes_the_file_and_states_how_much_was_saved(input_):
    input_.start()
    input_.give(sound(0.5))
    input_.free = OSError(errno.EIO, "Input/output error")
    problem = input_.ended()
    (path,) = input_.now.files
    assert problem == (
        f"Recording stopped: Input/output error. 0.5 s of sound were saved in {path}."
    )
    np.testing.assert_allclose(soundfile.read(path)[0], sound(0.5), atol=2**-23)


def test_an_error_with_two_files_states_the_folder_and_the_total(input_):
    input_.start()
    input_.give(sound(0.5))
    input_.source = input_.another()
    input_.give(sound(0.7))
    input_.free = OSError(errno.EIO, "Input/output error")
    assert input_.ended().endswith(f"1.2 s of sound were saved in 2 files in {input_.folder}.")


def test_nothing_is_reported_as_saved_if_the_folder_was_deleted(input_):
    input_.start()
    input_.give(sound(0.5))
    shutil.rmtree(input_.folder)
    input_.free = FileNotFoundError(errno.ENOENT, "No such file or directory")
    problem = input_.ended()
    assert f"Could not record to {input_.folder}: No such file or directory." in problem
    assert "Nothing was saved." in problem
    assert input_.now == RecordingState()
    assert not input_.recorder._take._files[0]._file


def test_a_deleted_file_is_not_reported_as_saved(input_):
    input_.start()
    input_.give(sound(0.5))
    input_.now.files[0].unlink()
    input_.recorder.stop()
    assert "the file was deleted or moved. Nothing was saved." in input_.ended()
    assert input_.now == RecordingState()


def test_an_internal_error_is_reported_and_the_file_is_closed(input_, caplog):
    input_.start()
    input_.give(sound(0.5))
    input_.free = ValueError("broken")
    problem = input_.ended()
    (path,) = input_.now.files
    assert "Recording stopped: internal error: ValueError('broken'). 0.5 s" in problem
    assert soundfile.info(path).frames == RATE // 2
    until(lambda: "internal error while recording" in caplog.text)
    input_.free = PLENTY
    input_.start()
    input_.give(sound(0.5))
    assert not input_.recorder.problem
    assert len(input_.files()) == 2


def test_a_rate_that_flac_does_not_support_is_named(input_):
    input_.source = input_.another(768_000)
    input_.start()
    assert "FLAC does not support 2 channels at 768000 Hz" in input_.ended()
    assert input_.files() == []

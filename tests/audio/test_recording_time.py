import json
import os
from datetime import datetime, timedelta, timezone

import pytest
from mutagen.flac import FLAC

from desktop_app.audio.files import AudioFile
from desktop_app.audio.recording_time import recorded_at
from tests.fixtures.encoded import encode
from tests.fixtures.files import write

MOMENT = datetime(2025, 11, 27, 18, 30)


@pytest.mark.parametrize(
    "name",
    ["20251127_183000", "S4A01234_20251127_183000", "S4A_0+1_20251127_183000",
     "20251127_183000-0002", "20251127-183000", "2025-11-27 18.30.00", "2025-11-27_18-30-00",
     "Room at 2025-11-27 at 18.30.00", "2025_11_27_18_30_00 (2)", "251127-183000",
     "251127_183000_Tr1", "SM4TS_20251127$183000", "20251127183000",
     "Recording 2025-11-27 at 6.30.00 PM", "Audio 2025-11-27 at 06.30.00pm (1)"],
)  # fmt: skip
def test_names_that_recorders_give_tell_the_time(name):
    assert recorded_at(name) == MOMENT


def test_an_offset_is_one_only_in_the_international_form():
    assert recorded_at("2025-11-27T18:30:00.123Z") == MOMENT.replace(tzinfo=timezone.utc)
    zone = timezone(timedelta(hours=-9, minutes=-30))
    assert recorded_at("20251127T183000-0930_site") == MOMENT.replace(tzinfo=zone)
    east = timezone(timedelta(hours=2))
    assert recorded_at("20251127_183000+0200") == MOMENT.replace(tzinfo=east)


def test_midnight_and_noon_on_a_clock_of_twelve_hours():
    assert recorded_at("2025-11-27 at 12.30.00 AM") == MOMENT.replace(hour=0)
    assert recorded_at("2025-11-27 at 12.30.00 PM") == MOMENT.replace(hour=12)
    assert recorded_at("2025-11-27 at 18.30.00 PM") is None


@pytest.mark.parametrize(
    "name",
    ["", "ZOOM0001", "2025-11-27", "20251127", "20251327_183000", "20250230_183000",
     "20251127_1830001", "120251127_183000", "20251127_250000", "01 251127-183000",
     "1812-11-27 18.30.00", "20251127T183000+9930"],
)  # fmt: skip
def test_other_names_do_not(name):
    assert recorded_at(name) is None


def broadcast(path, date, time):
    """A wav file with a bext chunk, as field recorders write it."""
    write(path, 3.0)
    content = path.read_bytes()
    bext = bytes(320) + date + time + bytes(264)
    chunk = b"bext" + len(bext).to_bytes(4, "little") + bext
    size = len(content) + len(chunk) - 8
    path.write_bytes(b"RIFF" + size.to_bytes(4, "little") + b"WAVE" + chunk + content[12:])
    return path


def tagged(path, date):
    song = FLAC(write(path, 3.0))
    song["date"] = date
    song.save()
    return path


def test_tags_tell_the_time(tmp_path):
    utc = MOMENT.replace(tzinfo=timezone.utc)
    found = {
        broadcast(tmp_path / "a.wav", b"2025-11-27", b"18:30:00"): MOMENT,
        broadcast(tmp_path / "b.wav", b"2025/11/27", b"18-30-00"): MOMENT,
        broadcast(tmp_path / "c.wav", bytes(10), bytes(8)): None,
        tagged(tmp_path / "d.flac", "2025-11-27T18:30:00"): MOMENT,
        tagged(tmp_path / "e.flac", "1999"): None,
        encode(
            tmp_path / "x.m4a", 3.0, metadata=[("creation_time", "2025-11-27T18:30:00.000000Z")]
        ): utc,
    }
    for path, expected in found.items():
        file = AudioFile(path)
        assert file.recorded == expected
        file.close()


def test_analyze_says_when_a_file_was_recorded_by_its_name_first(cli, tmp_path):
    path = broadcast(tmp_path / "20240229_235959.wav", b"2025-11-27", b"18:30:00")
    out = cli("analyze", path, "--format", "json")[1]
    assert json.loads(out)["recorded"] == "2024-02-29T23:59:59"
    os.rename(path, tmp_path / "x.wav")
    header, row = cli("analyze", tmp_path / "x.wav", "--format", "csv")[1].splitlines()
    assert (header.split(",")[-1], row.split(",")[-1]) == ("recorded", "2025-11-27T18:30:00")

"""Whether two files hold the same sound, whatever their tags are."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from itertools import zip_longest
from pathlib import Path
from typing import Any

from desktop_app.audio.sound_container import CONTAINERS

Read = Callable[[Any], Iterator[bytes]]


def same_sound(one: Path, other: Path) -> bool:
    """Compare the sound, and the pictures of videos; not those that belong to the tags.

    Args:
        one: a file.
        other: another one.

    Returns:
        Whether they are the same, as far as damaged files can be read; False if FFmpeg finds no
        sound in either of them.

    Raises:
        OSError: one of them cannot be opened.
    """
    # Nearly always the packets are the same, and nothing needs to be decoded. What follows the
    # sound of an mp3, such as lyrics, is a packet to FFmpeg, which decodes to nothing.
    return _same(one, other, _packet) or _same(one, other, _decoded)


def _same(one: Path, other: Path, read: Read) -> bool:
    import av

    try:
        return all(a == b for a, b in zip_longest(_parts(one, read), _parts(other, read)))
    except av.FFmpegError:
        return False


def _parts(path: Path, read: Read) -> Iterator[tuple[int, bytes]]:
    import av
    from av.stream import Disposition

    with ExitStack() as stack:
        # As a file object, because FFmpeg would take a name with a colon for an address.
        file = stack.enter_context(path.open("rb"))
        options = {"format_whitelist": ",".join(CONTAINERS)}
        container: Any = stack.enter_context(
            av.open(file, options=options, metadata_errors="replace")
        )
        tagged = [s.index for s in container.streams if s.disposition & Disposition.attached_pic]
        try:
            for packet in container.demux():
                # The last one of each stream is empty.
                if packet.size and packet.stream_index not in tagged:
                    yield from ((packet.stream_index, part) for part in read(packet))
        except av.FFmpegError:
            # The file is damaged, and what follows is heard in neither.
            return


def _packet(packet: Any) -> Iterator[bytes]:
    yield bytes(packet)


def _decoded(packet: Any) -> Iterator[bytes]:
    import av

    if packet.stream.type != "audio":
        yield bytes(packet)
        return
    try:
        yield from (frame.to_ndarray().tobytes() for frame in packet.decode())
    except av.FFmpegError:
        # It is heard as nothing.
        return

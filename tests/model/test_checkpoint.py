import json
import os
import pickle
import sys
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from safetensors.numpy import load_file, save_file

from model import checkpoint as module
from model.architecture import ARCHITECTURES, Layer, places, to_json
from model.checkpoint import FEATURES, FORMAT, Checkpoint, load_checkpoint, save_checkpoint
from model.model_errors import CheckpointError
from model.standardisation import Standardisation


@pytest.fixture
def good():
    rng = np.random.default_rng(0)
    weights = {
        name: rng.normal(size=shape).astype(np.float32)
        for place in places(ARCHITECTURES["course"], 3)
        for name, shape in place.parameters.items()
    }
    standardisation = Standardisation(np.zeros(13, np.float32), np.full(13, 2, np.float32))
    return Checkpoint(
        ARCHITECTURES["course"],
        ("a", "b", "c"),
        1.5,
        None,
        standardisation,
        weights,
        {"folds": [1, 2]},
    )


@pytest.fixture
def path(tmp_path):
    return tmp_path / "model.safetensors"


def rewritten(path, **changes):
    """Rewrite the checkpoint at ``path`` with other metadata; None removes an entry."""
    metadata = {
        "format": FORMAT,
        "features": json.dumps(FEATURES),
        "architecture": json.dumps(to_json(ARCHITECTURES["course"])),
        "genres": '["a", "b", "c"]',
        "temperature": "1.0",
        "notes": "{}",
    }
    metadata.update(changes)
    weights = load_file(path)
    save_file(weights, path, {name: value for name, value in metadata.items() if value is not None})


def test_a_checkpoint_survives_saving_and_loading(good, path):
    save_checkpoint(good, path)
    loaded = load_checkpoint(path)
    assert (loaded.architecture, loaded.genres) == (good.architecture, good.genres)
    assert (loaded.temperature, loaded.notes) == (1.5, {"folds": [1, 2]})
    assert (loaded.standardisation.scale == 2).all()
    assert set(loaded.weights) == set(good.weights)
    for name, value in good.weights.items():
        np.testing.assert_array_equal(loaded.weights[name], value)


def test_a_network_that_recognises_non_music_has_one_more_output(good, path):
    save_checkpoint(replace(good, genres=("a", "b"), music_threshold=0.25), path)
    loaded = load_checkpoint(path)
    assert loaded.music_threshold == 0.25
    assert loaded.places[-1].output_shape == (3,)


def test_an_old_checkpoint_without_a_music_threshold_is_read(good, path):
    save_checkpoint(good, path)
    rewritten(path)
    assert load_checkpoint(path).music_threshold is None


def test_a_failed_write_keeps_the_old_checkpoint_and_leaves_no_other_file(good, path, monkeypatch):
    save_checkpoint(good, path)
    before = path.read_bytes()

    def full(*_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("model.atomic_write.os.fsync", full)
    with pytest.raises(OSError, match="No space"):
        save_checkpoint(good, path)
    assert path.read_bytes() == before
    assert list(path.parent.iterdir()) == [path]


@pytest.mark.skipif(sys.platform == "win32", reason="has no such permissions")
def test_a_replaced_checkpoint_keeps_its_permissions(good, path):
    save_checkpoint(good, path)
    path.chmod(0o600)
    save_checkpoint(good, path)
    assert path.stat().st_mode & 0o777 == 0o600


def test_a_missing_file_is_named(path):
    with pytest.raises(CheckpointError, match=r"no model file .*model\.safetensors"):
        load_checkpoint(path)


@pytest.mark.skipif(sys.platform == "win32", reason="has no such pipes")
def test_only_a_file_is_read(tmp_path):
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(CheckpointError, match=r"it is a folder, not a file\.$"):
        load_checkpoint(tmp_path)
    for path in (tmp_path / "pipe", Path("/dev/zero")):
        with pytest.raises(CheckpointError, match=r"it is a device or pipe, not a file\.$"):
            load_checkpoint(path)


@pytest.mark.parametrize("share", [0.0, 0.001, 0.5, 0.999])
def test_a_truncated_file_is_rejected(good, path, share):
    save_checkpoint(good, path)
    whole = path.read_bytes()
    path.write_bytes(whole[: int(len(whole) * share)])
    with pytest.raises(CheckpointError, match="damaged, incomplete"):
        load_checkpoint(path)


def test_a_pickle_is_rejected_without_running_it(path, tmp_path):
    witness = tmp_path / "was-run"

    class Evil:
        def __reduce__(self):
            return (witness.touch, ())

    path.write_bytes(pickle.dumps(Evil()))
    with pytest.raises(CheckpointError, match="Could not read the model"):
        load_checkpoint(path)
    assert not witness.exists()


def test_weights_for_another_program_are_rejected(path):
    save_file({"x": np.zeros(3)}, path)
    with pytest.raises(CheckpointError, match="another program"):
        load_checkpoint(path)


@pytest.mark.parametrize("name", ["features", "architecture", "genres", "temperature", "notes"])
def test_missing_metadata_is_rejected(good, path, name):
    save_checkpoint(good, path)
    rewritten(path, **{name: None})
    with pytest.raises(CheckpointError, match="is incomplete or invalid"):
        load_checkpoint(path)


@pytest.mark.parametrize(
    "changes",
    [
        {"genres": "[]"},
        {"genres": "3"},
        {"temperature": "0"},
        {"temperature": "Infinity"},
        {"temperature": '"warm"'},
        {"temperature": "1" * 400},
        {"music_threshold": "1.5"},
        {"music_threshold": "-0.1"},
        {"music_threshold": '"loud"'},
        {"notes": "[]"},
        {"notes": "[" * 100_000},
        {"architecture": '[{"kind": "conv2d"}]'},
        {"architecture": '[{"kind": "conv", "size": [Infinity, 3]}]'},
        {"features": '{"sample_rate": 16000}'},
    ],
)
def test_invalid_metadata_is_rejected(good, path, changes):
    save_checkpoint(good, path)
    rewritten(path, **changes)
    with pytest.raises(CheckpointError):
        load_checkpoint(path)


def changed(path, **tensors):
    """Rewrite the checkpoint at ``path`` with other tensors; None removes one."""
    weights = {**load_file(path), **tensors}
    metadata = dict(module.safe_open(path, framework="np").metadata())
    kept = {name: value for name, value in weights.items() if value is not None}
    save_file(kept, path, metadata)


def test_weights_of_other_shapes_are_rejected(good, path):
    save_checkpoint(good, path)
    rewritten(path, genres='["a", "b"]')
    with pytest.raises(CheckpointError, match=r"do not match its layers: dense2"):
        load_checkpoint(path)


@pytest.mark.parametrize(
    ("tensors", "sentence"),
    [
        ({"conv1.weight": np.full((32, 1, 3, 3), np.nan, np.float32)}, "invalid weights in conv1"),
        ({"conv1.weight": np.zeros((32, 1, 3, 3), np.int32)}, "invalid weights in conv1"),
        ({"conv1.bias": None}, "do not match its layers: conv1.bias"),
        ({"extra": np.zeros(1, np.float32)}, "do not match its layers: extra"),
        ({"standardise.scale": np.zeros(13, np.float32)}, "scale that is not above 0"),
    ],
)
def test_invalid_weights_are_rejected(good, path, tensors, sentence):
    save_checkpoint(good, path)
    changed(path, **tensors)
    with pytest.raises(CheckpointError, match=sentence):
        load_checkpoint(path)


def test_another_programs_file_of_an_unknown_dtype_is_rejected(path):
    header = b'{"x":{"dtype":"F8_E4M3","shape":[4],"data_offsets":[0,4]}}'
    path.write_bytes(len(header).to_bytes(8, "little") + header + bytes(4))
    with pytest.raises(CheckpointError, match="another program"):
        load_checkpoint(path)


def test_a_network_without_a_convolution_of_the_image_is_rejected(good, path):
    layers = (Layer("flatten"), Layer("dense"))
    weights = {"dense1.weight": np.zeros((3, 1300)), "dense1.bias": np.zeros(3)}
    save_checkpoint(replace(good, architecture=layers, weights=weights), path)
    with pytest.raises(CheckpointError, match="no convolution of the input image"):
        load_checkpoint(path)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no pipes among files")
def test_a_link_is_kept_and_a_device_is_not_replaced(good, tmp_path):
    real, link, pipe = (tmp_path / name for name in ("real", "link", "pipe"))
    link.symlink_to(real)
    save_checkpoint(good, link)
    assert link.is_symlink()
    assert load_checkpoint(real).genres == good.genres
    os.mkfifo(pipe)
    with pytest.raises(OSError, match="it is a folder, pipe, socket or device"):
        save_checkpoint(good, pipe)
    assert pipe.is_fifo()

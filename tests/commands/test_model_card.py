import json
import shutil
from dataclasses import replace

from desktop_app.bundled import COURSE_PATH
from model.checkpoint import load_checkpoint, save_checkpoint
from model.cross_validation import AMONG_MUSICNN
from resources import resource


def test_the_card_describes_a_model(cli, tmp_path):
    card = tmp_path / "card.md"
    assert cli("evaluate", "--model", "course", "--card", card)[0] == 0
    text = card.read_text()
    figures = load_checkpoint(COURSE_PATH).notes["cross_validation"]["gtzan"]
    low, high = figures["window_accuracy_interval"]
    assert f"{figures['window_accuracy']:.3f} ({low:.3f} to {high:.3f})" in text
    assert "| conv1 | 32 × 98 × 11 | 320 |" in text
    assert "It cannot recognise non-music." in text
    assert "genre-monitor train" in text
    assert "ms (median)" in text


def test_the_card_includes_the_measurements_next_to_the_model(cli, tmp_path):
    model, card = tmp_path / "mine.safetensors", tmp_path / "card.md"
    shutil.copy(COURSE_PATH, model)
    rows = [
        {"says": says, "fold": fold, "tracks": {"own": 0.5 + 0.1 * fold}}
        for says in ("as it is", "without mixup")
        for fold in (0, 2)
    ]
    (tmp_path / "mine.ablation.json").write_text(json.dumps({"says": "Quick.", "rows": rows}))
    (tmp_path / "mine.musicnn.json").write_text(
        json.dumps({"says": "S", "columns": ["a"], "rows": [{"says": "clips", "values": [0.7]}]})
    )
    (tmp_path / "mine.tried.md").write_text("Larger kernels.\n")
    assert cli("evaluate", "--model", model, "--card", card)[0] == 0
    text = card.read_text()
    assert "Quick.\n\n|  | own | trainings |" in text
    assert "| without mixup | 0.600 ± 0.100 | 2 |" in text
    assert "| clips | 0.7 |" in text
    assert "is unknown, because it was not evaluated on these genres alone." in text
    assert "## What was tried\n\nLarger kernels." in text


def test_the_card_names_the_row_to_compare_with_musicnn(cli, tmp_path):
    model, card = tmp_path / "mine.safetensors", tmp_path / "card.md"
    known = load_checkpoint(COURSE_PATH)
    figures = {AMONG_MUSICNN: known.notes["cross_validation"]["other"]}
    save_checkpoint(replace(known, notes={"cross_validation": figures}), model)
    (tmp_path / "mine.musicnn.json").write_text(
        json.dumps({"says": "S", "columns": ["a"], "rows": []})
    )
    assert cli("evaluate", "--model", model, "--card", card)[0] == 0
    assert "is the row *other, 7 genres* above." in card.read_text()
    assert "| other, 7 genres | " in card.read_text()


def test_a_card_replaces_nothing_but_a_card(cli, tmp_path):
    card, picture = tmp_path / "notes.md", tmp_path / "notes.coverage.png"
    for path, content in ((card, b"# My notes\n"), (picture, b"\x89PNG of somebody else")):
        path.write_bytes(content)
        status, _, err = cli("evaluate", "--model", "course", "--card", card)
        assert (status, path.read_bytes()) == (2, content)
        assert err == (
            f"genre-monitor: {path} exists and was not written by this command. "
            "Choose another name.\n"
        )
        path.unlink()
    for _ in range(2):
        assert cli("evaluate", "--model", "course", "--card", card)[0] == 0
    shutil.copy(resource("model-card.md"), card)
    assert cli("evaluate", "--model", "course", "--card", card)[0] == 0


def test_evaluate_requires_a_folder_or_a_card(cli, tmp_path):
    status, _, err = cli("evaluate")
    assert status == 2
    assert "DIR or --card FILE is required" in err
    status, _, err = cli("evaluate", "--card", tmp_path / "nowhere" / "card.md")
    assert status == 2
    assert "Could not find the output folder" in err

from desktop_app.models import COURSE_PATH
from model.checkpoint import load_checkpoint


def test_the_card_says_what_is_known_of_a_model(cli, tmp_path):
    card = tmp_path / "card.md"
    assert cli("evaluate", "--model", "course", "--card", card)[0] == 0
    text = card.read_text()
    figures = load_checkpoint(COURSE_PATH).notes["cross_validation"]["gtzan"]
    low, high = figures["window_accuracy_interval"]
    assert f"{figures['window_accuracy']:.3f} ({low:.3f} to {high:.3f})" in text
    assert "| conv1 | 32 × 98 × 11 | 320 |" in text
    assert "It doesn't know what is no music." in text
    assert "genre-monitor train" in text
    assert "ms (median)" in text


def test_evaluate_needs_something_to_do(cli, tmp_path):
    status, _, err = cli("evaluate")
    assert status == 2
    assert "DIR or --card FILE is needed" in err
    status, _, err = cli("evaluate", "--card", tmp_path / "nowhere" / "card.md")
    assert status == 2
    assert "can't be written: No such file or directory" in err

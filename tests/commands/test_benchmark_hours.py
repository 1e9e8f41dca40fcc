import csv

from desktop_app.benchmark.long_run import save_long_run


def test_samples_are_saved_as_a_plot_and_a_table(tmp_path):
    samples = [
        {"at_s": n, "delay_ms": None if n == 0 else 70.0, "cpu_share": 0.25, "rss_mb": 230.0,
         "windows_per_s": 43.0, "skipped": n // 5, "lost": 0}
        for n in range(10)
    ]  # fmt: skip
    plot = tmp_path / "hours.png"
    save_long_run(samples, plot)
    assert plot.read_bytes().startswith(b"\x89PNG")
    with plot.with_suffix(".csv").open(newline="") as text:
        rows = list(csv.DictReader(text))
    assert len(rows) == 10
    assert (rows[0]["delay_ms"], rows[9]["delay_ms"], rows[9]["skipped"]) == ("", "70.0", "1")


def test_a_long_run_replaces_nothing_but_an_earlier_one(cli, monkeypatch, tmp_path):
    monkeypatch.setattr("desktop_app.commands.benchmark.input_devices", list)
    plot = tmp_path / "x.png"
    for path in (plot, plot.with_suffix(".csv")):
        path.write_bytes(b"mine")
        status, _, err = cli("benchmark", "--hours", "1", "-o", plot)
        assert (status, path.read_bytes()) == (2, b"mine")
        assert f"{path} exists and was not written by this command." in err
        path.unlink()
    save_long_run([dict.fromkeys(("at_s", "delay_ms", "cpu_share", "rss_mb", "skipped"), 1)], plot)
    assert "needs an input device" in cli("benchmark", "--hours", "1", "-o", plot)[2]


def test_a_long_run_without_an_input_device_is_rejected(cli, monkeypatch, tmp_path):
    monkeypatch.setattr("desktop_app.commands.benchmark.input_devices", list)
    status, _, err = cli("benchmark", "--hours", "1", "-o", tmp_path / "x.png")
    assert status == 2
    assert "needs an input device" in err

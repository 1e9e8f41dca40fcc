"""The section of a model card with the figures of the evaluation."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from desktop_app.commands.markdown_table import markdown_table
from desktop_app.formatting.text import display_name
from model.conditions import is_clean
from model.cross_validation import AMONG_MUSICNN
from model.evaluation import calibration_error_by_chance


def evaluation(notes: Mapping[str, Any], coverage: str) -> str:
    """Write the section.

    Args:
        notes: of the checkpoint.
        coverage: address of the picture of accuracy against coverage, empty for none.

    Returns:
        Markdown, without the heading.
    """
    figures = notes.get("cross_validation")
    if not figures:
        return "The model was not cross-validated, so its accuracy is unknown."
    parts = [*_accuracy(figures), *_calibration(figures)]
    if coverage:
        parts.append(f"![Share of the answers that are correct, by how many are given]({coverage})")
    if all("after" in of for of in figures.values()):
        parts += _hearing_more(figures)
    if outside := notes.get("outside"):
        parts += _of_other_genres(outside)
    if refused := notes.get("refused"):
        parts.append(_rejected(refused, notes.get("refused_at_5", refused)))
    for name in main_parts(figures):
        parts += _by_genre(name, figures[name]["per_genre"])
    return "\n\n".join(parts)


def _accuracy(figures: Mapping[str, Any]) -> list[str]:
    return [
        "Cross-validation: every recording is classified by a model trained neither on it nor on "
        "its duplicates nor, where artists are known, on its artist. The calibration and the "
        "thresholds are fitted on the other folds. Longer recordings are evaluated on their middle "
        "20 s. *Other* is all music that isn't of the main origin. Microphones are simulated: a "
        "loudspeaker, a room, a limited band, then noise, automatic gain and a codec. In brackets: "
        "95 % bootstrap intervals over recordings.",
        markdown_table(
            ("condition", "recordings correct", "right among the first two", "mean over genres",
             "windows correct", "recordings"),
            [
                (name, _share(of, "track_accuracy"), _share(of, "top2_accuracy"),
                 _share(of, "genre_mean"), _share(of, "window_accuracy"), of["tracks"])
                for name, of in figures.items()
            ],
        ),
    ]  # fmt: skip


def _calibration(figures: Mapping[str, Any]) -> list[str]:
    return [
        "An answer is *sure* if its probability reaches the threshold that leaves a third of the "
        "music without microphone unsure. ECE: expected calibration error of whole recordings and "
        "of single windows, in 15 bins. *By chance*: what to expect of a model that is right "
        "exactly as often as it says, on as many recordings.",
        markdown_table(
            ("condition", "sure", "of these correct", "ECE", "by chance", "ECE of windows"),
            [
                (name, _share(of, "answered"), _share(of, "answered_accuracy"),
                 _share(of, "ece"), _by_chance(of),
                 _share(of, "window_ece"))
                for name, of in figures.items()
            ],
        ),
    ]  # fmt: skip


def _hearing_more(figures: Mapping[str, Any]) -> list[str]:
    return [
        "What hearing more brings, and what the head over the windows brings beyond their mean "
        "log probability; recordings correct after so many seconds, by the mean / the head:",
        markdown_table(
            ("condition", *(f"{seconds} s" for seconds in next(iter(figures.values()))["after"])),
            [
                (name, *(f"{plain:.3f} / {head:.3f}" for plain, head in of["after"].values()))
                for name, of in figures.items()
                if name != AMONG_MUSICNN
            ],
        ),
    ]


def _of_other_genres(outside: Mapping[str, Any]) -> list[str]:
    return [
        "Music of none of these genres, by the final model, with 95 % intervals:",
        markdown_table(
            ("condition", "not sure", "rejected as not music", "either", "recordings"),
            [
                (name, f"{of['not_sure']:.3f}", f"{of['refused']:.3f}", _share(of, "share"),
                 of["tracks"])
                for name, of in outside.items()
            ],
        ),
    ]  # fmt: skip


def _rejected(refused: Mapping[str, Any], compared: Mapping[str, Any]) -> str:
    columns = (
        "rejected as not music", "windows", "whole recordings", "windows where 5 % of music is",
        "whole recordings then",
    )  # fmt: skip
    rows = [
        (name, _share(of, "share"), f"{of.get('tracks', '–')} of {of.get('of_tracks', '–')}",
         _share(compared[name], "share"), compared[name].get("tracks", "–"))
        for name, of in refused.items()
    ]  # fmt: skip
    return markdown_table(columns, rows)


def _by_genre(name: str, per: Mapping[str, Any]) -> list[str]:
    rows = [
        (display_name(genre), *(_number(per[genre][key]) for key in ("precision", "recall")),
         per[genre]["tracks"])
        for genre in per
    ]  # fmt: skip
    return [
        f"By genre, for the recordings of *{name}*:",
        markdown_table(("genre", "precision", "recall", "recordings"), rows),
    ]


def main_parts(figures: Mapping[str, Any]) -> list[str]:
    """Names of the conditions without microphone that the card goes into genre by genre.

    Args:
        figures: condition -> figures, as ``cross_validation`` in the notes of a checkpoint.
    """
    return [name for name in figures if is_clean(name) and name != AMONG_MUSICNN]


def _by_chance(figures: Mapping[str, Any]) -> str:
    # Models trained by earlier versions have no reliability diagram.
    bins = figures.get("reliability")
    return f"{calibration_error_by_chance(bins):.3f}" if bins else "–"


def _share(of: Mapping[str, Any], name: str) -> str:
    interval = of.get(f"{name}_interval")
    # Models trained by earlier versions lack some figures.
    if of.get(name) is None:
        return "–"
    return f"{of[name]:.3f}" + (f" ({interval[0]:.3f} to {interval[1]:.3f})" if interval else "")


def _number(value: float | None) -> str:
    return "–" if value is None else f"{value:.2f}"

from desktop_app.ui.arrangement import Arrangement, Widths

ALL = Widths(pictures=400, inspectors=300, answer=200, below=500, gap=10, scroll_bar=15)


def test_columns_are_side_by_side_only_where_all_of_them_fit():
    needed = 400 + 10 + 300 + 15 + 10 + 200
    assert ALL.fitting(needed) is Arrangement.COLUMNS
    assert ALL.fitting(needed - 1) is Arrangement.STACKED


def test_the_answer_moves_above_what_no_longer_fits_beside_it():
    needed = 500 + 15 + 10 + 200
    assert ALL.fitting(needed) is Arrangement.STACKED
    assert ALL.fitting(needed - 1) is Arrangement.ANSWER_ABOVE
    assert ALL.least == 500 + 15


def test_a_column_with_nothing_in_it_needs_no_room():
    alone = Widths(pictures=400, inspectors=0, answer=0, below=0, gap=10, scroll_bar=15)
    assert alone.fitting(415) is Arrangement.COLUMNS

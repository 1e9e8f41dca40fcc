from desktop_app.engine.source_status import Activity
from desktop_app.panels.status_text import SIGNS


def test_every_activity_has_a_sign_and_those_that_differ_for_the_user_differ():
    assert set(SIGNS) == set(Activity)
    same = {Activity.STOPPED, Activity.ENDED}
    assert len(set(SIGNS.values())) == len(Activity) - len(same) + 1

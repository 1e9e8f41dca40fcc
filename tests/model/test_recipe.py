"""The amount of training follows the amount of music."""

from model.recipe import Recipe, steps_for


def test_more_music_is_trained_on_for_longer():
    numbers = [steps_for(count) for count in (2, 15, 100, 1000, 2500)]
    assert numbers == sorted(numbers)
    assert numbers[0] > 50
    # At a sixth of a second a step, six trainings of these take three minutes and an hour.
    assert steps_for(15) <= 190
    assert steps_for(1000) <= 3600
    # Of much music, twice as much takes twice as long.
    assert steps_for(4000) == 2 * steps_for(2000)


def test_weights_are_validated_near_the_end_only():
    recipe = Recipe(steps=200)
    validated = [step for step in range(1, 201) if recipe.validates_after(step)]
    assert validated[0] >= 190
    assert validated[-1] == 200

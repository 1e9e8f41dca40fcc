import pytest
import torch
from torch import nn

from model.recipe import Recipe
from model.training_state import Batch, Learner, joint_prediction

RECIPE = Recipe(steps=40, learning_rate=0.05, label_smoothing=0.0)
SURE = torch.tensor([[6.0, 0.0]] * 3)
"""Logits of a network that assigns three sounds to the first label."""


def test_the_joint_prediction_comes_from_networks_with_the_clean_sound():
    said = joint_prediction(
        [SURE, -SURE], [torch.tensor([1.0, 0.0, 0.0]), torch.tensor([0.0, 1.0, 0.0])]
    )
    assert said[:, 0].tolist() == pytest.approx([1.0, 0.0, 0.5], abs=0.02)
    assert said.sum(dim=1).tolist() == pytest.approx([1.0] * 3)


def learner(opinions):
    """Return networks whose initial logits for any sound are given, and their learner."""
    made = []
    for opinion in opinions:
        network = nn.Sequential(nn.Flatten(), nn.Linear(1300, 2))
        nn.init.zeros_(network[1].weight)
        network[1].bias.data = opinion.clone()
        made.append(network)
    return made, Learner(made, RECIPE, torch.Generator(), None)


def learned(opinions, clean, labels, peer_weight):
    """Return each network's probability of the first label after training."""
    made, learning = learner(opinions)
    sounds = torch.ones(3, 1, 100, 13)
    images = [sounds] * len(made)
    batch = Batch(images, [torch.full((3,), value) for value in clean], labels)
    for _ in range(RECIPE.steps):
        learning.learn(batch, peer_weight)
    with torch.no_grad():
        return [network.eval()(sounds).softmax(dim=1)[0, 0].item() for network in made]


def test_a_network_learns_from_its_peers_what_the_labels_do_not_tell():
    unsure = torch.zeros(2)
    labels = torch.full((3, 2), 0.5)
    alone, _ = learned([unsure, SURE[0]], (0.0, 1.0), labels, 0.0)
    with_peers, _ = learned([unsure, SURE[0]], (0.0, 1.0), labels, 0.5)
    assert alone == pytest.approx(0.5, abs=0.05)
    assert with_peers > 0.6


def test_at_peer_weight_zero_only_labels_count():
    labels = torch.tensor([[0.0, 1.0]] * 3)
    first, _ = learned([torch.zeros(2), SURE[0]], (0.0, 1.0), labels, 0.0)
    assert first < 0.1


def test_the_peer_weight_rises_until_half_of_the_steps():
    recipe = Recipe(steps=100, peer_share=0.6)
    assert [recipe.peer_weight(step) for step in (1, 26, 51, 100)] == pytest.approx(
        [0.0, 0.3, 0.6, 0.6]
    )

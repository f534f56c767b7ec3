"""Losses: one number from a prediction and a target."""

import torch
import torch.nn.functional as F

from .record import Function, layer, record


def cross_entropy(name, logits, target, **attributes):
    inputs = {"logits": logits, "target": target}
    record("cross_entropy", name, layer("cross_entropy", **{"from": list(inputs)}, **attributes),
           Function(lambda x, y: F.cross_entropy(x, y, **attributes)), inputs, constants=["target"])


def mse(name, *shapes, **attributes):
    inputs = dict(zip(["prediction", "target"], shapes))
    record("mse", name, layer("mse", **{"from": list(inputs)}, **attributes),
           Function(lambda x, y: F.mse_loss(x, y, **attributes)), inputs)


def cases():
    cross_entropy("indices", (4, 5), torch.tensor([0, 4, 2, 1]))
    cross_entropy("one_row", (1, 10), torch.tensor([7]))
    cross_entropy("classes_17", (3, 17), torch.tensor([16, 0, 8]))
    cross_entropy("sum", (4, 5), torch.tensor([0, 4, 2, 1]), reduction="sum")
    cross_entropy("none", (4, 5), torch.tensor([0, 4, 2, 1]), reduction="none")
    cross_entropy("none_ignore_index", (4, 5), torch.tensor([0, 3, 2, 3]), ignore_index=3, reduction="none")
    cross_entropy("label_smoothing", (4, 5), torch.tensor([0, 4, 2, 1]), label_smoothing=0.1)
    cross_entropy("ignore_index", (4, 5), torch.tensor([0, 3, 2, 3]), ignore_index=3)
    cross_entropy("ignore_index_default", (4, 5), torch.tensor([0, -100, 2, 1]))
    cross_entropy("ignore_index_outside", (4, 5), torch.tensor([255, 1, 255, 4]), ignore_index=255)
    cross_entropy("ignore_index_sum", (4, 5), torch.tensor([0, 3, 2, 3]), ignore_index=3, reduction="sum")
    cross_entropy("ignore_index_label_smoothing", (4, 5), torch.tensor([0, 3, 2, 1]), ignore_index=3,
                  label_smoothing=0.2)
    large = torch.tensor([[100.0, -100, 0], [1e4, 0, -1e4], [-500, -501, -502]])
    cross_entropy("large_values", large, torch.tensor([1, 0, 2]))
    columns = torch.tensor([[0, 3, 2, 1, 1, 0], [2, 2, 3, 0, 1, 3]])
    cross_entropy("one_axis", (2, 4, 6), columns)
    cross_entropy("two_axes", (2, 4, 2, 3), columns.reshape(2, 2, 3))
    cross_entropy("two_axes_ignore_index", (2, 4, 2, 3), columns.reshape(2, 2, 3), ignore_index=0)
    cross_entropy("two_axes_label_smoothing", (2, 4, 2, 3), columns.reshape(2, 2, 3), label_smoothing=0.3)
    generator = torch.Generator().manual_seed(2)
    rows = torch.rand((4, 5), generator=generator).softmax(1)
    cross_entropy("probabilities", (4, 5), rows)
    cross_entropy("probabilities_label_smoothing", (4, 5), rows, label_smoothing=0.1)
    cross_entropy("probabilities_sum", (4, 5), rows, reduction="sum")
    cross_entropy("probabilities_two_axes", (2, 5, 2, 3), torch.rand((2, 5, 2, 3), generator=generator).softmax(1))

    mse("two_axes", (3, 7), (3, 7))
    mse("four_axes", (2, 3, 4, 5), (2, 3, 4, 5))
    mse("sum", (3, 7), (3, 7), reduction="sum")
    mse("none", (3, 7), (3, 7), reduction="none")
    mse("columns_65", (1, 65), (1, 65))

"""Losses: one number from a prediction and a target."""

import torch
import torch.nn.functional as F

from .record import Function, layer, record


def cross_entropy(name, logits, target, **attributes):
    inputs = {"logits": logits, "target": target}
    record("cross_entropy", name, layer("cross_entropy", **{"from": list(inputs)}, **attributes),
           Function(lambda x, y: F.cross_entropy(x, y, **attributes)), inputs, constants=["target"])


def cross_entropy_weighted(name, logits, target, weight, **attributes):
    inputs = {"logits": logits, "target": target}
    text = layer("cross_entropy", **{"from": list(inputs)}, weight=weight, **attributes)
    record("cross_entropy", name, text, Function(
        lambda x, y: F.cross_entropy(x, y, torch.tensor(weight, dtype=x.dtype), **attributes)), inputs,
        constants=["target"])


def nll(name, scores, target, weight=None, **attributes):
    inputs = {"scores": scores, "target": target}
    text = layer("nll", **{"from": list(inputs)}, weight=weight, **attributes)
    record("nll", name, text, Function(
        lambda x, y: F.nll_loss(x, y, None if weight is None else torch.tensor(weight, dtype=x.dtype), **attributes)),
        inputs, constants=["target"])


def dice_loss(x, t, smooth=1.0, reduction="mean"):
    """The definition of the operator's page."""
    x, t = x.flatten(2), t.flatten(2)
    losses = 1 - (2 * (x * t).sum(2) + smooth) / (x.sum(2) + t.sum(2) + smooth)
    return {"mean": losses.mean(), "sum": losses.sum(), "none": losses}[reduction]


PAIRS = {
    "mse": F.mse_loss, "l1": F.l1_loss, "smooth_l1": F.smooth_l1_loss,
    "huber": F.huber_loss, "bce": F.binary_cross_entropy, "dice": dice_loss, "kl_div": F.kl_div,
    "bce_with_logits": lambda x, y, pos_weight=None, **rest: F.binary_cross_entropy_with_logits(
        x, y, pos_weight=None if pos_weight is None else torch.tensor(pos_weight, dtype=x.dtype), **rest),
}


def pair(operator, name, *inputs, gradients=True, **attributes):
    inputs = dict(zip(["prediction", "target"], inputs))
    record(operator, name, layer(operator, **{"from": list(inputs)}, **attributes),
           Function(lambda x, y: PAIRS[operator](x, y, **attributes)), inputs, gradients=gradients)


def shares(*shape, seed):
    """Numbers from 0.02 to 0.98."""
    return torch.rand(shape, generator=torch.Generator().manual_seed(seed)) * 0.96 + 0.02


def pairs():
    for operator in ["mse", "l1", "smooth_l1", "huber", "bce_with_logits"]:
        pair(operator, "two_axes", (3, 7), (3, 7))
        pair(operator, "four_axes", (2, 3, 4, 5), (2, 3, 4, 5))
        pair(operator, "sum", (3, 7), (3, 7), reduction="sum")
        pair(operator, "none", (3, 7), (3, 7), reduction="none")
        pair(operator, "columns_65", (1, 65), (1, 65))
    for name, attributes in [("two_axes", {}), ("sum", {"reduction": "sum"}), ("none", {"reduction": "none"})]:
        pair("bce", name, shares(3, 17, seed=1), shares(3, 17, seed=2), **attributes)
        pair("dice", name, shares(2, 3, 5, 7, seed=3), shares(2, 3, 5, 7, seed=4), **attributes)
    far = torch.tensor([[0.5, -0.5, 3, -3, 0, 1, -1, 2, 0.3, -0.3]])
    near = torch.zeros(1, 10)
    pair("l1", "ties", far, near)
    for name, beta in [("beta", 0.3), ("beta_zero", 0), ("beta_large", 2.5)]:
        pair("smooth_l1", name, far, near, beta=beta, reduction="none")
    pair("huber", "delta", far, near, delta=0.3, reduction="none")
    pair("huber", "delta_mean", (3, 7), (3, 7), delta=2.5)
    sure = torch.tensor([[0.0, 1, 0.5, 1e-7, 0.999]])
    pair("bce", "certain", sure, torch.tensor([[0.0, 1, 0.0, 1e-3, 1]]), reduction="none", gradients=False)
    large = torch.tensor([[100.0, -100, 30, -30, 0]])
    pair("bce_with_logits", "large_values", large, torch.tensor([[1.0, 0, 0, 1, 0.5]]), reduction="none")
    pair("bce_with_logits", "pos_weight", (3, 17), shares(3, 17, seed=5), pos_weight=2.5)
    pair("bce_with_logits", "pos_weight_none", (3, 17), shares(3, 17, seed=6), pos_weight=0.3, reduction="none")
    logarithms, target = shares(4, 17, seed=7).log_softmax(1), shares(4, 17, seed=8).softmax(1)
    for reduction in ["mean", "batchmean", "sum", "none"]:
        pair("kl_div", reduction, logarithms, target, reduction=reduction)
        pair("kl_div", f"log_target_{reduction}", logarithms, target.log(), reduction=reduction, log_target=True)
    zeros = torch.tensor([[0.0, 0.5, 0.5], [1, 0, 0]])
    pair("kl_div", "zeros", shares(2, 3, seed=9).log_softmax(1), zeros, reduction="sum", gradients=False)
    pair("dice", "smooth", shares(2, 3, 5, seed=10), shares(2, 3, 5, seed=11), smooth=0.01)
    pair("dice", "smooth_zero", shares(2, 3, 5, seed=12), shares(2, 3, 5, seed=13), smooth=0)
    pair("dice", "five_axes", shares(1, 2, 3, 2, 3, seed=14), shares(1, 2, 3, 2, 3, seed=15))
    pair("dice", "empty", shares(2, 2, 9, seed=16), torch.zeros(2, 2, 9))
    pair("dice", "above_a_block", shares(1, 1, 1030, seed=17), shares(1, 1, 1030, seed=18).round())


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

    weight = [0.5, 2, 1, 0.3, 1.7]
    indices = torch.tensor([0, 4, 2, 1])
    for reduction in ["mean", "sum", "none"]:
        cross_entropy_weighted(f"weight_{reduction}", (4, 5), indices, weight, reduction=reduction)
        nll(f"weight_{reduction}", (4, 5), indices, weight, reduction=reduction)
        nll(reduction, (4, 5), indices, reduction=reduction)
    cross_entropy_weighted("weight_label_smoothing", (4, 5), indices, weight, label_smoothing=0.2)
    cross_entropy_weighted("weight_ignore_index", (4, 5), torch.tensor([0, 3, 2, 3]), weight, ignore_index=3)
    cross_entropy_weighted("weight_two_axes", (2, 4, 2, 3), columns.reshape(2, 2, 3), weight[:4])
    weighted = torch.rand((4, 5), generator=generator).softmax(1)
    record("cross_entropy", "weight_probabilities",
           layer("cross_entropy", **{"from": ["logits", "target"]}, weight=weight, label_smoothing=0.1), Function(
               lambda x, y: F.cross_entropy(x, y, torch.tensor(weight, dtype=x.dtype), label_smoothing=0.1)),
           {"logits": (4, 5), "target": weighted})
    nll("ignore_index", (4, 5), torch.tensor([0, 3, 2, 3]), ignore_index=3)
    nll("ignore_index_default", (4, 5), torch.tensor([0, -100, 2, 1]))
    nll("ignore_index_none", (4, 5), torch.tensor([0, 3, 2, 3]), weight, ignore_index=3, reduction="none")
    nll("one_axis", (2, 4, 6), columns)
    nll("two_axes", (2, 4, 2, 3), columns.reshape(2, 2, 3), weight[:4])
    pairs()

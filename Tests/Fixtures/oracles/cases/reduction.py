"""Folds over axes."""

import math

import torch

from .record import Function, layer, record

FUNCTIONS = {"mean": torch.mean, "sum": torch.sum, "max": torch.amax, "min": torch.amin, "argmax": torch.argmax}


def case(operator, name, shape, dim=None, keepdim=None):
    function = FUNCTIONS[operator]
    arguments = {} if dim is None else {"dim": dim}
    if keepdim:
        arguments["keepdim"] = True
        arguments.setdefault("dim", None if operator == "argmax" else list(range(len(shape))))
    record(operator, name, layer(operator, dim=dim, keepdim=keepdim), Function(lambda x: function(x, **arguments)),
           {"input": shape}, gradients=operator != "argmax", tolerance=1e-5 if operator in ("mean", "sum") else None)


def cases():
    for operator in FUNCTIONS:
        case(operator, "all", (2, 3, 5, 7))
        case(operator, "all_kept", (2, 3, 5), keepdim=True)
        case(operator, "last", (2, 3, 19), -1)
        case(operator, "middle", (2, 5, 3, 7), 1)
        case(operator, "middle_kept", (2, 5, 3, 7), 1, True)
        case(operator, "batch", (4, 19), 0)
        case(operator, "rows", (2, 3, 5, 17), 2)
        case(operator, "size_one", (2, 1, 5), 1)
        case(operator, "long", (2, 1500), 1)
        case(operator, "long_columns", (150, 18), 0)
        for columns in [1, 15, 16, 17, 33]:
            case(operator, f"columns_{columns}", (3, columns), 1)
            case(operator, f"inner_{columns}", (2, 3, columns), 1)
    for operator in ["mean", "sum", "max", "min"]:
        case(operator, "spatial", (2, 3, 5, 7), [2, 3])
        case(operator, "spatial_kept", (2, 3, 5, 7), [-2, -1], True)
        case(operator, "batch_and_spatial", (2, 3, 5, 7), [0, 2, 3])
        case(operator, "every_other", (2, 3, 5, 7), [0, 2])
        case(operator, "out_of_order", (2, 3, 5, 7), [3, 1])
        case(operator, "five_axes", (2, 3, 2, 3, 4), [1, 3])
    ties = torch.tensor([[1.0, 3, 3, 2], [2, 2, 2, 2], [-1, -1, -2, 0]])
    nan = torch.tensor([[1.0, math.nan, 3, math.nan], [math.inf, 1, 2, -math.inf], [-1, -2, -3, -4]])
    for operator in ["max", "min", "argmax"]:
        case(operator, "ties", ties, 1)
        case(operator, "ties_of_columns", ties.T.contiguous(), 0)
        case(operator, "not_finite", nan, 1)
        case(operator, "not_finite_columns", nan.T.contiguous(), 0)

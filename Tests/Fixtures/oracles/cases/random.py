"""What drops at random while training: in inference, and with probabilities that leave no choice."""

import torch
import torch.nn.functional as F
from torchvision.ops import stochastic_depth

from .record import Function, layer, record

FEATURES = {3: F.dropout1d, 4: F.dropout2d, 5: F.dropout3d}


def case(operator, name, shape, function, run="inference", **attributes):
    module = Function(lambda x: function(x, module.training))
    record(operator, name, layer(operator, **attributes), module, {"input": shape}, mode=run)


def elements(operator, function):
    case(operator, "inference", (2, 3, 4, 5), lambda x, training: function(x, 0.5, training))
    case(operator, "inference_p", (2, 17), lambda x, training: function(x, 0.9, training), p=0.9)
    case(operator, "training_p_0", (2, 17), lambda x, training: function(x, 0.0, training), "training", p=0.0)
    case(operator, "training_p_1", (2, 17), lambda x, training: function(x, 1.0, training), "training", p=1.0)


def cases():
    elements("dropout", F.dropout)
    elements("alpha_dropout", F.alpha_dropout)
    for name, shape in [("three_axes", (2, 3, 5)), ("four_axes", (2, 3, 4, 5)), ("five_axes", (1, 3, 2, 3, 4))]:
        function = FEATURES[len(shape)]
        case("dropout2d", f"inference_{name}", shape, lambda x, training: function(x, 0.5, training))
        case("dropout2d", f"training_p_1_{name}", shape, lambda x, training: function(x, 1.0, training), "training", p=1.0)
    case("dropout2d", "training_p_0", (2, 3, 4, 5), lambda x, training: F.dropout2d(x, 0.0, training), "training", p=0.0)
    for mode in ["row", "batch"]:
        for p in [0.0, 1.0]:
            case("stochastic_depth", f"training_{mode}_p_{p:.0f}", (2, 3, 4),
                 lambda x, training: stochastic_depth(x, p, mode, training), "training", p=p, mode=mode)
        case("stochastic_depth", f"inference_{mode}", (2, 3, 4, 5),
             lambda x, training: stochastic_depth(x, 0.4, mode, training), p=0.4, mode=mode)

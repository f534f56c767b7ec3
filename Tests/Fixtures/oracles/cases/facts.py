"""Examples small enough to check by hand; their numbers are asserted here before they are recorded."""

import torch
import torch.nn.functional as F
from torch import nn

from .record import Function, Single, layer, record


def fixed_convolution(weight):
    convolution = nn.Conv1d(weight.shape[1], weight.shape[0], weight.shape[2], bias=False)
    convolution.weight.data = weight
    return Single(convolution)


def fact(name, text, module, inputs, starts_with, shape, randomize=False):
    result = module(inputs)
    assert tuple(result.shape) == shape, f"{name}: {tuple(result.shape)}"
    first = result.flatten()[: len(starts_with)]
    assert torch.allclose(first, torch.tensor(starts_with), rtol=0, atol=1e-5), f"{name}: {first}"
    record("facts", name, text, module, {"input": inputs}, randomize=randomize)


def shape_fact(name, text, module, input_shape, shape):
    assert module(torch.zeros(input_shape)).shape == shape, name
    record("facts", name, text, Single(module), {"input": input_shape})


def cases():
    text = layer("conv1d", out_channels=1, kernel_size=3, bias=False)
    rising = torch.arange(16.0)
    fact("conv1d_of_0_to_15", text, fixed_convolution(torch.tensor([[[0.1, 0.2, 0.3]]])), rising.reshape(1, 1, 16),
         [0.8, 1.4], (1, 1, 14))
    fact("conv1d_of_two_channels", text, fixed_convolution(torch.tensor([[[0.1, 0.2, 0.3], [1, 1, 1]]])),
         rising.reshape(1, 2, 8), [27.8, 31.4], (1, 1, 6))
    map4x5 = torch.arange(20.0).reshape(1, 1, 4, 5)
    fact("max_pool2d_floor", layer("max_pool2d", kernel_size=2, rounding="floor"),
         Function(lambda x: F.max_pool2d(x, 2)), map4x5, [6.0, 8, 16, 18], (1, 1, 2, 2))
    fact("max_pool2d_ceil", layer("max_pool2d", kernel_size=2, rounding="ceil"),
         Function(lambda x: F.max_pool2d(x, 2, ceil_mode=True)), map4x5, [6.0, 8, 9, 16, 18, 19], (1, 1, 2, 3))

    conv, text = nn.Conv2d, "conv2d"
    shape_fact("8x8_kernel_3_padding_1", layer(text, out_channels=2, kernel_size=3, padding=1),
               conv(1, 2, 3, padding=1), (1, 1, 8, 8), (1, 2, 8, 8))
    shape_fact("8x8_kernel_5_3_padding_2_1", layer(text, out_channels=2, kernel_size=[5, 3], padding=[2, 1]),
               conv(1, 2, (5, 3), padding=(2, 1)), (1, 1, 8, 8), (1, 2, 8, 8))
    shape_fact("8x8_kernel_3_padding_1_stride_2",
               layer(text, out_channels=2, kernel_size=3, padding=1, stride=2, rounding="floor"),
               conv(1, 2, 3, padding=1, stride=2), (1, 1, 8, 8), (1, 2, 4, 4))
    shape_fact("8x8_kernel_3_5_padding_0_1_stride_3_4",
               layer(text, out_channels=2, kernel_size=[3, 5], padding=[0, 1], stride=[3, 4], rounding="floor"),
               conv(1, 2, (3, 5), padding=(0, 1), stride=(3, 4)), (1, 1, 8, 8), (1, 2, 2, 2))
    shape_fact("7x7_kernel_3_stride_2", layer(text, out_channels=2, kernel_size=3, stride=2),
               conv(1, 2, 3, stride=2), (1, 1, 7, 7), (1, 2, 3, 3))
    shape_fact("4x4_kernel_3", layer(text, out_channels=2, kernel_size=3), conv(1, 2, 3), (1, 1, 4, 4), (1, 2, 2, 2))
    shape_fact("conv_transpose2d_2x2_kernel_3", layer("conv_transpose2d", out_channels=2, kernel_size=3),
               nn.ConvTranspose2d(1, 2, 3), (1, 1, 2, 2), (1, 2, 4, 4))

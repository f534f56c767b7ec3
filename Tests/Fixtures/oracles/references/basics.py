"""The small ones."""

import itertools

from torch import nn

from .modules import named


def linear_regression(features=13):
    return named(fit=nn.Linear(features, 1))


def two_convolutions():
    return named(first=nn.Conv2d(1, 2, 2), relu=nn.ReLU(), second=nn.Conv2d(2, 1, 3))


def two_convolutions_by_hand(x, first, first_bias, second, second_bias):
    """The output of one image of 4x4 and its derivatives by the image and every parameter, number by number.

    `first` is a list of 2x2 filters, `second` the one filter of 3x3 for each of their outputs.
    """
    output, slope_x = second_bias, [[0.0] * 4 for _ in range(4)]
    slope_first, slope_bias = [[[0.0] * 2 for _ in range(2)] for _ in first], [0.0 for _ in first]
    slope_second = [[[0.0] * 3 for _ in range(3)] for _ in second]
    for k, i, j in itertools.product(range(len(first)), range(3), range(3)):
        window = list(itertools.product(range(2), range(2)))
        before = first_bias[k] + sum(first[k][r][s] * x[i + r][j + s] for r, s in window)
        if before <= 0:
            continue
        output += second[k][i][j] * before
        slope_second[k][i][j] = before
        slope_bias[k] += second[k][i][j]
        for r, s in window:
            slope_first[k][r][s] += second[k][i][j] * x[i + r][j + s]
            slope_x[i + r][j + s] += second[k][i][j] * first[k][r][s]
    return output, {"x": slope_x, "first.weight": slope_first, "first.bias": slope_bias,
                    "second.weight": slope_second, "second.bias": 1.0}


class LeNet5(nn.Module):
    def __init__(self):
        super().__init__()
        self.conv1, self.conv2 = nn.Conv2d(1, 6, 5, padding=2), nn.Conv2d(6, 16, 5)
        self.fc1, self.fc2, self.fc3 = nn.Linear(400, 120), nn.Linear(120, 84), nn.Linear(84, 10)

    def forward(self, x):
        for conv in [self.conv1, self.conv2]:
            x = nn.functional.avg_pool2d(conv(x).tanh(), 2)
        return self.fc3(self.fc2(self.fc1(x.flatten(1)).tanh()).tanh())


def digits(width=16):
    return named(
        conv1=nn.Conv2d(1, width, 3, padding=1, bias=False), bn1=nn.BatchNorm2d(width), relu1=nn.ReLU(),
        conv2=nn.Conv2d(width, width, 3, padding=1, bias=False), bn2=nn.BatchNorm2d(width), relu2=nn.ReLU(),
        pool1=nn.MaxPool2d(2),
        conv3=nn.Conv2d(width, 2 * width, 3, padding=1, bias=False), bn3=nn.BatchNorm2d(2 * width), relu3=nn.ReLU(),
        pool2=nn.MaxPool2d(2), flatten=nn.Flatten(), fc=nn.Linear(8 * width, 10))

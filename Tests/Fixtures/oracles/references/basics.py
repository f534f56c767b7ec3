"""The small ones."""

from torch import nn

from .modules import named


def linear_regression(features=13):
    return named(fit=nn.Linear(features, 1))


def two_convolutions():
    return named(first=nn.Conv2d(1, 2, 2), relu=nn.ReLU(), second=nn.Conv2d(2, 1, 3))


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

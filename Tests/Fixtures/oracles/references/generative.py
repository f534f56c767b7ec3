"""Networks that make images."""

from collections import OrderedDict

import torch
from torch import nn

from .modules import Residual, named


def dcgan_generator(width=64, channels=3, latent=100):
    layers, inputs = [], latent
    for factor in [8, 4, 2, 1]:
        stride, padding = (1, 0) if factor == 8 else (2, 1)
        layers += [nn.ConvTranspose2d(inputs, factor * width, 4, stride, padding, bias=False),
                   nn.BatchNorm2d(factor * width), nn.ReLU()]
        inputs = factor * width
    layers += [nn.ConvTranspose2d(inputs, channels, 4, 2, 1, bias=False), nn.Tanh()]
    return named(main=nn.Sequential(*layers))


def dcgan_discriminator(width=64, channels=3):
    """Radford and others 2015."""
    layers = [nn.Conv2d(channels, width, 4, 2, 1, bias=False), nn.LeakyReLU(0.2)]
    for factor in [1, 2, 4]:
        layers += [nn.Conv2d(factor * width, 2 * factor * width, 4, 2, 1, bias=False),
                   nn.BatchNorm2d(2 * factor * width), nn.LeakyReLU(0.2)]
    return named(main=nn.Sequential(*layers, nn.Conv2d(8 * width, 1, 4, bias=False), nn.Sigmoid()))


class Pix2PixUNet(nn.Module):
    """Isola and others 2016: the generator for images of 256x256."""

    def __init__(self, channels=3, width=64):
        super().__init__()
        w = [width * min(2**level, 8) for level in range(8)]
        self.down1 = nn.Conv2d(channels, w[0], 4, 2, 1, bias=False)
        for level in range(1, 7):
            setattr(self, f"down{level + 1}", named(
                act=nn.LeakyReLU(0.2), conv=nn.Conv2d(w[level - 1], w[level], 4, 2, 1, bias=False),
                norm=nn.BatchNorm2d(w[level])))
        self.down8 = nn.Conv2d(w[6], w[7], 4, 2, 1, bias=False)
        for level in range(7):
            inputs = w[7] if level == 6 else 2 * w[level + 1]
            setattr(self, f"up{level + 1}", named(
                act=nn.ReLU(), conv=nn.ConvTranspose2d(inputs, w[level], 4, 2, 1, bias=False),
                norm=nn.BatchNorm2d(w[level]), dropout=nn.Dropout(0.5 if level >= 4 else 0.0)))
        self.head = nn.ConvTranspose2d(2 * w[0], channels, 4, 2, 1)

    def forward(self, x):
        skips = [self.down1(x)]
        for level in range(2, 8):
            skips.append(getattr(self, f"down{level}")(skips[-1]))
        x = self.down8(nn.functional.leaky_relu(skips[-1], 0.2))
        for level in range(7, 0, -1):
            x = torch.cat([skips.pop(), getattr(self, f"up{level}")(x)], 1)
        return self.head(x.relu()).tanh()


def espcn(scale=3):
    """Shi and others 2016."""
    return named(conv1=nn.Conv2d(1, 64, 5, padding=2), tanh1=nn.Tanh(), conv2=nn.Conv2d(64, 32, 3, padding=1),
                 tanh2=nn.Tanh(), conv3=nn.Conv2d(32, scale**2, 3, padding=1), shuffle=nn.PixelShuffle(scale))


class SRResNet(nn.Module):
    """Ledig and others 2016."""

    def __init__(self, width=64, blocks=16):
        super().__init__()
        self.start, self.act = self.convolution(3, width, 9), nn.PReLU()
        self.body = nn.Sequential(*[self.block(width) for _ in range(blocks)])
        self.conv, self.bn = self.convolution(width, width), nn.BatchNorm2d(width)
        self.enlarge = nn.Sequential(*[
            named(conv=self.convolution(width, 4 * width), shuffle=nn.PixelShuffle(2), act=nn.PReLU())
            for _ in range(2)])
        self.head = self.convolution(width, 3, 9)

    @staticmethod
    def convolution(inputs, width, kernel_size=3):
        return nn.Conv2d(inputs, width, kernel_size, padding=kernel_size // 2)

    def block(self, width):
        return Residual(OrderedDict(
            conv1=self.convolution(width, width), bn1=nn.BatchNorm2d(width), act=nn.PReLU(),
            conv2=self.convolution(width, width), bn2=nn.BatchNorm2d(width)))

    def forward(self, x):
        x = self.act(self.start(x))
        return self.head(self.enlarge(x + self.bn(self.conv(self.body(x)))))

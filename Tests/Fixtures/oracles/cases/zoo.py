"""PyTorch twins of the models in `models/`: narrow variants of torchvision's, and those of `references/`."""

from torch import nn
from torchvision.models import MobileNetV2
from torchvision.models.resnet import BasicBlock, ResNet
from torchvision.models.video.resnet import BasicBlock as VideoBlock
from torchvision.models.video.resnet import BasicStem, Conv2Plus1D, Conv3DSimple, R2Plus1dStem, VideoResNet

from references import attention, basics, detection, generative, segmentation, sequence, volumetric


class NarrowResNet(ResNet):
    """torchvision's ResNet-18 with `width` channels after the stem instead of 64."""

    def __init__(self, width=64, num_classes=1000):
        self.width = width
        super().__init__(BasicBlock, [2, 2, 2, 2], num_classes)
        self.conv1 = nn.Conv2d(3, width, 7, 2, 3, bias=False)
        self.bn1 = nn.BatchNorm2d(width)
        self.fc = nn.Linear(8 * width, num_classes)

    def _make_layer(self, block, planes, blocks, stride=1, dilate=False):
        if planes == 64:
            self.inplanes = self.width
        return super()._make_layer(block, planes * self.width // 64, blocks, stride, dilate)


class NarrowVideoResNet(VideoResNet):
    """torchvision's R3D-18 with `width` channels after the stem instead of 64."""

    convolution, stem_type = Conv3DSimple, BasicStem

    def __init__(self, width=64, num_classes=400):
        self.width = width
        super().__init__(VideoBlock, [self.convolution] * 4, [2, 2, 2, 2], self.stem_type, num_classes)
        last = self.stem[-3]
        self.stem[-3] = nn.Conv3d(last.in_channels, width, last.kernel_size, last.stride, last.padding, bias=False)
        self.stem[-2] = nn.BatchNorm3d(width)
        self.fc = nn.Linear(8 * width, num_classes)

    def _make_layer(self, block, conv_builder, planes, blocks, stride=1):
        if planes == 64:
            self.inplanes = self.width
        return super()._make_layer(block, conv_builder, planes * self.width // 64, blocks, stride)


class NarrowFactoredVideoResNet(NarrowVideoResNet):
    """torchvision's R(2+1)D-18, likewise."""

    convolution, stem_type = Conv2Plus1D, R2Plus1dStem


class NarrowMobileNetV2(MobileNetV2):
    """torchvision's MobileNetV2 with another number of channels before the classifier than 1280."""

    def __init__(self, width_mult=1.0, last_channels=1280, num_classes=1000):
        super().__init__(num_classes, width_mult)
        if last_channels != 1280:
            before = self.features[-1][0].in_channels
            self.features[-1][0] = nn.Conv2d(before, last_channels, 1, bias=False)
            self.features[-1][1] = nn.BatchNorm2d(last_channels)
            self.classifier[1] = nn.Linear(last_channels, num_classes)


# By the name of the model.
MODELS = {
    "aspp": segmentation.aspp,
    "c3d": volumetric.c3d,
    "coatnet_small": attention.coatnet_small,
    "convmixer_768_32": attention.convmixer,
    "dcgan_discriminator": generative.dcgan_discriminator,
    "dcgan_generator": generative.dcgan_generator,
    "digits": basics.digits,
    "espcn": generative.espcn,
    "lenet5": basics.LeNet5,
    "m5": sequence.m5,
    "mobilenet_v2": NarrowMobileNetV2,
    "r2plus1d_18": NarrowFactoredVideoResNet,
    "r3d_18": NarrowVideoResNet,
    "resnet18": NarrowResNet,
    "segnet": segmentation.SegNet,
    "srresnet": generative.SRResNet,
    "tcn": sequence.tcn,
    "two_convolutions": basics.two_convolutions,
    "unet": segmentation.UNet,
    "unet_3d": volumetric.UNet3d,
    "wavenet": sequence.WaveNet,
    "yolov3_tiny": detection.YOLOv3Tiny,
    "yolov8n": detection.YOLOv8n,
}

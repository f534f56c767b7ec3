"""Writes what today's frameworks say to each classical error into framework/, and the checkpoints of two of them.

    python messages.py

Needs torch and safetensors; with TensorFlow (CPU) its message is written too. The tests need none of them: they read
the files, whose first line names the framework and its version.
"""

import warnings
from pathlib import Path

import torch
from safetensors.torch import save_file
from torch import nn
from torch.nn import functional as F

FOLDER = Path(__file__).parent
TORCH = "PyTorch " + torch.__version__.split("+")[0]
x = torch.zeros


def no_flatten():
    features = nn.Sequential(
        nn.ConstantPad2d((3, 0, 3, 0), 0), nn.Conv2d(3, 64, 7, stride=4), nn.ReLU(), nn.MaxPool2d(2),
        nn.Conv2d(64, 512, 3, padding=1), nn.ReLU(), nn.MaxPool2d(4))
    nn.Sequential(features, nn.Linear(25088, 4096))(x(1, 3, 224, 224))


def linear_for_another_size():
    nn.Sequential(nn.Flatten(), nn.Linear(25088, 512))(x(1, 512, 16, 16))


def view_of_another_size():
    convolutions = nn.Sequential(
        nn.Conv2d(3, 6, 5), nn.ReLU(), nn.MaxPool2d(2), nn.Conv2d(6, 16, 5), nn.ReLU(), nn.MaxPool2d(2))
    convolutions(x(6, 3, 21, 21)).view(-1, 400)


def unet_at_45_pixels():
    skip = nn.Conv2d(1, 64, 3, padding=1)(x(1, 1, 45, 45))
    deep = nn.MaxPool2d(2)(skip)
    torch.cat([skip, nn.ConvTranspose2d(64, 64, 2, stride=2)(deep)], dim=1)


def concat_of_45_and_46():
    stage4, lateral = x(1, 256, 45, 80), x(1, 256, 23, 40)
    torch.cat([F.interpolate(lateral, scale_factor=2), stage4], dim=1)


def image_with_channels_last():
    nn.Conv2d(3, 64, 3, padding=1)(x(1, 512, 512, 3))


def grey_image():
    nn.Conv2d(3, 128, 3, padding=1)(x(3, 1, 512, 512))


def missing_channel_axis():
    nn.Conv2d(1, 64, 3, padding=1)(x(15, 224, 224))


def sequence_with_channels_last():
    nn.Conv1d(40, 64, 3, padding=1)(x(1, 81, 40))


def indivisible_groups():
    nn.Conv2d(90, 360, 1, groups=8)


def depthwise_multiplier():
    nn.Conv2d(32, 64, 3, padding=1, groups=64)


def kernel_larger_than_input():
    widths = [3, 64, 128, 256, 512]
    body = [nn.Conv2d(c, k, 4, stride=2, padding=1) for c, k in zip(widths, widths[1:])]
    nn.Sequential(*body, nn.Conv2d(512, 1, 4))(x(1, 3, 49, 74))


def negative_dimension():
    import tensorflow as tf

    try:
        tf.keras.layers.Conv2D(128, 3)(tf.keras.Input((1, 1, 64)))
    except ValueError as error:
        return f"TensorFlow {tf.__version__} with Keras {tf.keras.__version__}", f"ValueError: {error}"


def empty_pool():
    nn.MaxPool2d(2)(x(1, 512, 4, 1))


def shortcut_without_projection():
    out, residual = x(1, 512, 64, 48), x(1, 256, 64, 48)
    out += residual


def shortcut_at_odd_size():
    image = x(1, 16, 15, 15)
    nn.Conv2d(16, 32, 3, stride=2, padding=1)(image) + nn.Conv2d(16, 32, 1)(F.avg_pool2d(image, 2))


def pyramid_of_85_and_86():
    lateral4, lateral5 = x(1, 256, 64, 85), x(1, 256, 32, 43)
    lateral4 += F.interpolate(lateral5, scale_factor=2, mode="nearest")


def transposed_convolution_off_by_one():
    enlarge = nn.ConvTranspose3d(64, 32, (1, 3, 3), stride=(1, 2, 2), padding=(0, 1, 1))
    return accepted(enlarge(x(1, 64, 32, 16, 16)))


def output_padding():
    nn.ConvTranspose1d(3, 4, 3, output_padding=1)(x(2, 3, 3))


def pool_padding():
    nn.MaxPool2d(2, padding=2)(x(1, 16, 35, 35))


def same_in_capitals():
    nn.Conv2d(1, 64, 3, stride=2, padding="SAME")


def pixel_shuffle_channels():
    nn.PixelShuffle(4)(x(1, 63, 64, 64))


def group_norm_channels():
    nn.GroupNorm(32, 16)


def batch_norm_channels():
    nn.BatchNorm2d(128)(x(1, 256, 14, 14))


def layer_norm_over_channels():
    nn.LayerNorm(2304)(x(8, 2304, 8, 8))


def heads_that_do_not_divide():
    nn.MultiheadAttention(1024, 12)


def reflection_beyond_input():
    nn.ReflectionPad2d(46)(x(1, 3, 128, 36))


def split_sizes():
    torch.split(x(1, 128, 96, 96), [42, 42, 42], dim=1)


def bytes_as_input():
    nn.Conv2d(3, 64, 7, padding=3)(x(4, 3, 128, 128, dtype=torch.uint8))


class Classifier(nn.Module):
    def __init__(self, classes):
        super().__init__()
        self.conv1 = nn.Conv2d(3, 4, 3, padding=1)
        self.fc = nn.Linear(4, classes)


def checkpoint(name, prefix=""):
    state = {prefix + key: torch.zeros_like(value) for key, value in Classifier(1000).state_dict().items()}
    save_file(state, FOLDER / name)
    return state


def classes_of_a_checkpoint():
    Classifier(3).load_state_dict(checkpoint("30-imagenet.safetensors"))


def checkpoint_with_module_prefix():
    Classifier(1000).load_state_dict(checkpoint("31-data-parallel.safetensors", prefix="module."))


def detection_head_filters():
    return (
        "Darknet, as reported",
        "Error: l.outputs == params.inputs\n"
        "filters= in the [convolutional]-layer doesn't correspond to classes= or mask= in [yolo]-layer")


def batch_norm_of_one_value():
    nn.Sequential(nn.AdaptiveAvgPool2d(1), nn.Conv2d(2048, 256, 1), nn.BatchNorm2d(256))(x(1, 2048, 33, 33))


def pool_that_drops_the_last_row():
    layers = nn.Sequential(nn.Conv2d(1, 8, 5), nn.MaxPool2d(4), nn.ReLU(), nn.Conv2d(8, 8, 5), nn.MaxPool2d(2))
    return accepted(layers(x(1, 1, 128, 128)))


def target_that_broadcasts():
    nn.MSELoss()(nn.Linear(768, 1)(x(32, 768)), x(32))


def pool_and_convolution_round_differently():
    image = x(1, 192, 28, 28)
    pool = nn.MaxPool2d(3, stride=2, padding=1, ceil_mode=True)(image)
    torch.cat([pool, nn.Conv2d(192, 320, 3, stride=2, padding=1)(image)], dim=1)


def two_strides():
    image = x(1, 32, 40, 40)
    nn.Conv2d(32, 32, 3, stride=2, padding=1)(image) + image


def deleted_layer():
    return "YOLOv5, as reported", "IndexError: list index out of range"


def softmax_before_cross_entropy():
    nn.CrossEntropyLoss()(F.softmax(x(4, 6), dim=1), x(4, dtype=torch.int64))
    return TORCH, "No message."


def accepted(output):
    return TORCH, f"No message: the output is {list(output.shape)}."


def message(function):
    """The name of the framework and what it says."""
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        try:
            result = function()
        except Exception as error:
            return TORCH, f"{type(error).__name__}: {error}"
    if result:
        return result
    assert caught, f"{function.__name__}: nothing to record"
    return TORCH, f"{caught[-1].category.__name__}: {caught[-1].message}"


def main():
    for path in sorted(FOLDER.glob("[0-9][0-9]-*.yaml")):
        function = globals()[path.stem[3:].replace("-", "_")]
        framework, text = message(function)
        if text.startswith("ModuleNotFoundError"):
            print(f"{path.stem}: {text}")
            continue
        (FOLDER / "framework" / f"{path.stem}.txt").write_text(f"{framework}\n{text}\n")


if __name__ == "__main__":
    main()

import Testing

/// A mistake that many people have made, as someone reported it in public.
struct ClassicalError: Sendable, CustomTestStringConvertible {
  /// The name of its files in `Tests/Fixtures/classical`: the network with what `check` says of it, the network mended,
  /// and what the framework says.
  let name: String
  let title: String
  /// One sentence on what happened.
  let story: String
  /// `owner/repository#number` of the report.
  let report: String
  /// The finding that `check` has for it.
  let code: String
  /// What the command says behind the file, and behind the mended one.
  var arguments: [String] = []
  var mendedArguments: [String] = []

  var testDescription: String { name }

  /// The address of the report; GitHub leads on from an issue to the pull request of this number.
  var address: String {
    let parts = report.split(separator: "#")
    return "https://github.com/\(parts[0])/issues/\(parts[1])"
  }

  static let all: [ClassicalError] = [
    ClassicalError(
      name: "01-no-flatten", title: "Linear behind a feature map",
      story: "The classifier of a VGG follows the feature map with no flatten between.",
      report: "udacity/deep-learning-v2-pytorch#396", code: "E0320"),
    ClassicalError(
      name: "02-linear-for-another-size", title: "Linear made for another image size",
      story: "Images of 512 pixels go into a network whose last layer was made for 224.",
      report: "a312863063/SimSwapHD#21", code: "E0320"),
    ClassicalError(
      name: "03-view-of-another-size", title: "A view made for another image size",
      story: "The network of the CIFAR tutorial, whose `view(-1, 16*5*5)` belongs to 32 pixels, gets images of 21.",
      report: "pytorch/pytorch#38469", code: "E0314"),
    ClassicalError(
      name: "04-unet-at-45-pixels", title: "U-Net at 45 pixels",
      story: "A U-Net gets an image of an odd size: what is halved and doubled again has lost a row.",
      report: "fastai/fastai2#6", code: "E0312"),
    ClassicalError(
      name: "05-concat-of-45-and-46", title: "Concatenation of 45 and 46",
      story:
        "A detector gets 720 rows, which cannot be halved five times: its pyramid meets itself with 46 and 45 rows.",
      report: "Megvii-BaseDetection/YOLOX#851", code: "E0312"),
    ClassicalError(
      name: "06-image-with-channels-last", title: "An image with its channels last",
      story: "Images come as height, width and channels, as files hold them.",
      report: "LeeJunHyun/Image_Segmentation#29", code: "E0320"),
    ClassicalError(
      name: "07-grey-image", title: "A grey image for a network of three channels",
      story: "Images of one's own turn out to have one channel where the network reads three.",
      report: "LambdaLabsML/examples#39", code: "E0320"),
    ClassicalError(
      name: "08-missing-channel-axis", title: "Grey images without an axis for their channel",
      story: "A batch of 15 grey images has three axes; PyTorch takes it for one image of 15 channels.",
      report: "milesial/Pytorch-UNet#71", code: "E0304"),
    ClassicalError(
      name: "09-sequence-with-channels-last", title: "A sequence with its features last",
      story: "A transposition puts the 40 features of a sequence behind its 81 steps.",
      report: "kyegomez/zeta#406", code: "E0320"),
    ClassicalError(
      name: "10-indivisible-groups", title: "Groups that do not divide the channels",
      story: "A ShuffleNet is built with 8 groups, which do not divide the channels of one of its units.",
      report: "jaxony/ShuffleNet#5", code: "E0430"),
    ClassicalError(
      name: "11-depthwise-multiplier", title: "Depthwise convolution with a multiplier",
      story: "A depthwise convolution that makes more channels takes its groups from the output's channels.",
      report: "huggingface/pytorch-image-models#354", code: "E0430"),
    ClassicalError(
      name: "12-kernel-larger-than-input", title: "Kernel larger than its input",
      story: "A discriminator for large images gets one of 49 by 74 pixels.",
      report: "XPixelGroup/BasicSR#249", code: "E0303"),
    ClassicalError(
      name: "13-negative-dimension", title: "Negative output size",
      story: "Four times a convolution and a pool are more than an image of 28 pixels has room for.",
      report: "keras-team/keras#12951", code: "E0303"),
    ClassicalError(
      name: "14-empty-pool", title: "Output size is too small",
      story: "Images of different sizes go into a U-Net, and one of them is too narrow for the last pool.",
      report: "milesial/Pytorch-UNet#134", code: "E0303"),
    ClassicalError(
      name: "15-shortcut-without-projection", title: "Residual block without a projection",
      story: "The body of a bottleneck doubles the channels, and nothing does on the shortcut.",
      report: "GengDavid/pytorch-cpn#45", code: "E0312"),
    ClassicalError(
      name: "16-shortcut-at-odd-size", title: "Shortcut that rounds otherwise",
      story: "At 240 pixels a ResNet-D shrinks 15 rows to 8 in the body and to 7 on the shortcut.",
      report: "FrancescoSaverioZuppichini/glasses#236", code: "E0312"),
    ClassicalError(
      name: "17-pyramid-of-85-and-86", title: "Feature pyramid of 85 and 86",
      story: "A pyramid doubles 43 columns and adds them to the 85 that they came from.",
      report: "open-mmlab/mmdetection#2157", code: "E0312"),
    ClassicalError(
      name: "18-transposed-convolution-off-by-one", title: "Transposed convolution off by one",
      story: "A transposed convolution with stride 2 makes 31 rows of 16 where 32 are expected.",
      report: "pytorch/pytorch#70518", code: "E0603"),
    ClassicalError(
      name: "19-output-padding", title: "Output padding without a stride",
      story: "`output_padding: 1` is written where the stride is 1.",
      report: "pytorch/pytorch#56328", code: "E0431"),
    ClassicalError(
      name: "20-pool-padding", title: "Padding of a pool wider than half its window",
      story: "A pool is padded as a convolution would be.",
      report: "pytorch/pytorch#103423", code: "E0421"),
    ClassicalError(
      name: "21-same-in-capitals", title: "Padding SAME as TensorFlow writes it",
      story:
        "The padding is written as in TensorFlow; PyTorch refuses it, and with a stride of 2 it refuses `same` too.",
      report: "alvinliu0/HA2G#16", code: "E0403"),
    ClassicalError(
      name: "22-pixel-shuffle-channels", title: "Channels for a pixel shuffle",
      story: "The layer before an enlargement by 4 has 63 channels.",
      report: "Snowfallingplum/SHMT#1", code: "E0356"),
    ClassicalError(
      name: "23-group-norm-channels", title: "More groups than channels",
      story: "A diffusion network made for 32 channels and more is built with 16.",
      report: "atong01/conditional-flow-matching#161", code: "E0430"),
    ClassicalError(
      name: "24-batch-norm-channels", title: "Batch norm of another width",
      story: "A batch norm is made for 128 channels and gets 256.",
      report: "pytorch/pytorch#9076", code: "E0320"),
    ClassicalError(
      name: "25-layer-norm-over-channels", title: "Layer norm over the channels of a map",
      story: "A layer norm of 2304 channels gets a map that has them first.",
      report: "svip-lab/AS-MLP#6", code: "E0320"),
    ClassicalError(
      name: "26-heads-that-do-not-divide", title: "Heads that do not divide the features",
      story: "A transformer with 12 heads is widened to 1024 features.",
      report: "open-mmlab/mmaction2#1271", code: "E0360"),
    ClassicalError(
      name: "27-reflection-beyond-input", title: "Reflection wider than the image",
      story: "A narrow image is padded by reflection with more columns than it has.",
      report: "pytorch/pytorch#18413", code: "E0321"),
    ClassicalError(
      name: "28-split-sizes", title: "Parts that do not make the whole",
      story: "128 channels are split into three times a third, rounded down.",
      report: "xindongzhang/ELAN#8", code: "E0353"),
    ClassicalError(
      name: "29-bytes-as-input", title: "Bytes for a convolution",
      story: "An image is given as the bytes of its file.",
      report: "pytorch/pytorch#64145", code: "E0310"),
    ClassicalError(
      name: "30-classes-of-a-checkpoint", title: "Checkpoint of another number of classes",
      story: "Weights of 1000 classes are loaded into a network of 3.",
      report: "Helias/Car-Model-Recognition#2", code: "E0512",
      arguments: ["--weights", "30-imagenet.safetensors"], mendedArguments: ["--weights", "30-imagenet.safetensors"]),
    ClassicalError(
      name: "31-checkpoint-with-module-prefix", title: "Checkpoint of DataParallel",
      story: "Weights were saved from the wrapper that trains on several devices.",
      report: "abeardear/pytorch-YOLO-v1#4", code: "E0515",
      arguments: ["--weights", "31-data-parallel.safetensors"],
      mendedArguments: ["--weights", "30-imagenet.safetensors"]),
    ClassicalError(
      name: "32-detection-head-filters", title: "Filters of a detection head",
      story: "The filters of a head are computed by hand, for another number of anchors.",
      report: "AlexeyAB/darknet#1478", code: "E0603"),
    ClassicalError(
      name: "33-batch-norm-of-one-value", title: "Batch norm of a single value",
      story: "Behind a global pool a batch of one leaves a batch norm one value for each channel.",
      report: "nv-tlabs/GSCNN#40", code: "W0931"),
    ClassicalError(
      name: "34-pool-that-drops-the-last-row", title: "Pool that drops the last row",
      story: "A pool of 2 gets 27 rows, and drops the last without a word.",
      report: "moberweger/deep-prior#4", code: "E0301"),
    ClassicalError(
      name: "35-target-that-broadcasts", title: "Target that broadcasts",
      story: "A loss gets predictions `[32, 1]` and targets `[32]`, and compares each with each.",
      report: "deepset-ai/FARM#229", code: "E0312"),
    ClassicalError(
      name: "36-pool-and-convolution-round-differently", title: "Pool that rounds up beside a convolution",
      story: "A pool rounds up as in Caffe, a convolution beside it rounds down, and both are concatenated.",
      report: "BVLC/caffe#3656", code: "E0312"),
    ClassicalError(
      name: "37-deleted-layer", title: "Deleted layer that another still reads",
      story: "A layer is deleted from a configuration, and another still reads it.",
      report: "ultralytics/yolov5#7152", code: "E0202"),
    ClassicalError(
      name: "38-softmax-before-cross-entropy", title: "Softmax before cross entropy",
      story: "The scores go through a softmax before a loss that has one of its own.",
      report: "jindongwang/Deep-learning-activity-recognition#10", code: "W0932"),
    ClassicalError(
      name: "39-two-strides", title: "One stride changed, not the other",
      story: "The stride of one operation of a cell is changed, and those that it is added to keep theirs.",
      report: "quark0/darts#51", code: "E0312"),
  ]
}

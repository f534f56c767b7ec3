// swift-format-ignore-file

/// The networks of models/ with their blocks and weights, made by GeneratedTests.
let zooFiles: [ZooFile] = [
  ZooFile(path: "attention/blocks/resnet.yaml", content: .text(#"""
    doc: |
      The residual blocks of timm's ResNets with channels weighed by attention at their end: `se` by their means, `cbam` by
      their means and maxima, and then pixels likewise.

    blocks:
      squeeze_excitation:
        doc: A factor for every channel, computed from the means of all.
        params: {width: $in_channels, reduced: "$(make_divisible(in_channels / 16, 8))"}
        layers:
          - global_avg_pool
          - conv2d: {name: fc1, out_channels: $reduced, kernel_size: 1, bias: true}
          - relu
          - conv2d: {name: fc2, out_channels: $width, kernel_size: 1, bias: true}
          - sigmoid: {name: gate}
          - mul: {from: [in, gate]}

      channel_attention:
        doc: A factor for every channel; means and maxima go through the same weights, side by side as a map of 2x1.
        params: {width: $in_channels}
        layers:
          - global_avg_pool: {name: means}
          - global_max_pool: {name: maxima, from: in}
          - concat: {from: [means, maxima], axis: 2}
          - conv2d: {name: fc1, out_channels: $(width // 16), kernel_size: 1}
          - relu
          - conv2d: {name: fc2, out_channels: $width, kernel_size: 1}
          - sum: {dim: 2, keepdim: true}
          - sigmoid: {name: gate}
          - mul: {from: [in, gate]}

      spatial_attention:
        doc: A factor for every pixel, computed from the mean and the maximum of its channels and those around it.
        layers:
          - mean: {name: means, dim: 1, keepdim: true}
          - max: {name: maxima, from: in, dim: 1, keepdim: true}
          - concat: {from: [means, maxima]}
          - name: conv
            sequential:
              - conv2d: {name: conv, out_channels: 1, kernel_size: 7, padding: 3}
              - batch_norm: {name: bn}
          - sigmoid: {name: gate}
          - mul: {from: [in, gate]}

      basic_block:
        params: {width: required, stride: 1, attention: se}
        layers:
          - residual:
              body:
                - conv2d: {name: conv1, out_channels: $width, kernel_size: 3, stride: $stride, padding: 1}
                - batch_norm: {name: bn1}
                - relu
                - conv2d: {name: conv2, out_channels: $width, kernel_size: 3, padding: 1}
                - batch_norm: {name: bn2}
                - squeeze_excitation: {name: se, when: $(attention == 'se')}
                - name: se
                  when: $(attention == 'cbam')
                  sequential:
                    - channel_attention: {name: channel}
                    - spatial_attention: {name: spatial}
              shortcut:
                - name: downsample
                  when: $(stride != 1 or in_channels != width)
                  sequential:
                    - conv2d: {out_channels: $width, kernel_size: 1, stride: $stride}
                    - batch_norm
          - relu

      bottleneck:
        params: {width: required, stride: 1}
        layers:
          - residual:
              body:
                - conv2d: {name: conv1, out_channels: $width, kernel_size: 1}
                - batch_norm: {name: bn1}
                - relu
                - conv2d: {name: conv2, out_channels: $width, kernel_size: 3, stride: $stride, padding: 1}
                - batch_norm: {name: bn2}
                - relu
                - conv2d: {name: conv3, out_channels: $(4 * width), kernel_size: 1}
                - batch_norm: {name: bn3}
                - squeeze_excitation: {name: se}
              shortcut:
                - name: downsample
                  when: $(stride != 1 or in_channels != 4 * width)
                  sequential:
                    - conv2d: {out_channels: $(4 * width), kernel_size: 1, stride: $stride}
                    - batch_norm
          - relu

    """#)),
  ZooFile(path: "attention/cbam_resnet18.yaml", content: .text(#"""
    cnnc: 1
    model: cbam_resnet18
    doc: |
      ResNet-18 with convolutional block attention: its blocks weigh their channels and then their pixels.
      S. Woo, J. Park, J.-Y. Lee, I. S. Kweon, "CBAM: convolutional block attention module", 2018,
      https://arxiv.org/abs/1807.06521. Has the names of timm's resnet18 with cbam as its attention.

    params: {num_classes: 1000, size: 224}
    input: [N, 3, $size, $size]
    defaults: {rounding: floor, conv2d: {bias: false}}
    include: [blocks/resnet.yaml]

    layers:
      - conv2d: {name: conv1, out_channels: 64, kernel_size: 7, stride: 2, padding: 3}
      - batch_norm: {name: bn1}
      - relu
      - max_pool2d: {name: maxpool, kernel_size: 3, stride: 2, padding: 1}
      - each: {s: [1, 2, 2, 2], w: [64, 128, 256, 512]}
        name: layer$(i + 1)
        sequential:
          - basic_block: {width: $w, stride: $s, attention: cbam}
          - basic_block: {width: $w, attention: cbam}
      - global_avg_pool
      - flatten
      - linear: {name: fc, out_features: $num_classes}

    train: {loss: cross_entropy}

    expect:
      output: [N, $num_classes]
      params: 11777352
      macs: 1815063764

    """#)),
  ZooFile(path: "attention/coatnet_small.yaml", content: .text(#"""
    cnnc: 1
    model: coatnet_small
    doc: |
      A small CoAtNet: convolutions while the map is large, attention between all its positions once it is small.
      Z. Dai, H. Liu, Q. V. Le, M. Tan, "CoAtNet: marrying convolution and attention for all data sizes", 2021,
      https://arxiv.org/abs/2106.04803. Its attention knows no relative positions. The size must be a multiple of 32.

    params: {num_classes: 1000, width: 32, head_width: 32, size: 224}
    input: [N, 3, $size, $size]
    defaults: {rounding: floor, conv2d: {bias: false}}

    blocks:
      squeeze_excitation:
        params: {width: $in_channels, reduced: required}
        layers:
          - global_avg_pool
          - conv2d: {name: fc1, out_channels: $reduced, kernel_size: 1, bias: true}
          - silu
          - conv2d: {name: fc2, out_channels: $width, kernel_size: 1, bias: true}
          - sigmoid: {name: gate}
          - mul: {from: [in, gate]}

      mobile_block:
        doc: A wide depthwise convolution between two pointwise ones; the first of a stage halves the size.
        params: {width: required, stride: 1, wide: $(4 * in_channels), reduced: $in_channels}
        layers:
          - residual:
              body:
                - batch_norm: {name: norm}
                - conv2d: {name: conv1, out_channels: $wide, kernel_size: 1}
                - batch_norm: {name: norm1}
                - gelu
                - depthwise_conv2d: {name: conv2, kernel_size: 3, stride: $stride, padding: 1, bias: false}
                - batch_norm: {name: norm2}
                - gelu
                - squeeze_excitation: {name: se, reduced: $reduced}
                - conv2d: {name: conv3, out_channels: $width, kernel_size: 1, bias: true}
              shortcut:
                - max_pool2d: {when: $(stride != 1), kernel_size: 2}
                - conv2d: {name: shortcut, when: $(in_channels != width), out_channels: $width, kernel_size: 1, bias: true}

      transformer_block:
        doc: Attention between the rows of [N, positions, channels], then two linear layers for each of them.
        params: {width: required, heads: required}
        layers:
          - residual:
              - layer_norm: {name: norm1}
              - multihead_attention: {name: attention, num_heads: $heads}
          - residual:
              - layer_norm: {name: norm2}
              - linear: {name: fc1, out_features: $(4 * width)}
              - gelu
              - linear: {name: fc2, out_features: $width}

      attention_stage:
        doc: Halves the size and takes the map as a sequence of its positions.
        params: {width: required, depth: required, head_width: required, rows: $(in_height // 2), columns: $(in_width // 2)}
        layers:
          - max_pool2d: 2
          - conv2d: {name: widen, out_channels: $width, kernel_size: 1, bias: true}
          - flatten: {start_dim: 2}
          - transpose: {dim0: 1, dim1: 2}
          - transformer_block: {name: block$(i + 1), repeat: $depth, width: $width, heads: $(width // head_width)}
          - transpose: {dim0: 1, dim1: 2}
          - reshape: [-1, $width, $rows, $columns]

    layers:
      - name: stem
        sequential:
          - conv2d: {out_channels: $width, kernel_size: 3, stride: 2, padding: 1}
          - batch_norm
          - gelu
          - conv2d: {out_channels: $width, kernel_size: 3, padding: 1}
      - name: stage1
        sequential:
          - mobile_block: {width: $(2 * width), stride: 2}
          - mobile_block: {width: $(2 * width)}
      - name: stage2
        sequential:
          - mobile_block: {width: $(4 * width), stride: 2}
          - mobile_block: {width: $(4 * width)}
      - attention_stage: {name: stage3, width: $(8 * width), depth: 2, head_width: $head_width}
      - attention_stage: {name: stage4, width: $(16 * width), depth: 2, head_width: $head_width}
      - global_avg_pool
      - flatten
      - layer_norm: {name: norm}
      - linear: {name: fc, out_features: $num_classes}

    lint: {linear_on_feature_map: off}
    train: {loss: cross_entropy}

    expect:
      output: [N, $num_classes]
      params: 9030952
      macs: 1189586944

    """#)),
  ZooFile(path: "attention/convmixer_768_32.yaml", content: .text(#"""
    cnnc: 1
    model: convmixer_768_32
    doc: |
      ConvMixer-768/32: patches, which depthwise convolutions mix in space and pointwise ones in channels.
      A. Trockman, J. Z. Kolter, "Patches are all you need?", 2022, https://arxiv.org/abs/2201.09792.
      Loads timm's convmixer_768_32 weights unchanged.

    params: {num_classes: 1000, width: 768, depth: 32, kernel_size: 7, patch_size: 7, size: 224}
    input: [N, 3, $size, $size]

    layers:
      - name: stem
        sequential:
          - conv2d: {out_channels: $width, kernel_size: $patch_size, stride: $patch_size}
          - relu
          - batch_norm
      - name: blocks
        sequential:
          - repeat: $depth
            sequential:
              - sequential:
                  - residual:
                      - name: fn
                        sequential:
                          - depthwise_conv2d: {kernel_size: $kernel_size, padding: same}
                          - relu
                          - batch_norm
              - conv2d: {out_channels: $width, kernel_size: 1}
              - relu
              - batch_norm
      - global_avg_pool
      - flatten
      - linear: {name: head, out_features: $num_classes}

    train: {loss: cross_entropy}

    expect:
      output: [N, $num_classes]
      params: 21110248
      macs: 20676851712

    """#)),
  ZooFile(path: "attention/seresnet18.yaml", content: .text(#"""
    cnnc: 1
    model: seresnet18
    doc: |
      SE-ResNet-18, whose residual blocks weigh their channels before they add them to what came in.
      J. Hu, L. Shen, S. Albanie, G. Sun, E. Wu, "Squeeze-and-excitation networks", 2017, https://arxiv.org/abs/1709.01507.
      Loads timm's seresnet18 weights unchanged.

    params: {num_classes: 1000, size: 224}
    input: [N, 3, $size, $size]
    defaults: {rounding: floor, conv2d: {bias: false}}
    include: [blocks/resnet.yaml]

    layers:
      - conv2d: {name: conv1, out_channels: 64, kernel_size: 7, stride: 2, padding: 3}
      - batch_norm: {name: bn1}
      - relu
      - max_pool2d: {name: maxpool, kernel_size: 3, stride: 2, padding: 1}
      - each: {s: [1, 2, 2, 2], w: [64, 128, 256, 512]}
        name: layer$(i + 1)
        sequential:
          - basic_block: {width: $w, stride: $s}
          - basic_block: {width: $w}
      - global_avg_pool
      - flatten
      - linear: {name: fc, out_features: $num_classes}

    train: {loss: cross_entropy}

    expect:
      output: [N, $num_classes]
      params: 11779624
      macs: 1814161408

    """#)),
  ZooFile(path: "attention/seresnet50.yaml", content: .text(#"""
    cnnc: 1
    model: seresnet50
    doc: |
      SE-ResNet-50, whose residual blocks weigh their channels before they add them to what came in.
      J. Hu, L. Shen, S. Albanie, G. Sun, E. Wu, "Squeeze-and-excitation networks", 2017, https://arxiv.org/abs/1709.01507.
      Loads timm's seresnet50 weights unchanged.

    params: {num_classes: 1000, size: 224}
    input: [N, 3, $size, $size]
    defaults: {rounding: floor, conv2d: {bias: false}}
    include: [blocks/resnet.yaml]

    layers:
      - conv2d: {name: conv1, out_channels: 64, kernel_size: 7, stride: 2, padding: 3}
      - batch_norm: {name: bn1}
      - relu
      - max_pool2d: {name: maxpool, kernel_size: 3, stride: 2, padding: 1}
      - each: {s: [1, 2, 2, 2], w: [64, 128, 256, 512], n: [3, 4, 6, 3]}
        name: layer$(i + 1)
        sequential:
          - bottleneck: {width: $w, stride: $s}
          - bottleneck: {repeat: $(n - 1), width: $w}
      - global_avg_pool
      - flatten
      - linear: {name: fc, out_features: $num_classes}

    train: {loss: cross_entropy}

    expect:
      output: [N, $num_classes]
      params: 28088024
      macs: 4091699200

    """#)),
  ZooFile(path: "basics/digits.yaml", content: .text(#"""
    cnnc: 1
    model: digits
    doc: |
      Reads a handwritten digit of 8x8 pixels; its weights are in `digits.safetensors`.
      Trained by `digits/train.py` on three quarters of scikit-learn's digits (E. Alpaydin, C. Kaynak, "Optical recognition
      of handwritten digits", 1998). Of the 450 images held out, 445 are classified right: 98.89 %.
      Pixels are numbers from 0 (paper) to 1 (ink); `digits/digit-0.bin` to `digit-9.bin` are held-out images.

    input:
      shape: [N, 1, 8, 8]
      labels: ["0", "1", "2", "3", "4", "5", "6", "7", "8", "9"]
    weights: digits.safetensors
    defaults: {conv2d: {kernel_size: 3, padding: 1, bias: false}}

    layers:
      - conv2d: {name: conv1, out_channels: 16}
      - batch_norm: {name: bn1}
      - relu
      - conv2d: {name: conv2, out_channels: 16}
      - batch_norm: {name: bn2}
      - relu
      - max_pool2d: 2
      - conv2d: {name: conv3, out_channels: 32}
      - batch_norm: {name: bn3}
      - relu
      - max_pool2d: 2
      - flatten
      - linear: {name: fc, out_features: 10}

    train: {loss: cross_entropy}

    expect:
      output: [N, 10]
      params: 8474
      macs: 231680

    """#)),
  ZooFile(path: "basics/lenet5.yaml", content: .text(#"""
    cnnc: 1
    model: lenet5
    doc: |
      LeNet-5 for handwritten digits of 28x28 pixels.
      Y. LeCun, L. Bottou, Y. Bengio, P. Haffner, "Gradient-based learning applied to document recognition", 1998.
      As usual today the pools have no weights and the last layer is a linear one.

    input: [N, 1, 28, 28]

    layers:
      - conv2d: {name: conv1, out_channels: 6, kernel_size: 5, padding: 2}
      - tanh
      - avg_pool2d: 2
      - conv2d: {name: conv2, out_channels: 16, kernel_size: 5}
      - tanh
      - avg_pool2d: 2
      - flatten
      - linear: {name: fc1, out_features: 120}
      - tanh
      - linear: {name: fc2, out_features: 84}
      - tanh
      - linear: {name: fc3, out_features: 10}

    train: {loss: cross_entropy}

    expect:
      output: [N, 10]
      params: 61706
      macs: 416520

    """#)),
  ZooFile(path: "basics/linear_regression.yaml", content: .text(#"""
    cnnc: 1
    model: linear_regression
    doc: |
      One weighted sum of the features and a bias, fitted by the mean of the squared errors.
      A.-M. Legendre, "Nouvelles méthodes pour la détermination des orbites des comètes", 1805.

    params: {features: 13}
    input: [N, $features]

    layers:
      - linear: {name: fit, out_features: 1}

    train: {loss: mse}

    expect:
      output: [N, 1]
      params: 14
      macs: 13

    """#)),
  ZooFile(path: "basics/two_convolutions.yaml", content: .text(#"""
    cnnc: 1
    model: two_convolutions
    doc: |
      Two convolutions with a ReLU between them, small enough to compute every value and every gradient by hand.
      D. E. Rumelhart, G. E. Hinton, R. J. Williams, "Learning representations by back-propagating errors", 1986.

    input: [N, 1, 4, 4]

    layers:
      - conv2d: {name: first, out_channels: 2, kernel_size: 2}
      - relu
      - conv2d: {name: second, out_channels: 1, kernel_size: 3}

    expect:
      output: [N, 1, 1, 1]
      params: 29
      macs: 90
      receptive_field: 4

    """#)),
  ZooFile(path: "classification/alexnet.yaml", content: .text(#"""
    cnnc: 1
    model: alexnet
    doc: |
      AlexNet as in A. Krizhevsky, "One weird trick for parallelizing convolutional neural networks", 2014,
      https://arxiv.org/abs/1404.5997. Loads torchvision's alexnet weights unchanged.

    params: {num_classes: 1000, dropout: 0.5, size: 224}
    input: [N, 3, $size, $size]
    defaults: {rounding: floor, max_pool2d: {kernel_size: 3, stride: 2}}

    layers:
      - name: features
        sequential:
          - conv2d: {out_channels: 64, kernel_size: 11, stride: 4, padding: 2}
          - relu
          - max_pool2d
          - conv2d: {out_channels: 192, kernel_size: 5, padding: 2}
          - relu
          - max_pool2d
          - conv2d: {out_channels: 384, kernel_size: 3, padding: 1}
          - relu
          - conv2d: {out_channels: 256, kernel_size: 3, padding: 1}
          - relu
          - conv2d: {out_channels: 256, kernel_size: 3, padding: 1}
          - relu
          - max_pool2d
      - adaptive_avg_pool2d: {name: avgpool, output_size: 6}
      - flatten
      - name: classifier
        sequential:
          - dropout: $dropout
          - linear: 4096
          - relu
          - dropout: $dropout
          - linear: 4096
          - relu
          - linear: $num_classes

    train: {loss: cross_entropy}

    expect:
      output: [N, $num_classes]
      params: 61100840
      macs: 714188480

    """#)),
  ZooFile(path: "classification/blocks/conv_norm.yaml", content: .text(#"""
    doc: A convolution with batch norm and an activation, as torchvision's Conv2dNormActivation, and squeeze-and-excitation.

    blocks:
      conv_norm:
        doc: Padded so that a stride of 1 keeps the size; `activation` is relu, relu6, silu, hardswish or none.
        params: {channels: required, kernel_size: 3, stride: 1, dilation: 1, groups: 1, activation: relu}
        layers:
          - conv2d:
              out_channels: $channels
              kernel_size: $kernel_size
              stride: $stride
              padding: $(dilation * (kernel_size // 2))
              dilation: $dilation
              groups: $groups
              bias: false
          - batch_norm
          - relu: {when: $(activation == 'relu')}
          - relu6: {when: $(activation == 'relu6')}
          - silu: {when: $(activation == 'silu')}
          - hardswish: {when: $(activation == 'hardswish')}

      squeeze_excitation:
        doc: |
          Scales each channel by a number from 0 to 1 that follows from the means of all channels. J. Hu, L. Shen, S. Albanie,
          G. Sun, E. Wu, "Squeeze-and-excitation networks", 2017, https://arxiv.org/abs/1709.01507.
        params: {squeezed: required, channels: $in_channels, activation: relu, gate: sigmoid}
        layers:
          - residual:
              body:
                - adaptive_avg_pool2d: {name: avgpool, output_size: 1}
                - conv2d: {name: fc1, out_channels: $squeezed, kernel_size: 1}
                - relu: {when: $(activation == 'relu')}
                - silu: {when: $(activation == 'silu')}
                - conv2d: {name: fc2, out_channels: $channels, kernel_size: 1}
                - sigmoid: {when: $(gate == 'sigmoid')}
                - hardsigmoid: {when: $(gate == 'hardsigmoid')}
              join: mul

    """#)),
  ZooFile(path: "classification/blocks/efficientnet.yaml", content: .text(#"""
    doc: The blocks of EfficientNet and EfficientNetV2, and stages of them; a stage's first block may have a stride.

    include: [conv_norm.yaml]

    blocks:
      mb_conv:
        doc: |
          A wide depthwise convolution with squeeze-and-excitation between two pointwise ones; added to its input where that
          has the same shape, and left out of training with probability `drop` there.
        params:
          channels: required
          kernel_size: required
          expansion: required
          stride: 1
          drop: 0
          squeezed: $(max(1, in_channels // 4))
          skips: $(stride == 1 and in_channels == channels)
        layers:
          - name: block
            sequential:
              - conv_norm:
                  when: $(expansion != 1)
                  channels: $(expansion * in_channels)
                  kernel_size: 1
                  activation: silu
              - conv_norm:
                  channels: $in_channels
                  kernel_size: $kernel_size
                  stride: $stride
                  groups: $in_channels
                  activation: silu
              - squeeze_excitation: {squeezed: $squeezed, activation: silu}
              - conv_norm: {channels: $channels, kernel_size: 1, activation: none}
          - stochastic_depth: {name: stochastic_depth, when: $skips, p: $drop}
          - add: {from: [in, stochastic_depth], when: $skips}

      fused_mb_conv:
        doc: As mb_conv with one convolution in place of the first three steps; without expansion it is the only one.
        params:
          channels: required
          kernel_size: required
          expansion: required
          stride: 1
          drop: 0
          skips: $(stride == 1 and in_channels == channels)
        layers:
          - name: block
            sequential:
              - conv_norm:
                  channels: $(channels if expansion == 1 else expansion * in_channels)
                  kernel_size: $kernel_size
                  stride: $stride
                  activation: silu
              - conv_norm: {when: $(expansion != 1), channels: $channels, kernel_size: 1, activation: none}
          - stochastic_depth: {name: stochastic_depth, when: $skips, p: $drop}
          - add: {from: [in, stochastic_depth], when: $skips}

      mb_stage:
        doc: |
          `before` of the network's `total` blocks come before this stage; `drop` grows with the place of a block among them.
        params:
          depth: required
          channels: required
          expansion: required
          kernel_size: 3
          stride: 1
          fused: false
          drop: required
          before: required
          total: required
        layers:
          - fused_mb_conv:
              when: $fused
              repeat: $depth
              channels: $channels
              kernel_size: $kernel_size
              expansion: $expansion
              stride: $(stride if i == 0 else 1)
              drop: $(drop * (before + i) / total)
          - mb_conv:
              when: $(not fused)
              repeat: $depth
              channels: $channels
              kernel_size: $kernel_size
              expansion: $expansion
              stride: $(stride if i == 0 else 1)
              drop: $(drop * (before + i) / total)

    """#)),
  ZooFile(path: "classification/blocks/inception.yaml", content: .text(#"""
    doc: The convolution of GoogLeNet and Inception-v3.

    blocks:
      conv_bn:
        params: {channels: required, kernel_size: 1, stride: 1, padding: 0}
        layers:
          - conv2d:
              name: conv
              out_channels: $channels
              kernel_size: $kernel_size
              stride: $stride
              padding: $padding
              bias: false
          - batch_norm: {name: bn, eps: 0.001}
          - relu

    """#)),
  ZooFile(path: "classification/blocks/mobilenet_v3.yaml", content: .text(#"""
    doc: The inverted residual block of MobileNetV3, and the last layers.

    include: [conv_norm.yaml]

    blocks:
      inverted_residual:
        doc: |
          A depthwise convolution, wide and with squeeze-and-excitation where `se` says so, between two pointwise ones; added
          to its input where that has the same shape. `activation` is relu or hardswish.
        params:
          kernel_size: required
          expanded: required
          channels: required
          se: required
          activation: required
          stride: 1
          dilation: 1
        layers:
          - name: block
            sequential:
              - conv_norm:
                  when: $(expanded != in_channels)
                  channels: $expanded
                  kernel_size: 1
                  activation: $activation
              - conv_norm:
                  channels: $expanded
                  kernel_size: $kernel_size
                  stride: $stride
                  dilation: $dilation
                  groups: $expanded
                  activation: $activation
              - squeeze_excitation:
                  when: $se
                  squeezed: $(make_divisible(expanded // 4, 8))
                  gate: hardsigmoid
              - conv_norm: {channels: $channels, kernel_size: 1, activation: none}
          - add: {from: [in, block], when: $(stride == 1 and in_channels == channels)}

      mobilenet_v3_classifier:
        params: {channels: required, num_classes: required, dropout: 0.2}
        layers:
          - linear: $channels
          - hardswish
          - dropout: $dropout
          - linear: $num_classes

    """#)),
  ZooFile(path: "classification/blocks/resnet.yaml", content: .text(#"""
    doc: The residual blocks of torchvision's ResNet, and stages of them; a stage's first block may have a stride.

    blocks:
      downsample:
        params: {channels: required, stride: required}
        layers:
          - conv2d: {out_channels: $channels, kernel_size: 1, stride: $stride, bias: false}
          - batch_norm

      basic_block:
        params: {width: required, stride: 1}
        layers:
          - residual:
              body:
                - conv2d: {name: conv1, out_channels: $width, kernel_size: 3, stride: $stride, padding: 1, bias: false}
                - batch_norm: {name: bn1}
                - relu
                - conv2d: {name: conv2, out_channels: $width, kernel_size: 3, padding: 1, bias: false}
                - batch_norm: {name: bn2}
              shortcut:
                - downsample:
                    name: downsample
                    when: $(stride != 1 or in_channels != width)
                    channels: $width
                    stride: $stride
          - relu

      bottleneck:
        doc: Pointwise to `inner` channels, 3x3, pointwise to four times `width`; the stride is that of the 3x3.
        params: {width: required, inner: $width, stride: 1, dilation: 1, groups: 1}
        layers:
          - residual:
              body:
                - conv2d: {name: conv1, out_channels: $inner, kernel_size: 1, bias: false}
                - batch_norm: {name: bn1}
                - relu
                - conv2d:
                    name: conv2
                    out_channels: $inner
                    kernel_size: 3
                    stride: $stride
                    padding: $dilation
                    dilation: $dilation
                    groups: $groups
                    bias: false
                - batch_norm: {name: bn2}
                - relu
                - conv2d: {name: conv3, out_channels: $(4 * width), kernel_size: 1, bias: false}
                - batch_norm: {name: bn3}
              shortcut:
                - downsample:
                    name: downsample
                    when: $(stride != 1 or in_channels != 4 * width)
                    channels: $(4 * width)
                    stride: $stride
          - relu

      basic_stage:
        params: {depth: required, width: required, stride: 1}
        layers:
          - basic_block: {repeat: $depth, width: $width, stride: $(stride if i == 0 else 1)}

      bottleneck_stage:
        doc: The first block may have a dilation of its own too, as where a stride was replaced by dilation.
        params: {depth: required, width: required, inner: $width, stride: 1, first_dilation: 1, dilation: 1, groups: 1}
        layers:
          - bottleneck:
              repeat: $depth
              width: $width
              inner: $inner
              stride: $(stride if i == 0 else 1)
              dilation: $(first_dilation if i == 0 else dilation)
              groups: $groups

    """#)),
  ZooFile(path: "classification/blocks/squeezenet.yaml", content: .text(#"""
    doc: The fire module and the last layers of SqueezeNet.

    blocks:
      fire:
        doc: Squeezes to few channels, then expands by 1x1 and 3x3 filters side by side.
        params: {squeeze: required, expand: required}
        layers:
          - conv2d: {name: squeeze, out_channels: $squeeze, kernel_size: 1}
          - relu
          - parallel:
              branches:
                - - conv2d: {name: expand1x1, out_channels: $expand, kernel_size: 1}
                  - relu
                - - conv2d: {name: expand3x3, out_channels: $expand, kernel_size: 3, padding: 1}
                  - relu

      squeezenet_classifier:
        params: {num_classes: required, dropout: 0.5}
        layers:
          - dropout: $dropout
          - conv2d: {out_channels: $num_classes, kernel_size: 1}
          - relu
          - adaptive_avg_pool2d: 1

    """#)),
  ZooFile(path: "classification/blocks/vgg.yaml", content: .text(#"""
    doc: The last layers of the VGG networks.

    blocks:
      vgg_classifier:
        params: {num_classes: required, dropout: 0.5}
        layers:
          - linear: 4096
          - relu
          - dropout: $dropout
          - linear: 4096
          - relu
          - dropout: $dropout
          - linear: $num_classes

    """#)),
  ZooFile(path: "classification/convnext_tiny.yaml", content: .text(#"""
    cnnc: 1
    model: convnext_tiny
    doc: |
      ConvNeXt-T. Z. Liu, H. Mao, C.-Y. Wu, C. Feichtenhofer, T. Darrell, S. Xie, "A ConvNet for the 2020s", 2022,
      https://arxiv.org/abs/2201.03545. Loads torchvision's convnext_tiny weights unchanged.

    params: {num_classes: 1000, stochastic_depth: 0.1, size: 224}
    input: [N, 3, $size, $size]
    defaults: {rounding: floor, layer_norm: {eps: 1e-6}, scale: {init_value: 1e-6}}

    blocks:
      cn_block:
        doc: |
          A depthwise convolution and two linear layers over the channels of each position, scaled and added to the input;
          left out of training with probability `drop`.
        params: {drop: required, channels: $in_channels}
        layers:
          - residual:
              - name: block
                sequential:
                  - conv2d: {out_channels: $channels, kernel_size: 7, padding: 3, groups: $channels}
                  - permute: [0, 2, 3, 1]
                  - layer_norm
                  - linear: {in_features: $channels, out_features: $(4 * channels)}
                  - gelu
                  - linear: {in_features: $(4 * channels), out_features: $channels}
                  - permute: [0, 3, 1, 2]
              - scale: {name: layer_scale, parameter: null, keepdim: true}
              - stochastic_depth: $drop

      stage:
        doc: "`before` of the network's 18 blocks come before this stage."
        params: {depth: required, before: required}
        layers:
          - cn_block: {repeat: $depth, drop: $(stochastic_depth * (before + i) / 17)}

      downsample:
        doc: Halves height and width.
        params: {channels: required}
        layers:
          - layer_norm: {axis: 1}
          - conv2d: {out_channels: $channels, kernel_size: 2, stride: 2}

    layers:
      - name: features
        sequential:
          - sequential:
              - conv2d: {out_channels: 96, kernel_size: 4, stride: 4}
              - layer_norm: {axis: 1}
          - stage: {depth: 3, before: 0}
          - downsample: {channels: 192}
          - stage: {depth: 3, before: 3}
          - downsample: {channels: 384}
          - stage: {depth: 9, before: 6}
          - downsample: {channels: 768}
          - stage: {depth: 3, before: 15}
      - adaptive_avg_pool2d: {name: avgpool, output_size: 1}
      - name: classifier
        sequential:
          - layer_norm: {axis: 1}
          - flatten
          - linear: $num_classes

    train: {loss: cross_entropy}

    expect:
      output: [N, $num_classes]
      params: 28589128
      macs: 4455531264

    """#)),
  ZooFile(path: "classification/densenet121.yaml", content: .text(#"""
    cnnc: 1
    model: densenet121
    doc: |
      DenseNet-121: every layer of a block reads the outputs of all layers before it. G. Huang, Z. Liu, L. van der Maaten,
      K. Q. Weinberger, "Densely connected convolutional networks", 2016, https://arxiv.org/abs/1608.06993. Loads
      torchvision's densenet121 weights unchanged.

    params: {num_classes: 1000, width: 64, growth: 32, size: 224}
    input: [N, 3, $size, $size]
    defaults: {rounding: floor, conv2d: {bias: false}}

    blocks:
      dense_layer:
        doc: Appends `growth` channels to those of its input.
        layers:
          - parallel:
              branches:
                - []
                - - batch_norm: {name: norm1}
                  - relu
                  - conv2d: {name: conv1, out_channels: $(4 * growth), kernel_size: 1}
                  - batch_norm: {name: norm2}
                  - relu
                  - conv2d: {name: conv2, out_channels: $growth, kernel_size: 3, padding: 1}

      dense_block:
        params: {depth: required}
        layers:
          - dense_layer: {repeat: $depth, name: denselayer$(i + 1)}

      transition:
        doc: Halves channels, height and width.
        layers:
          - batch_norm: {name: norm}
          - relu
          - conv2d: {name: conv, out_channels: $(in_channels // 2), kernel_size: 1}
          - avg_pool2d: {name: pool, kernel_size: 2}

    layers:
      - name: features
        sequential:
          - conv2d: {name: conv0, out_channels: $width, kernel_size: 7, stride: 2, padding: 3}
          - batch_norm: {name: norm0}
          - relu
          - max_pool2d: {name: pool0, kernel_size: 3, stride: 2, padding: 1}
          - dense_block: {name: denseblock1, depth: 6}
          - transition: {name: transition1}
          - dense_block: {name: denseblock2, depth: 12}
          - transition: {name: transition2}
          - dense_block: {name: denseblock3, depth: 24}
          - transition: {name: transition3}
          - dense_block: {name: denseblock4, depth: 16}
          - batch_norm: {name: norm5}
      - relu
      - adaptive_avg_pool2d: {name: avgpool, output_size: 1}
      - flatten
      - linear: {name: classifier, out_features: $num_classes}

    train: {loss: cross_entropy}

    expect:
      output: [N, $num_classes]
      params: 7978856
      macs: 2834161664

    """#)),
  ZooFile(path: "classification/efficientnet_b0.yaml", content: .text(#"""
    cnnc: 1
    model: efficientnet_b0
    doc: |
      EfficientNet-B0. M. Tan, Q. V. Le, "EfficientNet: rethinking model scaling for convolutional neural networks", 2019,
      https://arxiv.org/abs/1905.11946. Loads torchvision's efficientnet_b0 weights unchanged.

    params: {num_classes: 1000, dropout: 0.2, stochastic_depth: 0.2, size: 224}
    input: [N, 3, $size, $size]
    defaults: {rounding: floor}
    include: [blocks/efficientnet.yaml]

    layers:
      - name: features
        sequential:
          - conv_norm: {channels: 32, stride: 2, activation: silu}
          - mb_stage:
              each:
                d: [1, 2, 2, 3, 3, 4, 1]
                c: [16, 24, 40, 80, 112, 192, 320]
                e: [1, 6, 6, 6, 6, 6, 6]
                k: [3, 3, 5, 3, 5, 5, 3]
                s: [1, 2, 2, 2, 1, 2, 1]
                before: [0, 1, 3, 5, 8, 11, 15]
              depth: $d
              channels: $c
              expansion: $e
              kernel_size: $k
              stride: $s
              drop: $stochastic_depth
              before: $before
              total: 16
          - conv_norm: {channels: 1280, kernel_size: 1, activation: silu}
      - adaptive_avg_pool2d: {name: avgpool, output_size: 1}
      - flatten
      - name: classifier
        sequential:
          - dropout: $dropout
          - linear: $num_classes

    train: {loss: cross_entropy}

    expect:
      output: [N, $num_classes]
      params: 5288548
      macs: 385814752

    """#)),
  ZooFile(path: "classification/efficientnet_v2_s.yaml", content: .text(#"""
    cnnc: 1
    model: efficientnet_v2_s
    doc: |
      EfficientNetV2-S. M. Tan, Q. V. Le, "EfficientNetV2: smaller models and faster training", 2021,
      https://arxiv.org/abs/2104.00298. Loads torchvision's efficientnet_v2_s weights unchanged.

    params: {num_classes: 1000, dropout: 0.2, stochastic_depth: 0.2, size: 384}
    input: [N, 3, $size, $size]
    defaults: {rounding: floor, batch_norm: {eps: 0.001}}
    include: [blocks/efficientnet.yaml]

    layers:
      - name: features
        sequential:
          - conv_norm: {channels: 24, stride: 2, activation: silu}
          - mb_stage:
              each:
                d: [2, 4, 4, 6, 9, 15]
                c: [24, 48, 64, 128, 160, 256]
                e: [1, 4, 4, 4, 6, 6]
                s: [1, 2, 2, 2, 1, 2]
                before: [0, 2, 6, 10, 16, 25]
              depth: $d
              channels: $c
              expansion: $e
              stride: $s
              fused: $(i < 3)
              drop: $stochastic_depth
              before: $before
              total: 40
          - conv_norm: {channels: 1280, kernel_size: 1, activation: silu}
      - adaptive_avg_pool2d: {name: avgpool, output_size: 1}
      - flatten
      - name: classifier
        sequential:
          - dropout: $dropout
          - linear: $num_classes

    train: {loss: cross_entropy}

    expect:
      output: [N, $num_classes]
      params: 21458488
      macs: 8365617152

    """#)),
  ZooFile(path: "classification/googlenet.yaml", content: .text(#"""
    cnnc: 1
    model: googlenet
    doc: |
      GoogLeNet, which joins filters of four sizes in each block. C. Szegedy, W. Liu, Y. Jia, P. Sermanet, S. Reed, D. Anguelov, D. Erhan,
      V. Vanhoucke, A. Rabinovich, "Going deeper with convolutions", 2014, https://arxiv.org/abs/1409.4842. Loads
      torchvision's googlenet weights unchanged: those with auxiliary classifiers by `--set aux_logits=true`. Like there,
      `branch3` has 3x3 filters instead of 5x5.

    params: {num_classes: 1000, dropout: 0.2, aux_logits: false, size: 224}
    input: [N, 3, $size, $size]
    defaults: {rounding: floor, max_pool2d: {kernel_size: 3, stride: 2, ceil_mode: true}}
    include: [blocks/inception.yaml]

    blocks:
      inception:
        doc: Four branches side by side; `b2` and `b3` are the channels after each of two convolutions.
        params: {b1: required, b2: required, b3: required, b4: required}
        layers:
          - parallel:
              branches:
                - - conv_bn: {name: branch1, channels: $b1}
                - - name: branch2
                    sequential:
                      - conv_bn: {channels: "$(b2[0])"}
                      - conv_bn: {channels: "$(b2[1])", kernel_size: 3, padding: 1}
                - - name: branch3
                    sequential:
                      - conv_bn: {channels: "$(b3[0])"}
                      - conv_bn: {channels: "$(b3[1])", kernel_size: 3, padding: 1}
                - - name: branch4
                    sequential:
                      - max_pool2d: {stride: 1, padding: 1}
                      - conv_bn: {channels: $b4}

      classifier:
        doc: Scores from the middle of the network, for training and for nothing else.
        layers:
          - adaptive_avg_pool2d: 4
          - conv_bn: {name: conv, channels: 128}
          - flatten
          - linear: {name: fc1, out_features: 1024}
          - relu
          - dropout: 0.7
          - linear: {name: fc2, out_features: $num_classes}

    layers:
      - conv_bn: {name: conv1, channels: 64, kernel_size: 7, stride: 2, padding: 3}
      - max_pool2d: {name: maxpool1}
      - conv_bn: {name: conv2, channels: 64}
      - conv_bn: {name: conv3, channels: 192, kernel_size: 3, padding: 1}
      - max_pool2d: {name: maxpool2}
      - inception: {name: inception3a, b1: 64, b2: [96, 128], b3: [16, 32], b4: 32}
      - inception: {name: inception3b, b1: 128, b2: [128, 192], b3: [32, 96], b4: 64}
      - max_pool2d: {name: maxpool3}
      - inception: {name: inception4a, b1: 192, b2: [96, 208], b3: [16, 48], b4: 64}
      - classifier: {name: aux1, when: $aux_logits}
      - inception: {name: inception4b, from: inception4a, b1: 160, b2: [112, 224], b3: [24, 64], b4: 64}
      - inception: {name: inception4c, b1: 128, b2: [128, 256], b3: [24, 64], b4: 64}
      - inception: {name: inception4d, b1: 112, b2: [144, 288], b3: [32, 64], b4: 64}
      - classifier: {name: aux2, when: $aux_logits}
      - inception: {name: inception4e, from: inception4d, b1: 256, b2: [160, 320], b3: [32, 128], b4: 128}
      - max_pool2d: {name: maxpool4, kernel_size: 2}
      - inception: {name: inception5a, b1: 256, b2: [160, 320], b3: [32, 128], b4: 128}
      - inception: {name: inception5b, b1: 384, b2: [192, 384], b3: [48, 128], b4: 128}
      - adaptive_avg_pool2d: {name: avgpool, output_size: 1}
      - flatten
      - dropout: $dropout
      - linear: {name: fc, out_features: $num_classes}

    train: {loss: cross_entropy}

    expect:
      output: [N, $num_classes]
      params: $(13004888 if aux_logits else 6624904)
      macs: $(1506748416 if aux_logits else 1498376192)

    """#)),
  ZooFile(path: "classification/inception_v3.yaml", content: .text(#"""
    cnnc: 1
    model: inception_v3
    doc: |
      Inception-v3, whose filters are mostly rows and columns. C. Szegedy, V. Vanhoucke, S. Ioffe, J. Shlens, Z. Wojna,
      "Rethinking the Inception architecture for computer vision", 2015, https://arxiv.org/abs/1512.00567. Loads torchvision's
      inception_v3 weights unchanged: those with the auxiliary classifier by `--set aux_logits=true`.

    params: {num_classes: 1000, dropout: 0.5, aux_logits: false, size: 299}
    input: [N, 3, $size, $size]
    defaults: {rounding: floor}
    include: [blocks/inception.yaml]

    blocks:
      inception_a:
        params: {pool_channels: required}
        layers:
          - parallel:
              branches:
                - - conv_bn: {name: branch1x1, channels: 64}
                - - conv_bn: {name: branch5x5_1, channels: 48}
                  - conv_bn: {name: branch5x5_2, channels: 64, kernel_size: 5, padding: 2}
                - - conv_bn: {name: branch3x3dbl_1, channels: 64}
                  - conv_bn: {name: branch3x3dbl_2, channels: 96, kernel_size: 3, padding: 1}
                  - conv_bn: {name: branch3x3dbl_3, channels: 96, kernel_size: 3, padding: 1}
                - - avg_pool2d: {kernel_size: 3, stride: 1, padding: 1}
                  - conv_bn: {name: branch_pool, channels: $pool_channels}

      inception_b:
        doc: Halves height and width.
        layers:
          - parallel:
              branches:
                - - conv_bn: {name: branch3x3, channels: 384, kernel_size: 3, stride: 2}
                - - conv_bn: {name: branch3x3dbl_1, channels: 64}
                  - conv_bn: {name: branch3x3dbl_2, channels: 96, kernel_size: 3, padding: 1}
                  - conv_bn: {name: branch3x3dbl_3, channels: 96, kernel_size: 3, stride: 2}
                - - max_pool2d: {kernel_size: 3, stride: 2}

      inception_c:
        doc: Filters of 7x7 as pairs of 1x7 and 7x1, with `inner` channels between them.
        params: {inner: required}
        layers:
          - parallel:
              branches:
                - - conv_bn: {name: branch1x1, channels: 192}
                - - conv_bn: {name: branch7x7_1, channels: $inner}
                  - conv_bn: {name: branch7x7_2, channels: $inner, kernel_size: [1, 7], padding: [0, 3]}
                  - conv_bn: {name: branch7x7_3, channels: 192, kernel_size: [7, 1], padding: [3, 0]}
                - - conv_bn: {name: branch7x7dbl_1, channels: $inner}
                  - conv_bn: {name: branch7x7dbl_2, channels: $inner, kernel_size: [7, 1], padding: [3, 0]}
                  - conv_bn: {name: branch7x7dbl_3, channels: $inner, kernel_size: [1, 7], padding: [0, 3]}
                  - conv_bn: {name: branch7x7dbl_4, channels: $inner, kernel_size: [7, 1], padding: [3, 0]}
                  - conv_bn: {name: branch7x7dbl_5, channels: 192, kernel_size: [1, 7], padding: [0, 3]}
                - - avg_pool2d: {kernel_size: 3, stride: 1, padding: 1}
                  - conv_bn: {name: branch_pool, channels: 192}

      inception_d:
        doc: Halves height and width.
        layers:
          - parallel:
              branches:
                - - conv_bn: {name: branch3x3_1, channels: 192}
                  - conv_bn: {name: branch3x3_2, channels: 320, kernel_size: 3, stride: 2}
                - - conv_bn: {name: branch7x7x3_1, channels: 192}
                  - conv_bn: {name: branch7x7x3_2, channels: 192, kernel_size: [1, 7], padding: [0, 3]}
                  - conv_bn: {name: branch7x7x3_3, channels: 192, kernel_size: [7, 1], padding: [3, 0]}
                  - conv_bn: {name: branch7x7x3_4, channels: 192, kernel_size: 3, stride: 2}
                - - max_pool2d: {kernel_size: 3, stride: 2}

      inception_e:
        doc: Filters of 3x3 as 1x3 and 3x1 side by side.
        layers:
          - parallel:
              branches:
                - - conv_bn: {name: branch1x1, channels: 320}
                - - conv_bn: {name: branch3x3_1, channels: 384}
                  - parallel:
                      branches:
                        - - conv_bn: {name: branch3x3_2a, channels: 384, kernel_size: [1, 3], padding: [0, 1]}
                        - - conv_bn: {name: branch3x3_2b, channels: 384, kernel_size: [3, 1], padding: [1, 0]}
                - - conv_bn: {name: branch3x3dbl_1, channels: 448}
                  - conv_bn: {name: branch3x3dbl_2, channels: 384, kernel_size: 3, padding: 1}
                  - parallel:
                      branches:
                        - - conv_bn: {name: branch3x3dbl_3a, channels: 384, kernel_size: [1, 3], padding: [0, 1]}
                        - - conv_bn: {name: branch3x3dbl_3b, channels: 384, kernel_size: [3, 1], padding: [1, 0]}
                - - avg_pool2d: {kernel_size: 3, stride: 1, padding: 1}
                  - conv_bn: {name: branch_pool, channels: 192}

    layers:
      - conv_bn: {name: Conv2d_1a_3x3, channels: 32, kernel_size: 3, stride: 2}
      - conv_bn: {name: Conv2d_2a_3x3, channels: 32, kernel_size: 3}
      - conv_bn: {name: Conv2d_2b_3x3, channels: 64, kernel_size: 3, padding: 1}
      - max_pool2d: {name: maxpool1, kernel_size: 3, stride: 2}
      - conv_bn: {name: Conv2d_3b_1x1, channels: 80}
      - conv_bn: {name: Conv2d_4a_3x3, channels: 192, kernel_size: 3}
      - max_pool2d: {name: maxpool2, kernel_size: 3, stride: 2}
      - inception_a: {name: Mixed_5b, pool_channels: 32}
      - inception_a: {name: Mixed_5c, pool_channels: 64}
      - inception_a: {name: Mixed_5d, pool_channels: 64}
      - inception_b: {name: Mixed_6a}
      - inception_c: {name: Mixed_6b, inner: 128}
      - inception_c: {name: Mixed_6c, inner: 160}
      - inception_c: {name: Mixed_6d, inner: 160}
      - inception_c: {name: Mixed_6e, inner: 192}
      - name: AuxLogits
        when: $aux_logits
        doc: Scores from the middle of the network, for training and for nothing else.
        sequential:
          - avg_pool2d: {kernel_size: 5, stride: 3}
          - conv_bn: {name: conv0, channels: 128}
          - conv_bn: {name: conv1, channels: 768, kernel_size: 5}
          - adaptive_avg_pool2d: 1
          - flatten
          - linear: {name: fc, out_features: $num_classes}
      - inception_d: {name: Mixed_7a, from: Mixed_6e}
      - inception_e: {name: Mixed_7b}
      - inception_e: {name: Mixed_7c}
      - adaptive_avg_pool2d: {name: avgpool, output_size: 1}
      - dropout: $dropout
      - flatten
      - linear: {name: fc, out_features: $num_classes}

    train: {loss: cross_entropy}

    expect:
      output: [N, $num_classes]
      params: $(27161264 if aux_logits else 23834568)
      macs: $(5718899296 if aux_logits else 5713216096)

    """#)),
  ZooFile(path: "classification/mnasnet1_0.yaml", content: .text(#"""
    cnnc: 1
    model: mnasnet1_0
    doc: |
      MnasNet-B1 with depth multiplier 1. M. Tan, B. Chen, R. Pang, V. Vasudevan, M. Sandler, A. Howard, Q. V. Le, "MnasNet:
      platform-aware neural architecture search for mobile", 2018, https://arxiv.org/abs/1807.11626. Loads torchvision's
      mnasnet1_0 weights unchanged.

    params: {num_classes: 1000, dropout: 0.2, size: 224}
    input: [N, 3, $size, $size]
    defaults: {rounding: floor, conv2d: {bias: false}, batch_norm: {momentum: 0.0003}}

    blocks:
      inverted_residual:
        doc: |
          A wide depthwise convolution between two pointwise ones, the last without activation; added to its input where that
          has the same shape.
        params: {channels: required, kernel_size: required, stride: required, expansion: required}
        layers:
          - name: layers
            sequential:
              - conv2d: {out_channels: $(expansion * in_channels), kernel_size: 1}
              - batch_norm
              - relu
              - conv2d:
                  out_channels: $in_channels
                  kernel_size: $kernel_size
                  stride: $stride
                  padding: $(kernel_size // 2)
                  groups: $in_channels
              - batch_norm
              - relu
              - conv2d: {out_channels: $channels, kernel_size: 1}
              - batch_norm
          - add: {from: [in, layers], when: $(stride == 1 and in_channels == channels)}

      stack:
        params: {depth: required, channels: required, kernel_size: required, stride: required, expansion: required}
        layers:
          - inverted_residual:
              repeat: $depth
              channels: $channels
              kernel_size: $kernel_size
              stride: $(stride if i == 0 else 1)
              expansion: $expansion

    layers:
      - name: layers
        sequential:
          - conv2d: {out_channels: 32, kernel_size: 3, stride: 2, padding: 1}
          - batch_norm
          - relu
          - conv2d: {out_channels: 32, kernel_size: 3, padding: 1, groups: 32}
          - batch_norm
          - relu
          - conv2d: {out_channels: 16, kernel_size: 1}
          - batch_norm
          - stack: {depth: 3, channels: 24, kernel_size: 3, stride: 2, expansion: 3}
          - stack: {depth: 3, channels: 40, kernel_size: 5, stride: 2, expansion: 3}
          - stack: {depth: 3, channels: 80, kernel_size: 5, stride: 2, expansion: 6}
          - stack: {depth: 2, channels: 96, kernel_size: 3, stride: 1, expansion: 6}
          - stack: {depth: 4, channels: 192, kernel_size: 5, stride: 2, expansion: 6}
          - stack: {depth: 1, channels: 320, kernel_size: 3, stride: 1, expansion: 6}
          - conv2d: {out_channels: 1280, kernel_size: 1}
          - batch_norm
          - relu
      - adaptive_avg_pool2d: 1
      - flatten
      - name: classifier
        sequential:
          - dropout: $dropout
          - linear: $num_classes

    train: {loss: cross_entropy}

    expect:
      output: [N, $num_classes]
      params: 4383312
      macs: 314415872

    """#)),
  ZooFile(path: "classification/mobilenet_v2.yaml", content: .text(#"""
    cnnc: 1
    model: mobilenet_v2
    doc: |
      MobileNetV2. M. Sandler, A. Howard, M. Zhu, A. Zhmoginov, L.-C. Chen, "MobileNetV2: inverted residuals and linear
      bottlenecks", 2018, https://arxiv.org/abs/1801.04381. Loads torchvision's mobilenet_v2 weights unchanged.

    params: {num_classes: 1000, width_mult: 1.0, last_channels: 1280, dropout: 0.2, size: 224}
    input: [N, 3, $size, $size]
    defaults: {rounding: floor}
    include: [blocks/conv_norm.yaml]

    blocks:
      inverted_residual:
        doc: |
          A wide depthwise convolution between two pointwise ones, the last without activation; added to its input where that
          has the same shape.
        params: {channels: required, stride: 1, expansion: 6}
        layers:
          - name: conv
            sequential:
              - conv_norm:
                  when: $(expansion != 1)
                  channels: $(expansion * in_channels)
                  kernel_size: 1
                  activation: relu6
              - conv_norm: {channels: $in_channels, stride: $stride, groups: $in_channels, activation: relu6}
              - conv2d: {out_channels: $channels, kernel_size: 1, bias: false}
              - batch_norm
          - add: {from: [in, conv], when: $(stride == 1 and in_channels == channels)}

    layers:
      - name: features
        sequential:
          - conv_norm: {channels: "$(make_divisible(32 * width_mult, 8))", stride: 2, activation: relu6}
          - inverted_residual:
              each:
                c: [16, 24, 24, 32, 32, 32, 64, 64, 64, 64, 96, 96, 96, 160, 160, 160, 320]
                s: [1, 2, 1, 2, 1, 1, 2, 1, 1, 1, 1, 1, 1, 2, 1, 1, 1]
              channels: $(make_divisible(c * width_mult, 8))
              stride: $s
              expansion: $(1 if i == 0 else 6)
          - conv_norm:
              channels: $(make_divisible(last_channels * max(width_mult, 1.0), 8))
              kernel_size: 1
              activation: relu6
      - adaptive_avg_pool2d: {output_size: 1}
      - flatten
      - name: classifier
        sequential:
          - dropout: $dropout
          - linear: $num_classes

    train: {loss: cross_entropy}

    expect:
      output: [N, $num_classes]
      params: 3504872
      macs: 300774272

    """#)),
  ZooFile(path: "classification/mobilenet_v3_large.yaml", content: .text(#"""
    cnnc: 1
    model: mobilenet_v3_large
    doc: |
      MobileNetV3-Large. A. Howard, M. Sandler, G. Chu, L.-C. Chen, B. Chen, M. Tan, W. Wang, Y. Zhu, R. Pang, V. Vasudevan,
      Q. V. Le, H. Adam, "Searching for MobileNetV3", 2019, https://arxiv.org/abs/1905.02244. Loads torchvision's
      mobilenet_v3_large weights unchanged.

    params: {num_classes: 1000, dropout: 0.2, size: 224}
    input: [N, 3, $size, $size]
    defaults: {rounding: floor, batch_norm: {eps: 0.001, momentum: 0.01}}
    include: [blocks/mobilenet_v3.yaml]

    layers:
      - name: features
        sequential:
          - conv_norm: {channels: 16, stride: 2, activation: hardswish}
          - inverted_residual:
              each:
                k: [3, 3, 3, 5, 5, 5, 3, 3, 3, 3, 3, 3, 5, 5, 5]
                e: [16, 64, 72, 72, 120, 120, 240, 200, 184, 184, 480, 672, 672, 960, 960]
                c: [16, 24, 24, 40, 40, 40, 80, 80, 80, 80, 112, 112, 160, 160, 160]
                se: [false, false, false, true, true, true, false, false, false, false, true, true, true, true, true]
                s: [1, 2, 1, 2, 1, 1, 2, 1, 1, 1, 1, 1, 2, 1, 1]
              kernel_size: $k
              expanded: $e
              channels: $c
              se: $se
              activation: $('relu' if i < 6 else 'hardswish')
              stride: $s
          - conv_norm: {channels: $(6 * in_channels), kernel_size: 1, activation: hardswish}
      - adaptive_avg_pool2d: {name: avgpool, output_size: 1}
      - flatten
      - mobilenet_v3_classifier: {name: classifier, channels: 1280, num_classes: $num_classes, dropout: $dropout}

    train: {loss: cross_entropy}

    expect:
      output: [N, $num_classes]
      params: 5483032
      macs: 216589760

    """#)),
  ZooFile(path: "classification/mobilenet_v3_small.yaml", content: .text(#"""
    cnnc: 1
    model: mobilenet_v3_small
    doc: |
      MobileNetV3-Small. A. Howard, M. Sandler, G. Chu, L.-C. Chen, B. Chen, M. Tan, W. Wang, Y. Zhu, R. Pang, V. Vasudevan,
      Q. V. Le, H. Adam, "Searching for MobileNetV3", 2019, https://arxiv.org/abs/1905.02244. Loads torchvision's
      mobilenet_v3_small weights unchanged.

    params: {num_classes: 1000, dropout: 0.2, size: 224}
    input: [N, 3, $size, $size]
    defaults: {rounding: floor, batch_norm: {eps: 0.001, momentum: 0.01}}
    include: [blocks/mobilenet_v3.yaml]

    layers:
      - name: features
        sequential:
          - conv_norm: {channels: 16, stride: 2, activation: hardswish}
          - inverted_residual:
              each:
                k: [3, 3, 3, 5, 5, 5, 5, 5, 5, 5, 5]
                e: [16, 72, 88, 96, 240, 240, 120, 144, 288, 576, 576]
                c: [16, 24, 24, 40, 40, 40, 48, 48, 96, 96, 96]
                se: [true, false, false, true, true, true, true, true, true, true, true]
                s: [2, 2, 1, 2, 1, 1, 1, 1, 2, 1, 1]
              kernel_size: $k
              expanded: $e
              channels: $c
              se: $se
              activation: $('relu' if i < 3 else 'hardswish')
              stride: $s
          - conv_norm: {channels: $(6 * in_channels), kernel_size: 1, activation: hardswish}
      - adaptive_avg_pool2d: {name: avgpool, output_size: 1}
      - flatten
      - mobilenet_v3_classifier: {name: classifier, channels: 1024, num_classes: $num_classes, dropout: $dropout}

    train: {loss: cross_entropy}

    expect:
      output: [N, $num_classes]
      params: 2542856
      macs: 56510400

    """#)),
  ZooFile(path: "classification/regnet_y_400mf.yaml", content: .text(#"""
    cnnc: 1
    model: regnet_y_400mf
    doc: |
      RegNetY-400MF. I. Radosavovic, R. P. Kosaraju, R. Girshick, K. He, P. Dollár, "Designing network design spaces", 2020,
      https://arxiv.org/abs/2003.13678. Loads torchvision's regnet_y_400mf weights unchanged.

    params: {num_classes: 1000, size: 224}
    input: [N, 3, $size, $size]
    defaults: {rounding: floor}
    include: [blocks/conv_norm.yaml]

    blocks:
      res_bottleneck:
        doc: A grouped 3x3 convolution between two pointwise ones, with squeeze-and-excitation to a quarter of the input.
        params: {channels: required, stride: required, squeezed: $(round(in_channels / 4.0))}
        layers:
          - residual:
              body:
                - name: f
                  sequential:
                    - conv_norm: {name: a, channels: $channels, kernel_size: 1}
                    - conv_norm: {name: b, channels: $channels, stride: $stride, groups: $(channels // 8)}
                    - squeeze_excitation: {name: se, squeezed: $squeezed}
                    - conv_norm: {name: c, channels: $channels, kernel_size: 1, activation: none}
              shortcut:
                - conv_norm:
                    name: proj
                    when: $(stride != 1 or in_channels != channels)
                    channels: $channels
                    kernel_size: 1
                    stride: $stride
                    activation: none
          - relu

      stage:
        params: {number: required, depth: required, channels: required}
        layers:
          - res_bottleneck:
              repeat: $depth
              name: block$number-$i
              channels: $channels
              stride: $(2 if i == 0 else 1)

    layers:
      - conv_norm: {name: stem, channels: 32, stride: 2}
      - name: trunk_output
        sequential:
          - stage:
              each: {d: [1, 3, 6, 6], c: [48, 104, 208, 440]}
              name: block$(i + 1)
              number: $(i + 1)
              depth: $d
              channels: $c
      - adaptive_avg_pool2d: {name: avgpool, output_size: 1}
      - flatten
      - linear: {name: fc, out_features: $num_classes}

    train: {loss: cross_entropy}

    expect:
      output: [N, $num_classes]
      params: 4344144
      macs: 401842848

    """#)),
  ZooFile(path: "classification/resnet101.yaml", content: .text(#"""
    cnnc: 1
    model: resnet101
    doc: |
      ResNet-101. K. He, X. Zhang, S. Ren, J. Sun, "Deep residual learning for image recognition", 2015,
      https://arxiv.org/abs/1512.03385. Loads torchvision's resnet101 weights unchanged.

    params: {num_classes: 1000, width: 64, size: 224}
    input: [N, 3, $size, $size]
    defaults: {rounding: floor}
    include: [blocks/resnet.yaml]

    layers:
      - conv2d: {name: conv1, out_channels: $width, kernel_size: 7, stride: 2, padding: 3, bias: false}
      - batch_norm: {name: bn1}
      - relu
      - max_pool2d: {name: maxpool, kernel_size: 3, stride: 2, padding: 1}
      - bottleneck_stage:
          each: {d: [3, 4, 23, 3]}
          name: layer$(i + 1)
          depth: $d
          width: $(width * 2 ** i)
          stride: $(1 if i == 0 else 2)
      - adaptive_avg_pool2d: {name: avgpool, output_size: 1}
      - flatten
      - linear: {name: fc, out_features: $num_classes}

    train: {loss: cross_entropy}

    expect:
      output: [N, $num_classes]
      params: 44549160
      macs: 7801405440

    """#)),
  ZooFile(path: "classification/resnet18.yaml", content: .text(#"""
    cnnc: 1
    model: resnet18
    doc: |
      ResNet-18. K. He, X. Zhang, S. Ren, J. Sun, "Deep residual learning for image recognition", 2015,
      https://arxiv.org/abs/1512.03385. Loads torchvision's resnet18 weights unchanged.

    params: {num_classes: 1000, width: 64, size: 224}
    input: [N, 3, $size, $size]
    defaults: {rounding: floor}
    include: [blocks/resnet.yaml]

    layers:
      - conv2d: {name: conv1, out_channels: $width, kernel_size: 7, stride: 2, padding: 3, bias: false}
      - batch_norm: {name: bn1}
      - relu
      - max_pool2d: {name: maxpool, kernel_size: 3, stride: 2, padding: 1}
      - basic_stage:
          each: {d: [2, 2, 2, 2]}
          name: layer$(i + 1)
          depth: $d
          width: $(width * 2 ** i)
          stride: $(1 if i == 0 else 2)
      - adaptive_avg_pool2d: {name: avgpool, output_size: 1}
      - flatten
      - linear: {name: fc, out_features: $num_classes}

    train: {loss: cross_entropy}

    expect:
      output: [N, $num_classes]
      params: 11689512
      macs: 1814073344

    """#)),
  ZooFile(path: "classification/resnet34.yaml", content: .text(#"""
    cnnc: 1
    model: resnet34
    doc: |
      ResNet-34. K. He, X. Zhang, S. Ren, J. Sun, "Deep residual learning for image recognition", 2015,
      https://arxiv.org/abs/1512.03385. Loads torchvision's resnet34 weights unchanged.

    params: {num_classes: 1000, width: 64, size: 224}
    input: [N, 3, $size, $size]
    defaults: {rounding: floor}
    include: [blocks/resnet.yaml]

    layers:
      - conv2d: {name: conv1, out_channels: $width, kernel_size: 7, stride: 2, padding: 3, bias: false}
      - batch_norm: {name: bn1}
      - relu
      - max_pool2d: {name: maxpool, kernel_size: 3, stride: 2, padding: 1}
      - basic_stage:
          each: {d: [3, 4, 6, 3]}
          name: layer$(i + 1)
          depth: $d
          width: $(width * 2 ** i)
          stride: $(1 if i == 0 else 2)
      - adaptive_avg_pool2d: {name: avgpool, output_size: 1}
      - flatten
      - linear: {name: fc, out_features: $num_classes}

    train: {loss: cross_entropy}

    expect:
      output: [N, $num_classes]
      params: 21797672
      macs: 3663761408

    """#)),
  ZooFile(path: "classification/resnet50.yaml", content: .text(#"""
    cnnc: 1
    model: resnet50
    doc: |
      ResNet-50. K. He, X. Zhang, S. Ren, J. Sun, "Deep residual learning for image recognition", 2015,
      https://arxiv.org/abs/1512.03385. Loads torchvision's resnet50 weights unchanged.

    params: {num_classes: 1000, width: 64, size: 224}
    input: [N, 3, $size, $size]
    defaults: {rounding: floor}
    include: [blocks/resnet.yaml]

    layers:
      - conv2d: {name: conv1, out_channels: $width, kernel_size: 7, stride: 2, padding: 3, bias: false}
      - batch_norm: {name: bn1}
      - relu
      - max_pool2d: {name: maxpool, kernel_size: 3, stride: 2, padding: 1}
      - bottleneck_stage:
          each: {d: [3, 4, 6, 3]}
          name: layer$(i + 1)
          depth: $d
          width: $(width * 2 ** i)
          stride: $(1 if i == 0 else 2)
      - adaptive_avg_pool2d: {name: avgpool, output_size: 1}
      - flatten
      - linear: {name: fc, out_features: $num_classes}

    train: {loss: cross_entropy}

    expect:
      output: [N, $num_classes]
      params: 25557032
      macs: 4089184256

    """#)),
  ZooFile(path: "classification/resnext50_32x4d.yaml", content: .text(#"""
    cnnc: 1
    model: resnext50_32x4d
    doc: |
      ResNeXt-50 (32x4d). S. Xie, R. Girshick, P. Dollár, Z. Tu, K. He, "Aggregated residual transformations for deep neural
      networks", 2016, https://arxiv.org/abs/1611.05431. Loads torchvision's resnext50_32x4d weights unchanged.

    params: {num_classes: 1000, width: 64, size: 224}
    input: [N, 3, $size, $size]
    defaults: {rounding: floor}
    include: [blocks/resnet.yaml]

    layers:
      - conv2d: {name: conv1, out_channels: $width, kernel_size: 7, stride: 2, padding: 3, bias: false}
      - batch_norm: {name: bn1}
      - relu
      - max_pool2d: {name: maxpool, kernel_size: 3, stride: 2, padding: 1}
      - bottleneck_stage:
          each: {d: [3, 4, 6, 3]}
          name: layer$(i + 1)
          depth: $d
          width: $(width * 2 ** i)
          inner: $(2 * width * 2 ** i)
          groups: 32
          stride: $(1 if i == 0 else 2)
      - adaptive_avg_pool2d: {name: avgpool, output_size: 1}
      - flatten
      - linear: {name: fc, out_features: $num_classes}

    train: {loss: cross_entropy}

    expect:
      output: [N, $num_classes]
      params: 25028904
      macs: 4230479872

    """#)),
  ZooFile(path: "classification/shufflenet_v2_x1_0.yaml", content: .text(#"""
    cnnc: 1
    model: shufflenet_v2_x1_0
    doc: |
      ShuffleNetV2 with output channels times 1. N. Ma, X. Zhang, H.-T. Zheng, J. Sun, "ShuffleNet V2: practical guidelines
      for efficient CNN architecture design", 2018, https://arxiv.org/abs/1807.11164. Loads torchvision's shufflenet_v2_x1_0
      weights unchanged.

    params: {num_classes: 1000, size: 224}
    input: [N, 3, $size, $size]
    defaults: {rounding: floor, conv2d: {bias: false}, depthwise_conv2d: {kernel_size: 3, padding: 1, bias: false}}

    blocks:
      conv_norm:
        params: {channels: required, kernel_size: 1, stride: 1}
        layers:
          - conv2d: {out_channels: $channels, kernel_size: $kernel_size, stride: $stride, padding: $(kernel_size // 2)}
          - batch_norm
          - relu

      right_branch:
        params: {channels: required, stride: 1}
        layers:
          - conv2d: {out_channels: $channels, kernel_size: 1}
          - batch_norm
          - relu
          - depthwise_conv2d: {stride: $stride}
          - batch_norm
          - conv2d: {out_channels: $channels, kernel_size: 1}
          - batch_norm
          - relu

      reduction_unit:
        doc: Halves height and width; both branches read all channels.
        params: {channels: required}
        layers:
          - parallel:
              branches:
                - - name: branch1
                    sequential:
                      - depthwise_conv2d: {stride: 2}
                      - batch_norm
                      - conv2d: {out_channels: $(channels // 2), kernel_size: 1}
                      - batch_norm
                      - relu
                - - right_branch: {name: branch2, channels: $(channels // 2), stride: 2}
          - channel_shuffle: 2

      basic_unit:
        doc: One half of the channels stays as it is.
        layers:
          - chunk: {name: halves, chunks: 2, dim: 1}
          - right_branch: {name: branch2, from: halves.1, channels: $in_channels}
          - concat: {from: [halves.0, branch2]}
          - channel_shuffle: 2

      stage:
        params: {depth: required, channels: required}
        layers:
          - reduction_unit: {channels: $channels}
          - basic_unit: {repeat: $(depth - 1)}

    layers:
      - conv_norm: {name: conv1, channels: 24, kernel_size: 3, stride: 2}
      - max_pool2d: {name: maxpool, kernel_size: 3, stride: 2, padding: 1}
      - stage: {name: stage2, depth: 4, channels: 116}
      - stage: {name: stage3, depth: 8, channels: 232}
      - stage: {name: stage4, depth: 4, channels: 464}
      - conv_norm: {name: conv5, channels: 1024}
      - mean: {dim: [2, 3]}
      - linear: {name: fc, out_features: $num_classes}

    train: {loss: cross_entropy}

    expect:
      output: [N, $num_classes]
      params: 2278604
      macs: 144907992

    """#)),
  ZooFile(path: "classification/squeezenet1_0.yaml", content: .text(#"""
    cnnc: 1
    model: squeezenet1_0
    doc: |
      SqueezeNet 1.0. F. N. Iandola, S. Han, M. W. Moskewicz, K. Ashraf, W. J. Dally, K. Keutzer, "SqueezeNet: AlexNet-level
      accuracy with 50x fewer parameters and <0.5MB model size", 2016, https://arxiv.org/abs/1602.07360. Loads torchvision's
      squeezenet1_0 weights unchanged.

    params: {num_classes: 1000, dropout: 0.5, size: 224}
    input: [N, 3, $size, $size]
    defaults: {rounding: floor, max_pool2d: {kernel_size: 3, stride: 2, ceil_mode: true}}
    include: [blocks/squeezenet.yaml]
    lint: {pixels_never_read: off}

    layers:
      - name: features
        sequential:
          - conv2d: {out_channels: 96, kernel_size: 7, stride: 2}
          - relu
          - max_pool2d
          - fire: {squeeze: 16, expand: 64}
          - fire: {squeeze: 16, expand: 64}
          - fire: {squeeze: 32, expand: 128}
          - max_pool2d
          - fire: {squeeze: 32, expand: 128}
          - fire: {squeeze: 48, expand: 192}
          - fire: {squeeze: 48, expand: 192}
          - fire: {squeeze: 64, expand: 256}
          - max_pool2d
          - fire: {squeeze: 64, expand: 256}
      - squeezenet_classifier: {name: classifier, num_classes: $num_classes, dropout: $dropout}
      - flatten

    train: {loss: cross_entropy}

    expect:
      output: [N, $num_classes]
      params: 1248424
      macs: 818924576

    """#)),
  ZooFile(path: "classification/squeezenet1_1.yaml", content: .text(#"""
    cnnc: 1
    model: squeezenet1_1
    doc: |
      SqueezeNet 1.1, which pools earlier than 1.0. F. N. Iandola, S. Han, M. W. Moskewicz, K. Ashraf, W. J. Dally, K. Keutzer, "SqueezeNet: AlexNet-level
      accuracy with 50x fewer parameters and <0.5MB model size", 2016, https://arxiv.org/abs/1602.07360. Loads torchvision's
      squeezenet1_1 weights unchanged.

    params: {num_classes: 1000, dropout: 0.5, size: 224}
    input: [N, 3, $size, $size]
    defaults: {rounding: floor, max_pool2d: {kernel_size: 3, stride: 2, ceil_mode: true}}
    include: [blocks/squeezenet.yaml]
    lint: {pixels_never_read: off}

    layers:
      - name: features
        sequential:
          - conv2d: {out_channels: 64, kernel_size: 3, stride: 2}
          - relu
          - max_pool2d
          - fire: {squeeze: 16, expand: 64}
          - fire: {squeeze: 16, expand: 64}
          - max_pool2d
          - fire: {squeeze: 32, expand: 128}
          - fire: {squeeze: 32, expand: 128}
          - max_pool2d
          - fire: {squeeze: 48, expand: 192}
          - fire: {squeeze: 48, expand: 192}
          - fire: {squeeze: 64, expand: 256}
          - fire: {squeeze: 64, expand: 256}
      - squeezenet_classifier: {name: classifier, num_classes: $num_classes, dropout: $dropout}
      - flatten

    train: {loss: cross_entropy}

    expect:
      output: [N, $num_classes]
      params: 1235496
      macs: 349151936

    """#)),
  ZooFile(path: "classification/vgg11.yaml", content: .text(#"""
    cnnc: 1
    model: vgg11
    doc: |
      VGG with 11 layers. K. Simonyan, A. Zisserman, "Very deep convolutional networks for large-scale image recognition", 2014,
      https://arxiv.org/abs/1409.1556. Loads torchvision's vgg11 weights unchanged.

    params: {num_classes: 1000, dropout: 0.5, size: 224}
    input: [N, 3, $size, $size]
    defaults: {rounding: floor, conv2d: {kernel_size: 3, padding: 1}}
    include: [blocks/vgg.yaml]

    layers:
      - name: features
        sequential:
          - conv2d: {out_channels: 64}
          - relu
          - max_pool2d: 2
          - conv2d: {out_channels: 128}
          - relu
          - max_pool2d: 2
          - conv2d: {out_channels: 256}
          - relu
          - conv2d: {out_channels: 256}
          - relu
          - max_pool2d: 2
          - conv2d: {out_channels: 512}
          - relu
          - conv2d: {out_channels: 512}
          - relu
          - max_pool2d: 2
          - conv2d: {out_channels: 512}
          - relu
          - conv2d: {out_channels: 512}
          - relu
          - max_pool2d: 2
      - adaptive_avg_pool2d: {name: avgpool, output_size: 7}
      - flatten
      - vgg_classifier: {name: classifier, num_classes: $num_classes, dropout: $dropout}

    train: {loss: cross_entropy}

    expect:
      output: [N, $num_classes]
      params: 132863336
      macs: 7609090048

    """#)),
  ZooFile(path: "classification/vgg16.yaml", content: .text(#"""
    cnnc: 1
    model: vgg16
    doc: |
      VGG with 16 layers. K. Simonyan, A. Zisserman, "Very deep convolutional networks for large-scale image recognition", 2014,
      https://arxiv.org/abs/1409.1556. Loads torchvision's vgg16 weights unchanged.

    params: {num_classes: 1000, dropout: 0.5, size: 224}
    input: [N, 3, $size, $size]
    defaults: {rounding: floor, conv2d: {kernel_size: 3, padding: 1}}
    include: [blocks/vgg.yaml]

    layers:
      - name: features
        sequential:
          - conv2d: {out_channels: 64}
          - relu
          - conv2d: {out_channels: 64}
          - relu
          - max_pool2d: 2
          - conv2d: {out_channels: 128}
          - relu
          - conv2d: {out_channels: 128}
          - relu
          - max_pool2d: 2
          - conv2d: {out_channels: 256}
          - relu
          - conv2d: {out_channels: 256}
          - relu
          - conv2d: {out_channels: 256}
          - relu
          - max_pool2d: 2
          - conv2d: {out_channels: 512}
          - relu
          - conv2d: {out_channels: 512}
          - relu
          - conv2d: {out_channels: 512}
          - relu
          - max_pool2d: 2
          - conv2d: {out_channels: 512}
          - relu
          - conv2d: {out_channels: 512}
          - relu
          - conv2d: {out_channels: 512}
          - relu
          - max_pool2d: 2
      - adaptive_avg_pool2d: {name: avgpool, output_size: 7}
      - flatten
      - vgg_classifier: {name: classifier, num_classes: $num_classes, dropout: $dropout}

    train: {loss: cross_entropy}

    expect:
      output: [N, $num_classes]
      params: 138357544
      macs: 15470264320

    """#)),
  ZooFile(path: "classification/vgg16_bn.yaml", content: .text(#"""
    cnnc: 1
    model: vgg16_bn
    doc: |
      VGG with 16 layers and batch norm. K. Simonyan, A. Zisserman, "Very deep convolutional networks for large-scale image recognition", 2014,
      https://arxiv.org/abs/1409.1556. Loads torchvision's vgg16_bn weights unchanged.

    params: {num_classes: 1000, dropout: 0.5, size: 224}
    input: [N, 3, $size, $size]
    defaults: {rounding: floor, conv2d: {kernel_size: 3, padding: 1}}
    include: [blocks/vgg.yaml]

    layers:
      - name: features
        sequential:
          - conv2d: {out_channels: 64}
          - batch_norm
          - relu
          - conv2d: {out_channels: 64}
          - batch_norm
          - relu
          - max_pool2d: 2
          - conv2d: {out_channels: 128}
          - batch_norm
          - relu
          - conv2d: {out_channels: 128}
          - batch_norm
          - relu
          - max_pool2d: 2
          - conv2d: {out_channels: 256}
          - batch_norm
          - relu
          - conv2d: {out_channels: 256}
          - batch_norm
          - relu
          - conv2d: {out_channels: 256}
          - batch_norm
          - relu
          - max_pool2d: 2
          - conv2d: {out_channels: 512}
          - batch_norm
          - relu
          - conv2d: {out_channels: 512}
          - batch_norm
          - relu
          - conv2d: {out_channels: 512}
          - batch_norm
          - relu
          - max_pool2d: 2
          - conv2d: {out_channels: 512}
          - batch_norm
          - relu
          - conv2d: {out_channels: 512}
          - batch_norm
          - relu
          - conv2d: {out_channels: 512}
          - batch_norm
          - relu
          - max_pool2d: 2
      - adaptive_avg_pool2d: {name: avgpool, output_size: 7}
      - flatten
      - vgg_classifier: {name: classifier, num_classes: $num_classes, dropout: $dropout}

    train: {loss: cross_entropy}

    expect:
      output: [N, $num_classes]
      params: 138365992
      macs: 15470264320

    """#)),
  ZooFile(path: "classification/wide_resnet50_2.yaml", content: .text(#"""
    cnnc: 1
    model: wide_resnet50_2
    doc: |
      Wide ResNet-50-2. S. Zagoruyko, N. Komodakis, "Wide residual networks", 2016, https://arxiv.org/abs/1605.07146.
      Loads torchvision's wide_resnet50_2 weights unchanged.

    params: {num_classes: 1000, width: 64, size: 224}
    input: [N, 3, $size, $size]
    defaults: {rounding: floor}
    include: [blocks/resnet.yaml]

    layers:
      - conv2d: {name: conv1, out_channels: $width, kernel_size: 7, stride: 2, padding: 3, bias: false}
      - batch_norm: {name: bn1}
      - relu
      - max_pool2d: {name: maxpool, kernel_size: 3, stride: 2, padding: 1}
      - bottleneck_stage:
          each: {d: [3, 4, 6, 3]}
          name: layer$(i + 1)
          depth: $d
          width: $(width * 2 ** i)
          inner: $(2 * width * 2 ** i)
          stride: $(1 if i == 0 else 2)
      - adaptive_avg_pool2d: {name: avgpool, output_size: 1}
      - flatten
      - linear: {name: fc, out_features: $num_classes}

    train: {loss: cross_entropy}

    expect:
      output: [N, $num_classes]
      params: 68883240
      macs: 11398021120

    """#)),
  ZooFile(path: "detection/ssd300_vgg16.yaml", content: .text(#"""
    cnnc: 1
    model: ssd300_vgg16
    doc: |
      SSD300: from six feature maps of VGG16 and of layers behind it, a score of each class and an offset of each of the
      8732 boxes. W. Liu, D. Anguelov, D. Erhan, C. Szegedy, S. Reed, C.-Y. Fu, A. C. Berg, "SSD: single shot multibox
      detector", 2015, https://arxiv.org/abs/1512.02325. Loads torchvision's ssd300_vgg16 weights unchanged; the pixels are
      normalised.

    params: {num_classes: 91, size: 300}
    input: [N, 3, $size, $size]
    defaults: {rounding: floor, conv2d: {kernel_size: 3, padding: 1}}

    blocks:
      extra_units:
        params: {width: required, stride: 1, padding: 0}
        layers:
          - conv2d: {out_channels: $(width // 2), kernel_size: 1, padding: 0}
          - relu
          - conv2d: {out_channels: $width, stride: $stride, padding: $padding}
          - relu

      rows:
        doc: One row of `values` numbers for each box, those of a pixel behind each other.
        params: {values: required}
        layers:
          - reshape: {shape: [-1, $(in_channels // values), $values, $(in_height * in_width)]}
          - permute: [0, 3, 1, 2]
          - flatten: {start_dim: 1, end_dim: 2}

    layers:
      - name: backbone
        sequential:
          - name: features
            sequential:
              - conv2d: {out_channels: 64}
              - relu
              - conv2d: {out_channels: 64}
              - relu
              - max_pool2d: 2
              - conv2d: {out_channels: 128}
              - relu
              - conv2d: {out_channels: 128}
              - relu
              - max_pool2d: 2
              - conv2d: {out_channels: 256}
              - relu
              - conv2d: {out_channels: 256}
              - relu
              - conv2d: {out_channels: 256}
              - relu
              - max_pool2d: {kernel_size: 2, rounding: ceil}
              - conv2d: {out_channels: 512}
              - relu
              - conv2d: {out_channels: 512}
              - relu
              - conv2d: {out_channels: 512}
              - relu
          - pow: {name: squares, exponent: 2}
          - sum: {dim: 1, keepdim: true}
          - sqrt
          - clamp: {name: length, min: 1e-12}
          - div: {from: [features, length]}
          - scale: {name: scale_weight, parameter: null, init_value: 20}
          - name: extra
            sequential:
              - sequential:
                  - max_pool2d: {from: features, kernel_size: 2, padding: 0}
                  - conv2d: {out_channels: 512}
                  - relu
                  - conv2d: {out_channels: 512}
                  - relu
                  - conv2d: {out_channels: 512}
                  - relu
                  - sequential:
                      - max_pool2d: {kernel_size: 3, stride: 1, padding: 1}
                      - conv2d: {out_channels: 1024, padding: 6, dilation: 6}
                      - relu
                      - conv2d: {out_channels: 1024, kernel_size: 1, padding: 0}
                      - relu
              - parallel:
                  join: none
                  branches:
                    - []
                    - - extra_units: {width: 512, stride: 2, padding: 1}
                      - parallel:
                          join: none
                          branches:
                            - []
                            - - extra_units: {width: 256, stride: 2, padding: 1}
                              - parallel:
                                  join: none
                                  branches:
                                    - []
                                    - - extra_units: {width: 256}
                                      - parallel: {join: none, branches: [[], [extra_units: {width: 256}]]}
      - name: head
        sequential:
          - name: classification_head
            sequential:
              - name: module_list
                sequential:
                  - parallel:
                      join: none
                      branches:
                        - - conv2d: {from: backbone.scale_weight, out_channels: $(4 * num_classes)}
                        - - conv2d: {from: backbone.extra.0, out_channels: $(6 * num_classes)}
                        - - conv2d: {from: backbone.extra.1, out_channels: $(6 * num_classes)}
                        - - conv2d: {from: backbone.extra.2, out_channels: $(6 * num_classes)}
                        - - conv2d: {from: backbone.extra.3, out_channels: $(4 * num_classes)}
                        - - conv2d: {from: backbone.extra.4, out_channels: $(4 * num_classes)}
              - parallel:
                  join: concat
                  branches:
                    - - rows: {from: module_list.0, values: $num_classes}
                    - - rows: {from: module_list.1, values: $num_classes}
                    - - rows: {from: module_list.2, values: $num_classes}
                    - - rows: {from: module_list.3, values: $num_classes}
                    - - rows: {from: module_list.4, values: $num_classes}
                    - - rows: {from: module_list.5, values: $num_classes}
          - name: regression_head
            sequential:
              - name: module_list
                sequential:
                  - parallel:
                      join: none
                      branches:
                        - - conv2d: {from: backbone.scale_weight, out_channels: 16}
                        - - conv2d: {from: backbone.extra.0, out_channels: 24}
                        - - conv2d: {from: backbone.extra.1, out_channels: 24}
                        - - conv2d: {from: backbone.extra.2, out_channels: 24}
                        - - conv2d: {from: backbone.extra.3, out_channels: 16}
                        - - conv2d: {from: backbone.extra.4, out_channels: 16}
              - parallel:
                  join: concat
                  branches:
                    - - rows: {from: module_list.0, values: 4}
                    - - rows: {from: module_list.1, values: 4}
                    - - rows: {from: module_list.2, values: 4}
                    - - rows: {from: module_list.3, values: 4}
                    - - rows: {from: module_list.4, values: 4}
                    - - rows: {from: module_list.5, values: 4}

    outputs: {boxes: head.regression_head, scores: head.classification_head}

    expect:
      outputs: {boxes: [N, 8732, 4], scores: [N, 8732, $num_classes]}
      params: 35641826
      macs: 34858153472

    """#)),
  ZooFile(path: "detection/yolov3_tiny.yaml", content: .text(#"""
    cnnc: 1
    model: yolov3_tiny
    doc: |
      YOLOv3-tiny, which predicts boxes at two resolutions: for each anchor four coordinates, whether there is an object,
      and a score of each class. J. Redmon, A. Farhadi, "YOLOv3: an incremental improvement", 2018,
      https://arxiv.org/abs/1804.02767. The size must be a multiple of 32.

    params: {classes: 80, anchors: 3, width: 16, size: 416}
    input: [N, 3, $size, $size]
    defaults: {leaky_relu: {negative_slope: 0.1}}

    blocks:
      unit:
        params: {width: required, kernel_size: 3}
        layers:
          - conv2d:
              name: conv
              out_channels: $width
              kernel_size: $kernel_size
              padding: $(kernel_size // 2)
              bias: false
          - batch_norm: {name: norm}
          - leaky_relu

    layers:
      - unit: {name: unit1, width: $width}
      - max_pool2d: 2
      - unit: {name: unit2, width: $(2 * width)}
      - max_pool2d: 2
      - unit: {name: unit3, width: $(4 * width)}
      - max_pool2d: 2
      - unit: {name: unit4, width: $(8 * width)}
      - max_pool2d: 2
      - unit: {name: unit5, width: $(16 * width)}
      - max_pool2d: 2
      - unit: {name: unit6, width: $(32 * width)}
      - max_pool2d: {kernel_size: 2, stride: 1, padding: [[0, 1], [0, 1]]}
      - unit: {name: unit7, width: $(64 * width)}
      - unit: {name: neck, width: $(16 * width), kernel_size: 1}
      - unit: {name: coarse_unit, width: $(32 * width)}
      - conv2d: {name: coarse, out_channels: $(anchors * (5 + classes)), kernel_size: 1}
      - unit: {name: lateral, from: neck, width: $(8 * width), kernel_size: 1}
      - upsample: {name: enlarged, scale_factor: 2, mode: nearest}
      - concat: {from: [enlarged, unit5]}
      - unit: {name: fine_unit, width: $(16 * width)}
      - conv2d: {name: fine, out_channels: $(anchors * (5 + classes)), kernel_size: 1}

    outputs: [coarse, fine]

    expect:
      outputs:
        coarse: [N, $(anchors * (5 + classes)), $(size / 32), $(size / 32)]
        fine: [N, $(anchors * (5 + classes)), $(size / 16), $(size / 16)]
      params: 8852366
      macs: 2782480896

    """#)),
  ZooFile(path: "detection/yolov8n.yaml", content: .text(#"""
    cnnc: 1
    model: yolov8n
    doc: |
      A detector as small as YOLOv8n and built like it: at three resolutions the distances of four sides, each as scores of
      16 bins, and a score of each class. After G. Jocher, A. Chaurasia, J. Qiu, "Ultralytics YOLOv8", 2023, which has no
      paper; J. Redmon, S. Divvala, R. Girshick, A. Farhadi, "You only look once: unified, real-time object detection",
      2015, https://arxiv.org/abs/1506.02640, is where it comes from. The size must be a multiple of 32.

    params: {classes: 80, bins: 16, width: 16, size: 640}
    input: [N, 3, $size, $size]
    defaults: {rounding: floor, conv2d: {bias: false}, batch_norm: {eps: 1e-3, momentum: 0.03}}

    blocks:
      unit:
        params: {width: required, kernel_size: 3, stride: 1}
        layers:
          - conv2d:
              name: conv
              out_channels: $width
              kernel_size: $kernel_size
              stride: $stride
              padding: $(kernel_size // 2)
          - batch_norm: {name: norm}
          - silu

      bottleneck:
        params: {shortcut: required}
        layers:
          - unit: {name: unit1, width: $in_channels}
          - unit: {name: unit2, width: $in_channels}
          - add: {when: $shortcut, from: [in, unit2]}

      stage:
        doc: Half of the channels pass through one or two bottlenecks; what each of them makes goes to the end as well.
        params: {width: required, depth: 1, shortcut: true}
        layers:
          - unit: {name: unit1, width: $width, kernel_size: 1}
          - chunk: {name: halves, chunks: 2, dim: 1}
          - bottleneck: {name: deep1, from: halves.1, shortcut: $shortcut}
          - bottleneck: {name: deep2, when: $(depth == 2), shortcut: $shortcut}
          - concat: {when: $(depth == 1), from: [unit1, deep1]}
          - concat: {when: $(depth == 2), from: [unit1, deep1, deep2]}
          - unit: {name: unit2, width: $width, kernel_size: 1}

      pyramid_pool:
        doc: What was in reach of 1, 5, 9 and 13 pixels around.
        params: {width: $in_channels}
        layers:
          - unit: {name: unit1, width: $(width // 2), kernel_size: 1}
          - max_pool2d: {name: near, kernel_size: 5, stride: 1, padding: 2}
          - max_pool2d: {name: far, kernel_size: 5, stride: 1, padding: 2}
          - max_pool2d: {name: farther, kernel_size: 5, stride: 1, padding: 2}
          - concat: {from: [unit1, near, far, farther]}
          - unit: {name: unit2, width: $width, kernel_size: 1}

      branch:
        params: {width: required, out: required}
        layers:
          - unit: {name: unit1, width: $width}
          - unit: {name: unit2, width: $width}
          - conv2d: {name: conv, out_channels: $out, kernel_size: 1, bias: true}

      detect:
        params: {width: required, classes: required, bins: required}
        layers:
          - branch: {name: box, width: "$(max(4 * bins, width))", out: $(4 * bins)}
          - branch: {name: class, from: in, width: "$(max(classes, 4 * width))", out: $classes}
          - concat: {from: [box, class]}

    layers:
      - unit: {name: stem, width: $width, stride: 2}
      - unit: {name: down1, width: $(2 * width), stride: 2}
      - stage: {name: stage1, width: $(2 * width)}
      - unit: {name: down2, width: $(4 * width), stride: 2}
      - stage: {name: stage2, width: $(4 * width), depth: 2}
      - unit: {name: down3, width: $(8 * width), stride: 2}
      - stage: {name: stage3, width: $(8 * width), depth: 2}
      - unit: {name: down4, width: $(16 * width), stride: 2}
      - stage: {name: stage4, width: $(16 * width)}
      - pyramid_pool: {name: pool}

      - upsample: {name: enlarged3, scale_factor: 2, mode: nearest}
      - concat: {from: [enlarged3, stage3]}
      - stage: {name: up3, width: $(8 * width), shortcut: false}
      - upsample: {name: enlarged2, scale_factor: 2, mode: nearest}
      - concat: {from: [enlarged2, stage2]}
      - stage: {name: up2, width: $(4 * width), shortcut: false}
      - unit: {name: reduced3, width: $(4 * width), stride: 2}
      - concat: {from: [reduced3, up3]}
      - stage: {name: out3, width: $(8 * width), shortcut: false}
      - unit: {name: reduced4, width: $(8 * width), stride: 2}
      - concat: {from: [reduced4, pool]}
      - stage: {name: out4, width: $(16 * width), shortcut: false}

      - detect: {name: fine, from: up2, width: $width, classes: $classes, bins: $bins}
      - detect: {name: medium, from: out3, width: $width, classes: $classes, bins: $bins}
      - detect: {name: coarse, from: out4, width: $width, classes: $classes, bins: $bins}

    outputs: [fine, medium, coarse]

    expect:
      outputs:
        fine: [N, $(4 * bins + classes), $(size / 8), $(size / 8)]
        medium: [N, $(4 * bins + classes), $(size / 16), $(size / 16)]
        coarse: [N, $(4 * bins + classes), $(size / 32), $(size / 32)]
      params: 3157184
      macs: 4371456000

    """#)),
  ZooFile(path: "generative/dcgan_discriminator.yaml", content: .text(#"""
    cnnc: 1
    model: dcgan_discriminator
    doc: |
      The discriminator of DCGAN: how likely it is that an image of 64x64 is a real one.
      A. Radford, L. Metz, S. Chintala, "Unsupervised representation learning with deep convolutional generative
      adversarial networks", 2015, https://arxiv.org/abs/1511.06434. Named as in PyTorch's DCGAN example.

    params: {width: 64, channels: 3}
    input: [N, $channels, 64, 64]
    defaults: {conv2d: {kernel_size: 4, stride: 2, padding: 1, bias: false}, leaky_relu: {negative_slope: 0.2}}

    layers:
      - name: main
        sequential:
          - conv2d: {out_channels: $width}
          - leaky_relu
          - conv2d: {out_channels: $(2 * width)}
          - batch_norm
          - leaky_relu
          - conv2d: {out_channels: $(4 * width)}
          - batch_norm
          - leaky_relu
          - conv2d: {out_channels: $(8 * width)}
          - batch_norm
          - leaky_relu
          - conv2d: {out_channels: 1, stride: 1, padding: 0}
          - sigmoid

    expect:
      output: [N, 1, 1, 1]
      params: 2765568
      macs: 103817216

    """#)),
  ZooFile(path: "generative/dcgan_generator.yaml", content: .text(#"""
    cnnc: 1
    model: dcgan_generator
    doc: |
      The generator of DCGAN: 100 random numbers become an image of 64x64.
      A. Radford, L. Metz, S. Chintala, "Unsupervised representation learning with deep convolutional generative
      adversarial networks", 2015, https://arxiv.org/abs/1511.06434. Named as in PyTorch's DCGAN example.

    params: {latent: 100, width: 64, channels: 3}
    input: [N, $latent, 1, 1]
    defaults: {conv_transpose2d: {bias: false}}

    layers:
      - name: main
        sequential:
          - conv_transpose2d: {out_channels: $(8 * width), kernel_size: 4}
          - batch_norm
          - relu
          - conv_transpose2d: {out_channels: $(4 * width), kernel_size: 4, stride: 2, padding: 1}
          - batch_norm
          - relu
          - conv_transpose2d: {out_channels: $(2 * width), kernel_size: 4, stride: 2, padding: 1}
          - batch_norm
          - relu
          - conv_transpose2d: {out_channels: $width, kernel_size: 4, stride: 2, padding: 1}
          - batch_norm
          - relu
          - conv_transpose2d: {out_channels: $channels, kernel_size: 4, stride: 2, padding: 1}
          - tanh

    expect:
      output: [N, $channels, 64, 64]
      params: 3576704
      macs: 104628224

    """#)),
  ZooFile(path: "generative/espcn.yaml", content: .text(#"""
    cnnc: 1
    model: espcn
    doc: |
      ESPCN enlarges the brightness of an image: it computes all pixels of an output block as channels and then moves them
      into place. W. Shi, J. Caballero, F. Huszár, J. Totz, A. P. Aitken, R. Bishop, D. Rueckert, Z. Wang, "Real-time single
      image and video super-resolution using an efficient sub-pixel convolutional neural network", 2016,
      https://arxiv.org/abs/1609.05158.

    params: {scale: 3, size: 85}
    input: [N, 1, $size, $size]

    layers:
      - conv2d: {name: conv1, out_channels: 64, kernel_size: 5, padding: 2}
      - tanh
      - conv2d: {name: conv2, out_channels: 32, kernel_size: 3, padding: 1}
      - tanh
      - conv2d: {name: conv3, out_channels: $(scale ** 2), kernel_size: 3, padding: 1}
      - pixel_shuffle: $scale

    train: {loss: mse}

    expect:
      output: [N, 1, $(scale * size), $(scale * size)]
      params: 22729
      macs: 163458400

    """#)),
  ZooFile(path: "generative/pix2pix_unet.yaml", content: .text(#"""
    cnnc: 1
    model: pix2pix_unet
    doc: |
      The generator of pix2pix, which makes one image of another by a U-Net that is eight levels deep.
      P. Isola, J.-Y. Zhu, T. Zhou, A. A. Efros, "Image-to-image translation with conditional adversarial networks", 2016,
      https://arxiv.org/abs/1611.07004. The size must be a multiple of 256.

    params: {channels: 3, width: 64, size: 256}
    input: [N, $channels, $size, $size]
    defaults:
      conv2d: {kernel_size: 4, stride: 2, padding: 1, bias: false}
      conv_transpose2d: {kernel_size: 4, stride: 2, padding: 1, bias: false}
      leaky_relu: {negative_slope: 0.2}

    blocks:
      down:
        params: {width: required}
        layers:
          - leaky_relu
          - conv2d: {name: conv, out_channels: $width}
          - batch_norm: {name: norm}

      up:
        doc: Doubles the size of `deep`, and joins it with `skip`, the features of that size on the way down.
        params: {width: required, dropout: 0.0}
        inputs: [deep, skip]
        layers:
          - relu: {from: deep}
          - conv_transpose2d: {name: conv, out_channels: $width}
          - batch_norm: {name: norm}
          - dropout: {name: dropped, p: $dropout}
          - concat: {from: [skip, dropped]}

    layers:
      - conv2d: {name: down1, out_channels: $width}
      - down: {name: down2, width: $(2 * width)}
      - down: {name: down3, width: $(4 * width)}
      - down: {name: down4, width: $(8 * width)}
      - down: {name: down5, width: $(8 * width)}
      - down: {name: down6, width: $(8 * width)}
      - down: {name: down7, width: $(8 * width)}
      - leaky_relu
      - conv2d: {name: down8, out_channels: $(8 * width)}
      - up: {name: up7, from: [down8, down7], width: $(8 * width), dropout: 0.5}
      - up: {name: up6, from: [up7, down6], width: $(8 * width), dropout: 0.5}
      - up: {name: up5, from: [up6, down5], width: $(8 * width), dropout: 0.5}
      - up: {name: up4, from: [up5, down4], width: $(8 * width)}
      - up: {name: up3, from: [up4, down3], width: $(4 * width)}
      - up: {name: up2, from: [up3, down2], width: $(2 * width)}
      - up: {name: up1, from: [up2, down1], width: $width}
      - relu
      - conv_transpose2d: {name: head, out_channels: $channels, bias: true}
      - tanh

    expect:
      output: [N, $channels, $size, $size]
      params: 54413955
      macs: 6048186368

    """#)),
  ZooFile(path: "generative/srresnet.yaml", content: .text(#"""
    cnnc: 1
    model: srresnet
    doc: |
      SRResNet, which enlarges images four times: the generator of SRGAN before adversarial training.
      C. Ledig, L. Theis, F. Huszár, J. Caballero, A. Cunningham, A. Acosta, A. Aitken, A. Tejani, J. Totz, Z. Wang, W. Shi,
      "Photo-realistic single image super-resolution using a generative adversarial network", 2016,
      https://arxiv.org/abs/1609.04802.

    params: {width: 64, blocks: 16, size: 96}
    input: [N, 3, $size, $size]

    blocks:
      residual_block:
        layers:
          - residual:
              - conv2d: {name: conv1, out_channels: $in_channels, kernel_size: 3, padding: 1}
              - batch_norm: {name: bn1}
              - prelu: {name: act}
              - conv2d: {name: conv2, out_channels: $in_channels, kernel_size: 3, padding: 1}
              - batch_norm: {name: bn2}

      enlarge:
        doc: Doubles the size.
        layers:
          - conv2d: {name: conv, out_channels: $(4 * in_channels), kernel_size: 3, padding: 1}
          - pixel_shuffle: 2
          - prelu: {name: act}

    layers:
      - conv2d: {name: start, out_channels: $width, kernel_size: 9, padding: 4}
      - prelu: {name: act}
      - residual:
          - name: body
            sequential:
              - residual_block: {repeat: $blocks}
          - conv2d: {name: conv, out_channels: $width, kernel_size: 3, padding: 1}
          - batch_norm: {name: bn}
      - name: enlarge
        sequential:
          - enlarge: {repeat: 2}
      - conv2d: {name: head, out_channels: 3, kernel_size: 9, padding: 4}

    train: {loss: mse}

    expect:
      output: [N, 3, $(4 * size), $(4 * size)]
      params: 1549462
      macs: 20442710016

    """#)),
  ZooFile(path: "segmentation/aspp.yaml", content: .text(#"""
    cnnc: 1
    model: aspp
    doc: |
      Atrous spatial pyramid pooling: one feature map seen through windows of five reaches.
      L.-C. Chen, G. Papandreou, F. Schroff, H. Adam, "Rethinking atrous convolution for semantic image segmentation", 2017,
      https://arxiv.org/abs/1706.05587. Loads the weights of torchvision's ASPP unchanged.

    params: {channels: 2048, width: 256, rates: [12, 24, 36], size: 28}
    input: [N, $channels, $size, $size]
    defaults: {conv2d: {bias: false}}

    layers:
      - name: convs
        parallel:
          branches:
            - - sequential:
                  - conv2d: {out_channels: $width, kernel_size: 1}
                  - batch_norm
                  - relu
            - - sequential:
                  - conv2d: {out_channels: $width, kernel_size: 3, padding: "$(rates[0])", dilation: "$(rates[0])"}
                  - batch_norm
                  - relu
            - - sequential:
                  - conv2d: {out_channels: $width, kernel_size: 3, padding: "$(rates[1])", dilation: "$(rates[1])"}
                  - batch_norm
                  - relu
            - - sequential:
                  - conv2d: {out_channels: $width, kernel_size: 3, padding: "$(rates[2])", dilation: "$(rates[2])"}
                  - batch_norm
                  - relu
            - - sequential:
                  - adaptive_avg_pool2d: 1
                  - conv2d: {out_channels: $width, kernel_size: 1}
                  - batch_norm
                  - relu
                  - upsample: {size: [$size, $size], mode: bilinear}
          join: concat
      - name: project
        sequential:
          - conv2d: {out_channels: $width, kernel_size: 1}
          - batch_norm
          - relu
          - dropout

    expect:
      output: [N, $width, $size, $size]
      params: 15535104
      macs: 11766595584

    """#)),
  ZooFile(path: "segmentation/blocks/conv_norm.yaml", content: .text(#"""
    doc: A convolution with batch norm and an activation, as torchvision's Conv2dNormActivation, and squeeze-and-excitation.

    blocks:
      conv_norm:
        doc: Padded so that a stride of 1 keeps the size; `activation` is relu, relu6, silu, hardswish or none.
        params: {channels: required, kernel_size: 3, stride: 1, dilation: 1, groups: 1, activation: relu}
        layers:
          - conv2d:
              out_channels: $channels
              kernel_size: $kernel_size
              stride: $stride
              padding: $(dilation * (kernel_size // 2))
              dilation: $dilation
              groups: $groups
              bias: false
          - batch_norm
          - relu: {when: $(activation == 'relu')}
          - relu6: {when: $(activation == 'relu6')}
          - silu: {when: $(activation == 'silu')}
          - hardswish: {when: $(activation == 'hardswish')}

      squeeze_excitation:
        doc: |
          Scales each channel by a number from 0 to 1 that follows from the means of all channels. J. Hu, L. Shen, S. Albanie,
          G. Sun, E. Wu, "Squeeze-and-excitation networks", 2017, https://arxiv.org/abs/1709.01507.
        params: {squeezed: required, channels: $in_channels, activation: relu, gate: sigmoid}
        layers:
          - residual:
              body:
                - adaptive_avg_pool2d: {name: avgpool, output_size: 1}
                - conv2d: {name: fc1, out_channels: $squeezed, kernel_size: 1}
                - relu: {when: $(activation == 'relu')}
                - silu: {when: $(activation == 'silu')}
                - conv2d: {name: fc2, out_channels: $channels, kernel_size: 1}
                - sigmoid: {when: $(gate == 'sigmoid')}
                - hardsigmoid: {when: $(gate == 'hardsigmoid')}
              join: mul

    """#)),
  ZooFile(path: "segmentation/blocks/dilated_resnet50.yaml", content: .text(#"""
    doc: ResNet-50 without its classifier, dilated in place of the last two strides, and the head of FCN.

    include: [resnet.yaml]

    blocks:
      dilated_resnet50:
        doc: Features of an eighth of the input's size; `layer3` is the last stage but one.
        layers:
          - conv2d: {name: conv1, out_channels: 64, kernel_size: 7, stride: 2, padding: 3, bias: false}
          - batch_norm: {name: bn1}
          - relu
          - max_pool2d: {name: maxpool, kernel_size: 3, stride: 2, padding: 1}
          - bottleneck_stage: {name: layer1, depth: 3, width: 64}
          - bottleneck_stage: {name: layer2, depth: 4, width: 128, stride: 2}
          - bottleneck_stage: {name: layer3, depth: 6, width: 256, dilation: 2}
          - bottleneck_stage: {name: layer4, depth: 3, width: 512, first_dilation: 2, dilation: 4}

      fcn_head:
        params: {classes: required}
        layers:
          - conv2d: {out_channels: $(in_channels // 4), kernel_size: 3, padding: 1, bias: false}
          - batch_norm
          - relu
          - dropout: 0.1
          - conv2d: {out_channels: $classes, kernel_size: 1}

    """#)),
  ZooFile(path: "segmentation/blocks/high_resolution.yaml", content: .text(#"""
    doc: |
      The parts of HRNet: `exchange_of_n` runs n branches, each of half the size and twice the channels of the one before,
      and then adds to each of them what all the others have found.

    blocks:
      bottleneck:
        params: {width: required}
        layers:
          - residual:
              body:
                - conv2d: {name: conv1, out_channels: $width, kernel_size: 1}
                - batch_norm: {name: bn1}
                - relu
                - conv2d: {name: conv2, out_channels: $width, kernel_size: 3, padding: 1}
                - batch_norm: {name: bn2}
                - relu
                - conv2d: {name: conv3, out_channels: $(4 * width), kernel_size: 1}
                - batch_norm: {name: bn3}
              shortcut:
                - name: downsample
                  sequential:
                    - conv2d: {out_channels: $(4 * width), kernel_size: 1}
                    - batch_norm
          - relu

      basic_block:
        layers:
          - residual:
              - conv2d: {name: conv1, out_channels: $in_channels, kernel_size: 3, padding: 1}
              - batch_norm: {name: bn1}
              - relu
              - conv2d: {name: conv2, out_channels: $in_channels, kernel_size: 3, padding: 1}
              - batch_norm: {name: bn2}
          - relu

      shrink:
        doc: Half the size, `steps` times; the last one changes the number of channels and may end without an activation.
        params: {width: required, steps: 1, last_relu: false}
        layers:
          - repeat: $steps
            sequential:
              - conv2d:
                  out_channels: $(width if i == steps - 1 else in_channels)
                  kernel_size: 3
                  stride: 2
                  padding: 1
              - batch_norm
              - relu: {when: $(last_relu or i < steps - 1)}

      enlarge:
        params: {width: required, factor: required}
        layers:
          - conv2d: {out_channels: $width, kernel_size: 1}
          - batch_norm
          - upsample: {scale_factor: $factor}

      exchange_of_2:
        params: {width: required}
        inputs: [a, b]
        layers:
          - name: branches
            parallel:
              branches:
                - - sequential:
                      - basic_block: {from: a}
                      - basic_block
                - - sequential:
                      - basic_block: {from: b}
                      - basic_block
              join: none
          - name: fuse_layers
            parallel:
              branches:
                - - sequential:
                      - parallel:
                          branches:
                            - - identity: {from: branches.0}
                            - - enlarge: {from: branches.1, width: $width, factor: 2}
                          join: add
                      - relu
                - - sequential:
                      - parallel:
                          branches:
                            - - shrink: {from: branches.0, width: $(2 * width)}
                            - - identity: {from: branches.1}
                          join: add
                      - relu
              join: none

      exchange_of_3:
        params: {width: required}
        inputs: [a, b, c]
        layers:
          - name: branches
            parallel:
              branches:
                - - sequential:
                      - basic_block: {from: a}
                      - basic_block
                - - sequential:
                      - basic_block: {from: b}
                      - basic_block
                - - sequential:
                      - basic_block: {from: c}
                      - basic_block
              join: none
          - name: fuse_layers
            parallel:
              branches:
                - - sequential:
                      - parallel:
                          branches:
                            - - identity: {from: branches.0}
                            - - enlarge: {from: branches.1, width: $width, factor: 2}
                            - - enlarge: {from: branches.2, width: $width, factor: 4}
                          join: add
                      - relu
                - - sequential:
                      - parallel:
                          branches:
                            - - shrink: {from: branches.0, width: $(2 * width)}
                            - - identity: {from: branches.1}
                            - - enlarge: {from: branches.2, width: $(2 * width), factor: 2}
                          join: add
                      - relu
                - - sequential:
                      - parallel:
                          branches:
                            - - shrink: {from: branches.0, width: $(4 * width), steps: 2}
                            - - shrink: {from: branches.1, width: $(4 * width)}
                            - - identity: {from: branches.2}
                          join: add
                      - relu
              join: none

      exchange_of_4:
        params: {width: required}
        inputs: [a, b, c, d]
        layers:
          - name: branches
            parallel:
              branches:
                - - sequential:
                      - basic_block: {from: a}
                      - basic_block
                - - sequential:
                      - basic_block: {from: b}
                      - basic_block
                - - sequential:
                      - basic_block: {from: c}
                      - basic_block
                - - sequential:
                      - basic_block: {from: d}
                      - basic_block
              join: none
          - name: fuse_layers
            parallel:
              branches:
                - - sequential:
                      - parallel:
                          branches:
                            - - identity: {from: branches.0}
                            - - enlarge: {from: branches.1, width: $width, factor: 2}
                            - - enlarge: {from: branches.2, width: $width, factor: 4}
                            - - enlarge: {from: branches.3, width: $width, factor: 8}
                          join: add
                      - relu
                - - sequential:
                      - parallel:
                          branches:
                            - - shrink: {from: branches.0, width: $(2 * width)}
                            - - identity: {from: branches.1}
                            - - enlarge: {from: branches.2, width: $(2 * width), factor: 2}
                            - - enlarge: {from: branches.3, width: $(2 * width), factor: 4}
                          join: add
                      - relu
                - - sequential:
                      - parallel:
                          branches:
                            - - shrink: {from: branches.0, width: $(4 * width), steps: 2}
                            - - shrink: {from: branches.1, width: $(4 * width)}
                            - - identity: {from: branches.2}
                            - - enlarge: {from: branches.3, width: $(4 * width), factor: 2}
                          join: add
                      - relu
                - - sequential:
                      - parallel:
                          branches:
                            - - shrink: {from: branches.0, width: $(8 * width), steps: 3}
                            - - shrink: {from: branches.1, width: $(8 * width), steps: 2}
                            - - shrink: {from: branches.2, width: $(8 * width)}
                            - - identity: {from: branches.3}
                          join: add
                      - relu
              join: none

    """#)),
  ZooFile(path: "segmentation/blocks/mobilenet_v3.yaml", content: .text(#"""
    doc: The inverted residual block of MobileNetV3, and the last layers.

    include: [conv_norm.yaml]

    blocks:
      inverted_residual:
        doc: |
          A depthwise convolution, wide and with squeeze-and-excitation where `se` says so, between two pointwise ones; added
          to its input where that has the same shape. `activation` is relu or hardswish.
        params:
          kernel_size: required
          expanded: required
          channels: required
          se: required
          activation: required
          stride: 1
          dilation: 1
        layers:
          - name: block
            sequential:
              - conv_norm:
                  when: $(expanded != in_channels)
                  channels: $expanded
                  kernel_size: 1
                  activation: $activation
              - conv_norm:
                  channels: $expanded
                  kernel_size: $kernel_size
                  stride: $stride
                  dilation: $dilation
                  groups: $expanded
                  activation: $activation
              - squeeze_excitation:
                  when: $se
                  squeezed: $(make_divisible(expanded // 4, 8))
                  gate: hardsigmoid
              - conv_norm: {channels: $channels, kernel_size: 1, activation: none}
          - add: {from: [in, block], when: $(stride == 1 and in_channels == channels)}

      mobilenet_v3_classifier:
        params: {channels: required, num_classes: required, dropout: 0.2}
        layers:
          - linear: $channels
          - hardswish
          - dropout: $dropout
          - linear: $num_classes

    """#)),
  ZooFile(path: "segmentation/blocks/resnet.yaml", content: .text(#"""
    doc: The residual blocks of torchvision's ResNet, and stages of them; a stage's first block may have a stride.

    blocks:
      downsample:
        params: {channels: required, stride: required}
        layers:
          - conv2d: {out_channels: $channels, kernel_size: 1, stride: $stride, bias: false}
          - batch_norm

      basic_block:
        params: {width: required, stride: 1}
        layers:
          - residual:
              body:
                - conv2d: {name: conv1, out_channels: $width, kernel_size: 3, stride: $stride, padding: 1, bias: false}
                - batch_norm: {name: bn1}
                - relu
                - conv2d: {name: conv2, out_channels: $width, kernel_size: 3, padding: 1, bias: false}
                - batch_norm: {name: bn2}
              shortcut:
                - downsample:
                    name: downsample
                    when: $(stride != 1 or in_channels != width)
                    channels: $width
                    stride: $stride
          - relu

      bottleneck:
        doc: Pointwise to `inner` channels, 3x3, pointwise to four times `width`; the stride is that of the 3x3.
        params: {width: required, inner: $width, stride: 1, dilation: 1, groups: 1}
        layers:
          - residual:
              body:
                - conv2d: {name: conv1, out_channels: $inner, kernel_size: 1, bias: false}
                - batch_norm: {name: bn1}
                - relu
                - conv2d:
                    name: conv2
                    out_channels: $inner
                    kernel_size: 3
                    stride: $stride
                    padding: $dilation
                    dilation: $dilation
                    groups: $groups
                    bias: false
                - batch_norm: {name: bn2}
                - relu
                - conv2d: {name: conv3, out_channels: $(4 * width), kernel_size: 1, bias: false}
                - batch_norm: {name: bn3}
              shortcut:
                - downsample:
                    name: downsample
                    when: $(stride != 1 or in_channels != 4 * width)
                    channels: $(4 * width)
                    stride: $stride
          - relu

      basic_stage:
        params: {depth: required, width: required, stride: 1}
        layers:
          - basic_block: {repeat: $depth, width: $width, stride: $(stride if i == 0 else 1)}

      bottleneck_stage:
        doc: The first block may have a dilation of its own too, as where a stride was replaced by dilation.
        params: {depth: required, width: required, inner: $width, stride: 1, first_dilation: 1, dilation: 1, groups: 1}
        layers:
          - bottleneck:
              repeat: $depth
              width: $width
              inner: $inner
              stride: $(stride if i == 0 else 1)
              dilation: $(first_dilation if i == 0 else dilation)
              groups: $groups

    """#)),
  ZooFile(path: "segmentation/deeplabv3_resnet50.yaml", content: .text(#"""
    cnnc: 1
    model: deeplabv3_resnet50
    doc: |
      DeepLabv3 on a dilated ResNet-50. L.-C. Chen, G. Papandreou, F. Schroff, H. Adam, "Rethinking atrous convolution for
      semantic image segmentation", 2017, https://arxiv.org/abs/1706.05587. Loads torchvision's deeplabv3_resnet50 weights
      unchanged; `aux`, which helps to train, is the output of its auxiliary classifier.

    params: {num_classes: 21, size: 520}
    input: [N, 3, $size, $size]
    defaults: {rounding: floor, upsample: {mode: bilinear}}
    include: [blocks/dilated_resnet50.yaml]

    blocks:
      conv_bn_relu:
        params: {channels: 256, kernel_size: 1, dilation: 1}
        layers:
          - conv2d:
              out_channels: $channels
              kernel_size: $kernel_size
              padding: $(dilation * (kernel_size // 2))
              dilation: $dilation
              bias: false
          - batch_norm
          - relu

      image_pooling:
        doc: What the whole image says, at every position.
        layers:
          - adaptive_avg_pool2d: 1
          - conv2d: {out_channels: 256, kernel_size: 1, bias: false}
          - batch_norm
          - relu
          - upsample: {like: in}

      aspp:
        doc: Atrous spatial pyramid pooling, features at several dilations and of the whole image.
        layers:
          - name: convs
            parallel:
              branches:
                - [conv_bn_relu]
                - - conv_bn_relu: {kernel_size: 3, dilation: 12}
                - - conv_bn_relu: {kernel_size: 3, dilation: 24}
                - - conv_bn_relu: {kernel_size: 3, dilation: 36}
                - [image_pooling]
          - name: project
            sequential:
              - conv2d: {out_channels: 256, kernel_size: 1, bias: false}
              - batch_norm
              - relu
              - dropout: 0.5

    layers:
      - dilated_resnet50: {name: backbone}
      - name: classifier
        sequential:
          - aspp
          - conv2d: {out_channels: 256, kernel_size: 3, padding: 1, bias: false}
          - batch_norm
          - relu
          - conv2d: {out_channels: $num_classes, kernel_size: 1}
      - upsample: {name: out, like: input}
      - fcn_head: {name: aux_classifier, from: backbone.layer3, classes: $num_classes}
      - upsample: {name: aux, like: input}

    outputs: [out, aux]

    expect:
      outputs: {out: [N, $num_classes, $size, $size], aux: [N, $num_classes, $size, $size]}
      params: 42004074
      macs: 178721945088

    """#)),
  ZooFile(path: "segmentation/fcn_resnet50.yaml", content: .text(#"""
    cnnc: 1
    model: fcn_resnet50
    doc: |
      FCN on a dilated ResNet-50. J. Long, E. Shelhamer, T. Darrell, "Fully convolutional networks for semantic segmentation",
      2014, https://arxiv.org/abs/1411.4038. Loads torchvision's fcn_resnet50 weights unchanged; `aux`, which helps to train,
      is the output of its auxiliary classifier.

    params: {num_classes: 21, size: 520}
    input: [N, 3, $size, $size]
    defaults: {rounding: floor, upsample: {mode: bilinear}}
    include: [blocks/dilated_resnet50.yaml]

    layers:
      - dilated_resnet50: {name: backbone}
      - fcn_head: {name: classifier, classes: $num_classes}
      - upsample: {name: out, like: input}
      - fcn_head: {name: aux_classifier, from: backbone.layer3, classes: $num_classes}
      - upsample: {name: aux, like: input}

    outputs: [out, aux]

    expect:
      outputs: {out: [N, $num_classes, $size, $size], aux: [N, $num_classes, $size, $size]}
      params: 35322218
      macs: 152716512000

    """#)),
  ZooFile(path: "segmentation/hrnet_w18_small.yaml", content: .text(#"""
    cnnc: 1
    model: hrnet_w18_small
    doc: |
      HRNet-W18 (small), which keeps a branch of high resolution from the beginning to the end and segments images with it.
      J. Wang, K. Sun, T. Cheng, B. Jiang, C. Deng, Y. Zhao, D. Liu, Y. Mu, M. Tan, X. Wang, W. Liu, B. Xiao, "Deep
      high-resolution representation learning for visual recognition", 2019, https://arxiv.org/abs/1908.07919.
      Everything before `last_layer` has the names of timm's hrnet_w18_small. The size must be a multiple of 32.

    params: {classes: 19, width: 16, size: 256}
    input: [N, 3, $size, $size]
    defaults: {rounding: floor, conv2d: {bias: false}, upsample: {mode: nearest}}
    include: [blocks/high_resolution.yaml]

    layers:
      - conv2d: {name: conv1, out_channels: 64, kernel_size: 3, stride: 2, padding: 1}
      - batch_norm: {name: bn1}
      - relu
      - conv2d: {name: conv2, out_channels: 64, kernel_size: 3, stride: 2, padding: 1}
      - batch_norm: {name: bn2}
      - relu
      - name: layer1
        sequential:
          - bottleneck: {width: 32}
      - name: transition1
        parallel:
          branches:
            - - sequential:
                  - conv2d: {out_channels: $width, kernel_size: 3, padding: 1}
                  - batch_norm
                  - relu
            - - shrink: {width: $(2 * width), last_relu: true}
          join: none
      - name: stage2
        sequential:
          - exchange_of_2: {width: $width}
      - name: transition2
        parallel:
          branches:
            - - identity: {from: stage2.0}
            - - identity: {from: stage2.1}
            - - shrink: {from: stage2.1, width: $(4 * width), last_relu: true}
          join: none
      - name: stage3
        sequential:
          - exchange_of_3: {width: $width}
      - name: transition3
        parallel:
          branches:
            - - identity: {from: stage3.0}
            - - identity: {from: stage3.1}
            - - identity: {from: stage3.2}
            - - shrink: {from: stage3.2, width: $(8 * width), last_relu: true}
          join: none
      - name: stage4
        sequential:
          - exchange_of_4: {width: $width}
      - parallel:
          branches:
            - - identity: {from: stage4.0}
            - - upsample: {from: stage4.1, scale_factor: 2, mode: bilinear}
            - - upsample: {from: stage4.2, scale_factor: 4, mode: bilinear}
            - - upsample: {from: stage4.3, scale_factor: 8, mode: bilinear}
          join: concat
      - name: last_layer
        sequential:
          - conv2d: {out_channels: $in_channels, kernel_size: 1, bias: true}
          - batch_norm
          - relu
          - conv2d: {out_channels: $classes, kernel_size: 1, bias: true}

    expect:
      output: [N, $classes, $(size / 4), $(size / 4)]
      params: 1540819
      macs: 1043464192

    """#)),
  ZooFile(path: "segmentation/lraspp_mobilenet_v3_large.yaml", content: .text(#"""
    cnnc: 1
    model: lraspp_mobilenet_v3_large
    doc: |
      Lite R-ASPP on a dilated MobileNetV3-Large. A. Howard, M. Sandler, G. Chu, L.-C. Chen, B. Chen, M. Tan, W. Wang, Y. Zhu,
      R. Pang, V. Vasudevan, Q. V. Le, H. Adam, "Searching for MobileNetV3", 2019, https://arxiv.org/abs/1905.02244. Loads
      torchvision's lraspp_mobilenet_v3_large weights unchanged.

    params: {num_classes: 21, size: 520}
    input: [N, 3, $size, $size]
    defaults: {rounding: floor, batch_norm: {eps: 0.001, momentum: 0.01}, upsample: {mode: bilinear}}
    include: [blocks/mobilenet_v3.yaml]

    layers:
      - name: backbone
        sequential:
          - conv_norm: {channels: 16, stride: 2, activation: hardswish}
          - inverted_residual:
              each:
                k: [3, 3, 3, 5, 5, 5, 3, 3, 3, 3, 3, 3, 5, 5, 5]
                e: [16, 64, 72, 72, 120, 120, 240, 200, 184, 184, 480, 672, 672, 960, 960]
                c: [16, 24, 24, 40, 40, 40, 80, 80, 80, 80, 112, 112, 160, 160, 160]
                se: [false, false, false, true, true, true, false, false, false, false, true, true, true, true, true]
                s: [1, 2, 1, 2, 1, 1, 2, 1, 1, 1, 1, 1, 1, 1, 1]
                d: [1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 2, 2, 2]
              name: $(i + 1)
              kernel_size: $k
              expanded: $e
              channels: $c
              se: $se
              activation: $('relu' if i < 6 else 'hardswish')
              stride: $s
              dilation: $d
          - conv_norm: {channels: $(6 * in_channels), kernel_size: 1, activation: hardswish}
      - name: classifier
        sequential:
          - residual:
              body:
                - name: cbr
                  sequential:
                    - conv2d: {out_channels: 128, kernel_size: 1, bias: false}
                    - batch_norm: {eps: 1e-5, momentum: 0.1}
                    - relu
              shortcut:
                - name: scale
                  sequential:
                    - adaptive_avg_pool2d: 1
                    - conv2d: {out_channels: 128, kernel_size: 1, bias: false}
                    - sigmoid
              join: mul
          - upsample: {like: backbone.4}
          - conv2d: {name: high_classifier, out_channels: $num_classes, kernel_size: 1}
          - conv2d: {name: low_classifier, from: backbone.4, out_channels: $num_classes, kernel_size: 1}
          - add: {from: [low_classifier, high_classifier]}
      - upsample: {name: out, like: input}

    outputs: [out]

    expect:
      outputs: {out: [N, $num_classes, $size, $size]}
      params: 3221538
      macs: 2086219688

    """#)),
  ZooFile(path: "segmentation/segnet.yaml", content: .text(#"""
    cnnc: 1
    model: segnet
    doc: |
      SegNet, which enlarges its features by putting each maximum back where it came from.
      V. Badrinarayanan, A. Kendall, R. Cipolla, "SegNet: a deep convolutional encoder-decoder architecture for image
      segmentation", 2015, https://arxiv.org/abs/1511.00561. The size must be a multiple of 32.

    params: {classes: 12, width: 64, size: 224}
    input: [N, 3, $size, $size]
    defaults: {max_pool2d: {kernel_size: 2, return_indices: true}, max_unpool2d: {kernel_size: 2}}

    blocks:
      units:
        doc: As many convolutions as `depth`; the last one has `out` channels.
        params: {depth: required, width: $in_channels, out: $width}
        layers:
          - repeat: $depth
            sequential:
              - conv2d: {name: conv, out_channels: $(out if i == depth - 1 else width), kernel_size: 3, padding: 1}
              - batch_norm: {name: norm}
              - relu

    layers:
      - units: {name: encode1, depth: 2, width: $width}
      - max_pool2d: {name: pool1}
      - units: {name: encode2, depth: 2, width: $(2 * width)}
      - max_pool2d: {name: pool2}
      - units: {name: encode3, depth: 3, width: $(4 * width)}
      - max_pool2d: {name: pool3}
      - units: {name: encode4, depth: 3, width: $(8 * width)}
      - max_pool2d: {name: pool4}
      - units: {name: encode5, depth: 3, width: $(8 * width)}
      - max_pool2d: {name: pool5}
      - max_unpool2d: {name: unpool5, from: [pool5.0, pool5.1]}
      - units: {name: decode5, depth: 3}
      - max_unpool2d: {name: unpool4, from: [decode5, pool4.1]}
      - units: {name: decode4, depth: 3, out: $(4 * width)}
      - max_unpool2d: {name: unpool3, from: [decode4, pool3.1]}
      - units: {name: decode3, depth: 3, out: $(2 * width)}
      - max_unpool2d: {name: unpool2, from: [decode3, pool2.1]}
      - units: {name: decode2, depth: 2, out: $width}
      - max_unpool2d: {name: unpool1, from: [decode2, pool1.1]}
      - units: {name: decode1, depth: 1}
      - conv2d: {name: head, out_channels: $classes, kernel_size: 3, padding: 1}

    expect:
      output: [N, $classes, $size, $size]
      params: 29449932
      macs: 30953373696

    """#)),
  ZooFile(path: "segmentation/unet.yaml", content: .text(#"""
    cnnc: 1
    model: unet
    doc: |
      U-Net for segmentation, four levels deep, with padded convolutions so that the output is as large as the input.
      O. Ronneberger, P. Fischer, T. Brox, "U-Net: convolutional networks for biomedical image segmentation", 2015,
      https://arxiv.org/abs/1505.04597. The size must be a multiple of 16.

    params: {classes: 2, width: 64, size: 256}
    input: [N, 3, $size, $size]
    defaults: {conv2d: {bias: false}}

    blocks:
      double_conv:
        params: {width: required}
        layers:
          - conv2d: {out_channels: $width, kernel_size: 3, padding: 1}
          - batch_norm
          - relu
          - conv2d: {out_channels: $width, kernel_size: 3, padding: 1}
          - batch_norm
          - relu

      down:
        params: {width: required}
        layers:
          - max_pool2d: 2
          - double_conv: {name: conv, width: $width}

      up:
        doc: Doubles the size of `deep` and joins it with `skip`, the features of that size on the way down.
        params: {width: required}
        inputs: [deep, skip]
        layers:
          - conv_transpose2d: {name: enlarge, from: deep, out_channels: $width, kernel_size: 2, stride: 2}
          - concat: {from: [skip, enlarge]}
          - double_conv: {name: conv, width: $width}

    layers:
      - double_conv: {name: down0, width: $width}
      - down: {name: down1, width: $(2 * width)}
      - down: {name: down2, width: $(4 * width)}
      - down: {name: down3, width: $(8 * width)}
      - down: {name: down4, width: $(16 * width)}
      - up: {name: up3, from: [down4, down3], width: $(8 * width)}
      - up: {name: up2, from: [up3, down2], width: $(4 * width)}
      - up: {name: up1, from: [up2, down1], width: $(2 * width)}
      - up: {name: up0, from: [up1, down0], width: $width}
      - conv2d: {name: head, out_channels: $classes, kernel_size: 1, bias: true}

    expect:
      output: [N, $classes, $size, $size]
      params: 31037698
      macs: 48171581440

    """#)),
  ZooFile(path: "sequence/m5.yaml", content: .text(#"""
    cnnc: 1
    model: m5
    doc: |
      M5, which classifies raw audio by four convolutions: one long window over the samples and three short ones.
      W. Dai, C. Dai, S. Qu, J. Li, S. Das, "Very deep convolutional neural networks for raw waveforms", 2016,
      https://arxiv.org/abs/1610.00087. By default nearly four seconds at 8 kHz, of which every sample is read.

    params: {num_classes: 10, width: 128, stride: 4, samples: 31820}
    input: [N, 1, $samples]
    defaults: {rounding: floor, conv1d: {padding: 1}}

    layers:
      - conv1d: {name: conv1, out_channels: $width, kernel_size: 80, stride: $stride, padding: 0}
      - batch_norm: {name: bn1}
      - relu
      - max_pool1d: 4
      - conv1d: {name: conv2, out_channels: $width, kernel_size: 3}
      - batch_norm: {name: bn2}
      - relu
      - max_pool1d: 4
      - conv1d: {name: conv3, out_channels: $(2 * width), kernel_size: 3}
      - batch_norm: {name: bn3}
      - relu
      - max_pool1d: 4
      - conv1d: {name: conv4, out_channels: $(4 * width), kernel_size: 3}
      - batch_norm: {name: bn4}
      - relu
      - max_pool1d: 4
      - global_avg_pool
      - flatten
      - linear: {name: fc1, out_features: $num_classes}

    train: {loss: cross_entropy}

    expect:
      output: [N, $num_classes]
      params: 559114
      macs: 276304896

    """#)),
  ZooFile(path: "sequence/tcn.yaml", content: .text(#"""
    cnnc: 1
    model: tcn
    doc: |
      A temporal convolutional network: each output reads only its own step of the sequence and earlier ones, 253 in all.
      S. Bai, J. Z. Kolter, V. Koltun, "An empirical evaluation of generic convolutional and recurrent networks for sequence
      modeling", 2018, https://arxiv.org/abs/1803.01271. Without the paper's weight normalisation.

    params: {features: 1, width: 32, classes: 10, steps: 256}
    input: [N, $features, $steps]

    blocks:
      temporal_block:
        params: {width: required, dilation: required}
        layers:
          - residual:
              body:
                - conv1d: {name: conv1, out_channels: $width, kernel_size: 3, padding: causal, dilation: $dilation}
                - relu
                - dropout: 0.1
                - conv1d: {name: conv2, out_channels: $width, kernel_size: 3, padding: causal, dilation: $dilation}
                - relu
                - dropout: 0.1
              shortcut:
                - conv1d: {name: downsample, when: $(in_channels != width), out_channels: $width, kernel_size: 1}
          - relu

    layers:
      - name: network
        sequential:
          - temporal_block: {repeat: 6, width: $width, dilation: $(2 ** i)}
      - conv1d: {name: head, out_channels: $classes, kernel_size: 1}

    expect:
      output: [N, $classes, $steps]
      params: 34666
      macs: 8765440
      receptive_field: 253

    """#)),
  ZooFile(path: "sequence/wavenet.yaml", content: .text(#"""
    cnnc: 1
    model: wavenet
    doc: |
      WaveNet: gated causal convolutions, dilated more and more, and a sum of what each of them adds to the prediction of
      the next sample. A. van den Oord, S. Dieleman, H. Zen, K. Simonyan, O. Vinyals, A. Graves, N. Kalchbrenner, A. Senior,
      K. Kavukcuoglu, "WaveNet: a generative model for raw audio", 2016, https://arxiv.org/abs/1609.03499. Samples are
      one-hot vectors of 256 levels; the output has scores of the level that follows.

    params: {levels: 256, width: 32, skip_width: 256, stacks: 3, depth: 10, steps: 4096}
    input: [N, $levels, $steps]
    defaults: {conv1d: {padding: causal}}

    layers:
      - conv1d: {name: start, out_channels: $width, kernel_size: 2}
      - repeat: $(stacks * depth)
        name: block$(i)
        sequential:
          - identity: {name: before}
          - conv1d: {name: filter, out_channels: $width, kernel_size: 2, dilation: $(2 ** (i % depth))}
          - tanh: {name: filtered}
          - conv1d: {name: gate, from: before, out_channels: $width, kernel_size: 2, dilation: $(2 ** (i % depth))}
          - sigmoid: {name: opened}
          - mul: {name: gated, from: [filtered, opened]}
          - conv1d: {name: skip, out_channels: $skip_width, kernel_size: 1}
          - add: {name: total, when: $(i > 0), from: ["block$(i - 1).total", skip]}
          - identity: {name: total, when: $(i == 0)}
          - conv1d: {name: mix, when: $(i < stacks * depth - 1), from: gated, out_channels: $width, kernel_size: 1}
          - add: {when: $(i < stacks * depth - 1), from: [before, mix]}
      - relu: {from: "block$(stacks * depth - 1).total"}
      - conv1d: {name: hidden, out_channels: $skip_width, kernel_size: 1}
      - relu
      - conv1d: {name: head, out_channels: $levels, kernel_size: 1}

    expect:
      output: [N, $levels, $steps]
      params: 556864
      macs: 2235564032
      receptive_field: 3071

    """#)),
  ZooFile(path: "volumetric/blocks/video_resnet.yaml", content: .text(#"""
    doc: The residual blocks of torchvision's networks over video.

    blocks:
      factored_conv:
        doc: A convolution over rows and columns, then one over time.
        params: {width: required, middle: required, stride: 1}
        layers:
          - conv3d: {out_channels: $middle, kernel_size: [1, 3, 3], stride: [1, $stride, $stride], padding: [0, 1, 1]}
          - batch_norm
          - relu
          - conv3d: {out_channels: $width, kernel_size: [3, 1, 1], stride: [$stride, 1, 1], padding: [1, 0, 0]}

      basic_block:
        doc: Two convolutions of 3x3x3 with a shortcut; factored into space and time where `middle` is a width and not 0.
        params: {width: required, stride: 1, middle: 0}
        layers:
          - residual:
              body:
                - name: conv1
                  sequential:
                    - conv3d: {when: $(middle == 0), out_channels: $width, kernel_size: 3, stride: $stride, padding: 1}
                    - factored_conv: {when: $(middle > 0), width: $width, middle: $middle, stride: $stride}
                    - batch_norm
                    - relu
                - name: conv2
                  sequential:
                    - conv3d: {when: $(middle == 0), out_channels: $width, kernel_size: 3, padding: 1}
                    - factored_conv: {when: $(middle > 0), width: $width, middle: $middle}
                    - batch_norm
              shortcut:
                - name: downsample
                  when: $(stride != 1 or in_channels != width)
                  sequential:
                    - conv3d: {out_channels: $width, kernel_size: 1, stride: $stride}
                    - batch_norm
          - relu

    """#)),
  ZooFile(path: "volumetric/c3d.yaml", content: .text(#"""
    cnnc: 1
    model: c3d
    doc: |
      C3D: eight convolutions of 3x3x3 over 16 frames of video, and three linear layers.
      D. Tran, L. Bourdev, R. Fergus, L. Torresani, M. Paluri, "Learning spatiotemporal features with 3D convolutional
      networks", 2014, https://arxiv.org/abs/1412.0767.

    params: {num_classes: 487, width: 64, hidden: 4096, frames: 16, size: 112}
    input: [N, 3, $frames, $size, $size]
    defaults: {rounding: floor, conv3d: {kernel_size: 3, padding: 1}}

    layers:
      - conv3d: {name: conv1, out_channels: $width}
      - relu
      - max_pool3d: {name: pool1, kernel_size: [1, 2, 2]}
      - conv3d: {name: conv2, out_channels: $(2 * width)}
      - relu
      - max_pool3d: {name: pool2, kernel_size: 2}
      - conv3d: {name: conv3a, out_channels: $(4 * width)}
      - relu
      - conv3d: {name: conv3b, out_channels: $(4 * width)}
      - relu
      - max_pool3d: {name: pool3, kernel_size: 2}
      - conv3d: {name: conv4a, out_channels: $(8 * width)}
      - relu
      - conv3d: {name: conv4b, out_channels: $(8 * width)}
      - relu
      - max_pool3d: {name: pool4, kernel_size: 2}
      - conv3d: {name: conv5a, out_channels: $(8 * width)}
      - relu
      - conv3d: {name: conv5b, out_channels: $(8 * width)}
      - relu
      - max_pool3d: {name: pool5, kernel_size: 2, padding: [0, 1, 1]}
      - flatten
      - linear: {name: fc6, out_features: $hidden}
      - relu
      - dropout
      - linear: {name: fc7, out_features: $hidden}
      - relu
      - dropout
      - linear: {name: fc8, out_features: $num_classes}

    train: {loss: cross_entropy}

    expect:
      output: [N, $num_classes]
      params: 79991015
      macs: 38548959232

    """#)),
  ZooFile(path: "volumetric/r2plus1d_18.yaml", content: .text(#"""
    cnnc: 1
    model: r2plus1d_18
    doc: |
      R(2+1)D-18: every convolution over video is one over rows and columns and then one over time, with as many parameters.
      D. Tran, H. Wang, L. Torresani, J. Ray, Y. LeCun, M. Paluri, "A closer look at spatiotemporal convolutions for action
      recognition", 2017, https://arxiv.org/abs/1711.11248. Loads torchvision's r2plus1d_18 weights unchanged.

    params: {num_classes: 400, width: 64, frames: 16, size: 112}
    input: [N, 3, $frames, $size, $size]
    defaults: {rounding: floor, conv3d: {bias: false}}
    include: [blocks/video_resnet.yaml]

    layers:
      - name: stem
        sequential:
          - conv3d: {out_channels: 45, kernel_size: [1, 7, 7], stride: [1, 2, 2], padding: [0, 3, 3]}
          - batch_norm
          - relu
          - conv3d: {out_channels: $width, kernel_size: [3, 1, 1], padding: [1, 0, 0]}
          - batch_norm
          - relu
      - each: {s: [1, 2, 2, 2], w: [$width, $(2 * width), $(4 * width), $(8 * width)]}
        name: layer$(i + 1)
        sequential:
          - basic_block: {width: $w, stride: $s, middle: $(27 * in_channels * w // (9 * in_channels + 3 * w))}
          - basic_block: {width: $w, middle: $(27 * w // 12)}
      - adaptive_avg_pool3d: {name: avgpool, output_size: 1}
      - flatten
      - linear: {name: fc, out_features: $num_classes}

    train: {loss: cross_entropy}

    expect:
      output: [N, $num_classes]
      params: 31505325
      macs: 40519080960

    """#)),
  ZooFile(path: "volumetric/r3d_18.yaml", content: .text(#"""
    cnnc: 1
    model: r3d_18
    doc: |
      R3D-18, a residual network over video. D. Tran, H. Wang, L. Torresani, J. Ray, Y. LeCun, M. Paluri, "A closer look at
      spatiotemporal convolutions for action recognition", 2017, https://arxiv.org/abs/1711.11248. Loads torchvision's
      r3d_18 weights unchanged.

    params: {num_classes: 400, width: 64, frames: 16, size: 112}
    input: [N, 3, $frames, $size, $size]
    defaults: {rounding: floor, conv3d: {bias: false}}
    include: [blocks/video_resnet.yaml]

    layers:
      - name: stem
        sequential:
          - conv3d: {out_channels: $width, kernel_size: [3, 7, 7], stride: [1, 2, 2], padding: [1, 3, 3]}
          - batch_norm
          - relu
      - each: {s: [1, 2, 2, 2], w: [$width, $(2 * width), $(4 * width), $(8 * width)]}
        name: layer$(i + 1)
        sequential:
          - basic_block: {width: $w, stride: $s}
          - basic_block: {width: $w}
      - adaptive_avg_pool3d: {name: avgpool, output_size: 1}
      - flatten
      - linear: {name: fc, out_features: $num_classes}

    train: {loss: cross_entropy}

    expect:
      output: [N, $num_classes]
      params: 33371472
      macs: 40696553472

    """#)),
  ZooFile(path: "volumetric/unet_3d.yaml", content: .text(#"""
    cnnc: 1
    model: unet_3d
    doc: |
      The 3-d U-Net for volumes, four levels deep, with padded convolutions so that the output is as large as the input.
      Ö. Çiçek, A. Abdulkadir, S. S. Lienkamp, T. Brox, O. Ronneberger, "3D U-Net: learning dense volumetric segmentation
      from sparse annotation", 2016, https://arxiv.org/abs/1606.06650. With as many parameters as the paper states. Sizes
      must be multiples of 8.

    params: {channels: 3, classes: 3, width: 32, depth: 16, size: 64}
    input: [N, $channels, $depth, $size, $size]
    defaults: {batch_norm: {affine: false}, conv_transpose3d: {bias: false}}

    blocks:
      double_conv:
        params: {first: required, second: required}
        layers:
          - conv3d: {out_channels: $first, kernel_size: 3, padding: 1}
          - batch_norm
          - relu
          - conv3d: {out_channels: $second, kernel_size: 3, padding: 1}
          - batch_norm
          - relu

      down:
        params: {width: required}
        layers:
          - max_pool3d: 2
          - double_conv: {name: conv, first: $width, second: $(2 * width)}

      up:
        doc: Doubles the size of `deep` and joins it with `skip`, the features of that size on the way down.
        params: {width: required}
        inputs: [deep, skip]
        layers:
          - conv_transpose3d: {name: enlarge, from: deep, out_channels: $(2 * width), kernel_size: 2, stride: 2}
          - concat: {from: [skip, enlarge]}
          - double_conv: {name: conv, first: $width, second: $width}

    layers:
      - double_conv: {name: down0, first: $width, second: $(2 * width)}
      - down: {name: down1, width: $(2 * width)}
      - down: {name: down2, width: $(4 * width)}
      - down: {name: down3, width: $(8 * width)}
      - up: {name: up2, from: [down3, down2], width: $(8 * width)}
      - up: {name: up1, from: [up2, down1], width: $(4 * width)}
      - up: {name: up0, from: [up1, down0], width: $(2 * width)}
      - conv3d: {name: head, out_channels: $classes, kernel_size: 1}

    expect:
      output: [N, $classes, $depth, $size, $size]
      params: 19069955
      macs: 61176020992

    """#)),
  ZooFile(path: "basics/digits.safetensors", content: .base64("uAUAAAAAAAB7Il9fbWV0YWRhdGFfXyI6eyJmb3JtYXQiOiJwdCJ9LCJibjEubnVtX2JhdGNoZXNfdHJhY2tlZCI6eyJkdHlwZSI6Ikk2NCIsInNoYXBlIjpbXSwiZGF0YV9vZmZzZXRzIjpbMCw4XX0sImJuMi5udW1fYmF0Y2hlc190cmFja2VkIjp7ImR0eXBlIjoiSTY0Iiwic2hhcGUiOltdLCJkYXRhX29mZnNldHMiOls4LDE2XX0sImJuMy5udW1fYmF0Y2hlc190cmFja2VkIjp7ImR0eXBlIjoiSTY0Iiwic2hhcGUiOltdLCJkYXRhX29mZnNldHMiOlsxNiwyNF19LCJibjEuYmlhcyI6eyJkdHlwZSI6IkYzMiIsInNoYXBlIjpbMTZdLCJkYXRhX29mZnNldHMiOlsyNCw4OF19LCJibjEucnVubmluZ19tZWFuIjp7ImR0eXBlIjoiRjMyIiwic2hhcGUiOlsxNl0sImRhdGFfb2Zmc2V0cyI6Wzg4LDE1Ml19LCJibjEucnVubmluZ192YXIiOnsiZHR5cGUiOiJGMzIiLCJzaGFwZSI6WzE2XSwiZGF0YV9vZmZzZXRzIjpbMTUyLDIxNl19LCJibjEud2VpZ2h0Ijp7ImR0eXBlIjoiRjMyIiwic2hhcGUiOlsxNl0sImRhdGFfb2Zmc2V0cyI6WzIxNiwyODBdfSwiYm4yLmJpYXMiOnsiZHR5cGUiOiJGMzIiLCJzaGFwZSI6WzE2XSwiZGF0YV9vZmZzZXRzIjpbMjgwLDM0NF19LCJibjIucnVubmluZ19tZWFuIjp7ImR0eXBlIjoiRjMyIiwic2hhcGUiOlsxNl0sImRhdGFfb2Zmc2V0cyI6WzM0NCw0MDhdfSwiYm4yLnJ1bm5pbmdfdmFyIjp7ImR0eXBlIjoiRjMyIiwic2hhcGUiOlsxNl0sImRhdGFfb2Zmc2V0cyI6WzQwOCw0NzJdfSwiYm4yLndlaWdodCI6eyJkdHlwZSI6IkYzMiIsInNoYXBlIjpbMTZdLCJkYXRhX29mZnNldHMiOls0NzIsNTM2XX0sImJuMy5iaWFzIjp7ImR0eXBlIjoiRjMyIiwic2hhcGUiOlszMl0sImRhdGFfb2Zmc2V0cyI6WzUzNiw2NjRdfSwiYm4zLnJ1bm5pbmdfbWVhbiI6eyJkdHlwZSI6IkYzMiIsInNoYXBlIjpbMzJdLCJkYXRhX29mZnNldHMiOls2NjQsNzkyXX0sImJuMy5ydW5uaW5nX3ZhciI6eyJkdHlwZSI6IkYzMiIsInNoYXBlIjpbMzJdLCJkYXRhX29mZnNldHMiOls3OTIsOTIwXX0sImJuMy53ZWlnaHQiOnsiZHR5cGUiOiJGMzIiLCJzaGFwZSI6WzMyXSwiZGF0YV9vZmZzZXRzIjpbOTIwLDEwNDhdfSwiY29udjEud2VpZ2h0Ijp7ImR0eXBlIjoiRjMyIiwic2hhcGUiOlsxNiwxLDMsM10sImRhdGFfb2Zmc2V0cyI6WzEwNDgsMTYyNF19LCJjb252Mi53ZWlnaHQiOnsiZHR5cGUiOiJGMzIiLCJzaGFwZSI6WzE2LDE2LDMsM10sImRhdGFfb2Zmc2V0cyI6WzE2MjQsMTA4NDBdfSwiY29udjMud2VpZ2h0Ijp7ImR0eXBlIjoiRjMyIiwic2hhcGUiOlszMiwxNiwzLDNdLCJkYXRhX29mZnNldHMiOlsxMDg0MCwyOTI3Ml19LCJmYy5iaWFzIjp7ImR0eXBlIjoiRjMyIiwic2hhcGUiOlsxMF0sImRhdGFfb2Zmc2V0cyI6WzI5MjcyLDI5MzEyXX0sImZjLndlaWdodCI6eyJkdHlwZSI6IkYzMiIsInNoYXBlIjpbMTAsMTI4XSwiZGF0YV9vZmZzZXRzIjpbMjkzMTIsMzQ0MzJdfX3sBAAAAAAAAOwEAAAAAAAA7AQAAAAAAACwooG9IYghvkT2eb6OHFS+H1NdvpBq1L2t7Ou9FCXNvWcF5715rju+/SNYvnKn2r0cjFy7pqzQvfnwXb7N4BG+YIOIvbzYv711QbU99oG4vhuSi70zNs49Nhc1vpmjHD558By9VvuMvV02GLs9Qiu+Hz0oPDjsqL25aA2+D0WDPvQEyDzNdCg9iJTUPKHG2j3joD09G24fPWEjUj3kguU8p8HBPfy3JT2mDSk9DCCSPR4LijxCjCc9FzaEPcCMoz1y4W4/d/KUP14MXT+pj3s/iJNtP+z2VD/ZioM/QPNRP5W7bD9lh24/h3tuP2YIfz90MFY/gTV/PzqSjT83m1Q/7/+OvqlOr77dtgi/RGuyvuNTHL+O26++W8fYvhS0577BHLe+5KCfvouUA7+cg42+FdJCvsHAqb47VK2+YHvivh9EPr8zOse+sAiJvx8gib6ki+i+4aszv0iYx77nbPi+88RFv646xr7Y05S/Axf+vjV0Ib9o8Iq/2rImv0FfHL+tIaQ+LkqNPrUhtT70Eqo+uKZ0PvzEnD5Rqpg+uMCOPvwpuD7W46k+0j6DPv5dfD4YqWI+/RhmPnp12j57q/A+9kZqP4EjWD8o8no/j/5kP94EcT9rkWw/HSJgP1I3WD+FsVU/J0FoP6ObYz/6im0/pf9uPz+nWz/ttVo/wrdlP9WU5L0/6dG9rui7vZHbvL121nW+e4JFvqeZGr5YwYO+vcBNvsOofL0axxe+emeKvjgrP75q90i+D7g2vtDW4r1CkzC+pUrUvSuh0r0ujX++9DUUvtx2472Q4Rq+KeEAvm2mub3UI2O9zoFBvrG7yL1HNGy+63sjvvpNrr6ucWm+TqQZPjQvhr0L1tq+JkJUO5AJrT3mZ82+F2V6Pd4vtb4Qa00+T/wgvtZiuj5OZ/694Ad4vtLOzz5gO1q/DFoOvwV6Sz7XzGc+uLSNvazvLT7qjpK+gvImPvBfLj4ZslA+VhPlPkqfyT3SxLE+tPOuPjPIJL0froE9uYmhvh8ozr1AOLc+n+JQPnTrSD63FG4+j7NyPtL0sD66u4k+kenRPjpQbT7w6lg+GIikPtTggj4rz4c+Q2uaPqZGpD5RWWg+UJOKPm/Pqz6dqWc+fGCfPn3Gij7HZIw+92mJPtKYWT5okzo+G2k6PiUAjj4CF7k+3Ym1Pm8Xiz5W77U+NVWKPkPzhD9ZLIg/M/CIPz+xhT+G744/Ha2UP3yThD9q3Io/apSWPxpogj/Uuow/8UWDPzABkj9+NJI/hxyJPwH3kT9xtY4/XsGBP0bZhT81ZYk/PVeHP6N/jD+Q1og/20qLP3zwdz9DvoM/NVOQP+WekT+E0Zc/BwCGP7XVlz+594Q/f1+RPEzyZD7oyTa+5Oq3vqshIb6A/+E9cNLxvdg1gj4nY8q8BNiCPV31fLyPteC8dY+Tvozz2L4hNB++NyTbPdnGez5Z7lo+AG+Yvqy2vb0s1AQ+hlPSPuWT5btH2RU+mnWGOy1WRr6fY04+t2QRvlGrf76rBKm8cHgNvrK9cj7yVg2+i3eIvuULw76r76m+UhBnvtSUij4PSDA+1XJJPnon8D0U+D++t0c3vWwdiL4AhKS+w4mDvqpegz7MfV0+v6V2vgqRATwRhc48XIKcPqN+AD7XAMO8caY7PjznFb0eWrE8+SOcvj6htr5Q5Ey+MMUbPnOgNT40Dn2+FbSvPAC1Pz7wWSW9CdgaPWfTJD0+lo8+cza3PgAmmL5mVTy8ZK9iPiHIbj6561E+7MlXPj+wgT0j176+y3eDvSHukL6CELa+XEedPljDBT7/QeC+g9Q0vClrDjyExPG8DJJ3vj3iKD4UgCq+ws4RPZgqRD6VbIM+4ZlJPVphnb7hN4W+31liPqmjFj59A5O+O0UKPdbmqj66CZY+ib1zviuMCL5qC7q+kBGtvXzzVL7kGGm+q+zXvfSf2z18H1e+o5wTPoRYNr6HPdM+yE1CPgmbgr7ekMW9oo+BvdGgRD0Ka7W8aBDPPWCqIz7YRUy++uZVPo7xtb4YhFW+NGAMPgaEO766TQu+0wSxvsfud761K2E+8GxhvtoHmj1PWD0+dsPRPI6gI71/YqO9wnWBvfiKmD5GQ60+S4VIPqJzrT7MdnG9Q/APvpBoJ716zig9GhIWPiLIN70oAj6+JHDyvI9KmL4xmFy9iovaPeC3yz2AToW+bDx2Pa1Tor7YVvq9E0IFvTf7IL4JoLe8zIG0vQmCGb1X7Pw8fyp+PYA9s71h0BK9NxgUvtEhHrwP/oQ9MqRNPf4hzz16dDW818U0vTjxtTyEPYu7TfypPd2JDj7I5VY9nYE7vF96KD3M6zg8lepRPJ88Kzuchdc5NNy1PGl6Fr28fCa9uOhAPNr9Qb2Ot6e84i/gva9y0z06vB29AMrDPHwTEz1KZpy81nDxvJxJaz2xDWg9cFUJPdaPwb08J0O9v7zdvSnp5r0OOOu5es38PZ8oMDyqABi9dLQDvkOxNb1Nhpo9X0gFvcdliD2uZpq9UU7YvTqDGr4MXkg7jCPivRknY713zIE9TdmmvCsELr1sTsa9dVP4vBOUiL0PLQA9aI4VPbZgOLvr5Xe9tXAJPdR8iL2IahA+WSwiPm4bTb1y/s68Bu6nvVifMr0xJcI8albwO4837rulI4i9jihvvQNGkD0T2GE9Ht2FPs7aFL3Mw4S88isiPb23p7stXns9G4ruvF1dAL1StKc8XvadvX87rL0qn9i8SF6yPLfZxTx/bmq9+bjouwg7yL0SCIA9xDo0vScezDyI/1w9MIX2PZf8kL2S24y8IKFHvg+o/71K9KS+aGTzOykwfLvu8ZS9x5tAPsyZf7500wM++Qq8vDwh9Txwtz08H6TIvQ1X2D3SpaC9FpDUPTJTwr1yVHe9dg+mPRVo9b2Ky3O9NQ16PJvKrbwb9Ng8iYd/vdf6OD29OyQ+IsRPvn14n71pSBa9Ve+nvU0jYz3PeE2+xHX4Owm9Bb0f8SW+Bj4qvjo8WDyqbpk6RDzcO34BwD2oEcG9DM2oPVttqbsXy6u8rkVLPPWKur3Icd897ACYPVwtdLzJGFw92Z3YPSX6Eb45Xsy8RJqtPDDcgL3Vu5s9len1PJcsEb6MsRC+23gWvroheb4EMha7mTT9PfdKlb0h1pM8DX1hPbvrkTyaftu8sJd1vfwiGb4AAti8lz4+PeqKUj0RHJy9v+2TPXcVED5daxw+wqT7vN5UbLzm3NU8y5iHPdmyGj2Dq0Y9HXrFPIQVFb2FoQ09NB2dvBX8/r0s+028idTHvSbTPT27J7A8tMq1PQVP9TzsZd89UoMbPbGCF75laJu9tdpGvLK1Kr7P4pW9XUrBu2Ul/L37RBY9zgv1PBJizD2Zxx0+XQy1PclFQTxpVQ4+SaN5vVpUPj1QXxk+nm0RvTFt4jzbwL89FHvtPYBVe7xotO46Eyrdu7W5EL3PNEG+Eec7vh9YiL6EMQy9Y89TvHB64zxs+gO+Z9ABPRHmET0flko9IZI2Pcs6AT4rw9Q7uqxovDQeerpsojc+0hu/vPjdD77kJ2o8JBNbvgNwjjziyIc9iLBKvMif3juMOee84g2iPRfm8rw5fro87UCBPYFFNLvz0Ug8XniqPZjW+z0gDoy9YXZ9vYSXVL2P+5+9qKoHvpQpDr4ks429ZUGoPERkb70bIE+9RHViPcJ1yz3mOxG+oP5MPXNRN74yvry8ehm/ve1VSby6NeI97viXvRVKqT1y5wi9T8NKOziJKj0oL6m92nODvf99Jb4YfHs9FjhMvY+mkb09E1I8ZVScPCEP3jyWFog9jk4Uvasw4TvAfZu9zzHTvbpwm70ENTo+G6rrPUZaMDz2Die8vzo4vkhgRb5nEqU7UdpCPjdXNT1IE8c9QxlrvVYf9r2sxtq9io8xPj9mFL4ABA28Ry0oPO41Db7WBLG8yK52vcsmJz0/cxC9KOOjPVkHGj7k4dY9wTJ5vkIgZr7ayim+7QtTOtJ6Q72r4hU+iRi8Ok5JWDxOlAU+2iCzPQ5HRz23/wW+PiHgPBlNhT0hHW29q4SsvVwa1L2xMpW9x5GivBnDrT24peQ9noM5vbceKz3meiG9kifHPXh5lz2cUQG+/tFlPQiDOL7DjH+9CU3NvaS/FL63Dx09ML4YPf5ZiruYGBC+W4gKvlCyzL1j7RW+ri7cO4b5Tb2JlRc+30UDvuoH+r22TQ++V1qhPGw0dj3cif48d6kcPAhWiz2GFag9LhWgPA19DD1soBu+OcIivbjKI72OUQw9iooevcHMOr04/Li9ERWVPLf/uL5ou++9xqxHPaBkuLzSsaG8w7AQvqOnkb1osQG8QOCdvaAsUr7+Bii9le9wvmSJlL6GERi+QpMKvjVOOb2Nrkc9SbkFvirtMT3tfLE9VpBZPbegQT35FsG9udaOvQ3hnzsbXPS8+432vVtE4b1ujwy9mCXWPPnzn73DyOi8GfBUvSZDtTz+vRI9HXD1vAARN7ziIbY9W44yPJHXxj2lS5w8PaUkvfrysrxnmSk9cpGfu7rulr2TSIu918cWPimQBT7Ybbw987+gvR8nu7xQUlK+SCPDPTO+VbxG0/q9rceOvTJem73IKlW8pow2vbvRnDwllxA90pNOPW4w+LkCMwY+eWYDvARjIj1H7ly9puOEPAjiLT38HPa880RBPh7vSD3vaQu+EcODvRG5eL2BE4M9Y8sGvXjDA74K8BG9By3uPG/k3ju8Gtw9VclgPhUbCz6Iike8H4fGvVce+72vKBC+KV1uPcJ6lb2c4Pa93t1TPDHZxLzzEPu9jZ9nPTWusLxRyqs99ccdvZAXoTwo0aU9/jEkvfOjlDxwl4S+xT0cvuDBXb3f76c8ZWTtPY/I4j0+8ck9UJPLOuQkcL2+x5Q95NUvvgIbpb0FlbQ8N2/OutDBWz1/OIC9ak1RPW9Usb18xwS+NLbTvMqbMTxF6nK9LBUKveGswD1a6+09Uxv1PKVe1z13oAw+Bdg5vV0PFr79/iA9pjPyvBFMoz0Cf5+9WdhhvTuLNL1gHAQ9q8M2vUHVar3LjaA9tk+QPS1Rir35T4u8HzxWvUqWvbvaWB2+O9I7O+PCeT0HQnI8ojPxvNhyjb0Eh5G98gzAvWG9g73+YqY9/AUqvq1W1j3S/TS7RiieO4agL7yqT3q9Y602PjAhhjx0Y7I72lvHPFvY/jzkKyE+BjvQPdxIDL5tDji9NbqDvGY1BL7reMY9vo6EPVPphr0Dpmk+9kP7vAingL7MzPK757KAvcmj673yTbW9ddxJPLDpvTuIMWW+hB6Gu6YjZL3xHX693hz5vMCZAD7ftda9BgGgvMuCsTuE8Oo9Hh/9u8LS57yMbDC9TA0Kvl3luL1hYvc9qtLjPcd67TwsUSs+Wh8zvorVXj0N/mO9iHzvPGouv70uXei9kXBwvmKVwr00dYQ9C05TvUmK37y0YyA9K4KGvYPF87uI0449hxdFvQqkhD1lyiI+rXoEPoJ1uL3UI2c+3qzsvPGLtT0zQkG+ZAu8veAE6jx1zvG8OigDvC7hvb0DnQy9178HPr4xLL7T7nQ9/0/gPRh0mb0iP0y8mQEovnhdEr6xqFK+KR5lvRQ+kr2BSPO9xscDvp4HGTsDDzA9vA3rvSNdCz35SRy+RAKFvJYU6D3zIsA9Ve+ePbRjKD3rya49P+nevCh6Vz3Y45s9sNiwvZIRTj5L08m7d+k9PB2Mu7y5tQU9YN6FvT27JD5HwYW9lG5YvQ99TrziKcI61gEHvtt+V77nB4u8sMu2PcLtJz1FxKU9+lWfO4yThj0MHsS9Vnw4vg1Aab2Kx8W8N/lRvlwLab3WfWw9PAxbPfgGqT3DCtE8EHIgvap2Lz72Jgw9F1TEPXsX8z3nZ2q9fDXYPOUVpb1Itpc71DeIvePPg705rwO6QwAyvaUHrjz0EJu9JXNCvAl0EL5KBGI9mr+bPWB5Dj2wwiU+pFi0PHdpIb5ICNc8KKPgvWgKtrs8dQO9PNhwPZa9wzwdoQ++D//EvOgwhj2SpBI+tNQRPbsZm7yRdtu9+Y2GveqMY762roy+dRwTvKF8XTuN7/49d0jvPT/LijyLNcK9hWKjvG5VT7pHpu+7v3bIPRlgv7x0JD+7Ji0rPbbmmTzVx0G9PmpHvXzrZz1m+mE9YbQTPq8jCj0Q/Rm9v1ybPcvmQbwi0aC9ZpxOvsTaB734Ixi9hdhpPb/Ufzy4eLQ8/5ihOyXDbzzRs1A8P5J8vTVKBb6USwu+H3hvvU3y2j03WFs+wnGIvdKhir3YbwA9K1pnPYta+r0OSSQ9H2xrvZwmxT1JqRy9NyhLPdJG473Z6cW9T9WUPa4u0T302LU9NqQhPng+zrxh5QK8PTrMvdKwmr3QvAK+E8zAvRQp1L3msAK+HjLtvbCKHbwVpgY9gDFavO1nM76uHC6+uCU4PRsm7juH9tu9JIGFPZLl4z3E6+K7hymEvc6nZb3uozg9r5GxvessEr3dCJo7A6ANvkE9yb3d1W49SM/LPfe75bxBgtG9n44EPi2U2T2i7/Q9EFfdO1JmiL19DLm9vb0zPSGMST2EUAc+eI/qvdt0VD4cDsK9y3l/vf7cvLxCwRW+ocZEvYgSNL5Qapa9YcFIvAX9tb0ilUi9Vs+wPWBLrLxGL6y9hugWvuTsIbxqG0U9o06QPSoLxb2tjgm+GiqovI2Vk725Vbw7ieEkPUvYxrqzzQ29HZycPYZHEL3xwRy+80FVPYOrkr3VFcK8BhYAvcWqib2urx6+VRF0PaaH+TzSmgY9AGiCPSUEWDpju+y90m15PSVmu70+m+29EeeTO8q+yzz435u9T04lPbuSuTyzJXW88U+rPVeEWT6dS467B2NhPYk/d70SLRu8J0NTPdRAnj1Oox48UokAvbzDDj4j2iI9IiXNPZ8YGj4V0Ug+CiEYPjqjwz1r7uK9YCEoPjFvLb6yQV685lRBvWMxPb1z5uc9TEkwPp7JELyZUWM9kunhPfYX9zz3T9g9EzNxPXs1irwweuk9TDb0u8CEpT3Ouh++KVLKvdFt4r20mBK+gp2RvfVcizvzE6K9oVClvYirrD3tpYk8EI5DvC7pmb1iQOi8sPcfvg1C3bxbWfK70Lz+u3BNpb3924I9OknuPJ2nIr3YFzE92JmQvSUZ2by13Jg8qiY1vph9vT2dBpM9QPXsvITpiT3FZQS9reASvECTUj3b5kQ9XlB0vS4py734ntY8G1MAvW7yoT2pbiE9Nr49vg2RZD1dvri9+cuCPHeKTz4zTC2+2X2yPTrzQ76e7k6+oug1PTobCr6YM7g8mXiQvOIzBr4VvRC+qGPUveVGWr19iYq822oaviepn73UPaW9akuUPVfhUb6TzSO8NVxnO7uVb77KvR8+cPCCPPRtWz3Xcf49xUYKvtbaTr5YIOI9V1gHvtewTD1F82A9IQGWPBmobD1f7rK9Zyp2vfqVvD3NAFe9BuAPvFYWYzzRujM9JnZCvkKHmz2/6oY7WaLKvWDo7L0NR0O76OYjvhiWmr0e3ay8wncFPhevKD4nTsG9Pnc/vIm9JL7tCf08SoYevd6cj73S6fC9j73nPBZFAb5QKbq8ClwDvJIojD0zcyS+vtopO0/i271HDdM7IaByve6xRrzoH6s9+OwUvBLnYL2cEVq9XY8OvUeWRr2tlAG+E/AJvSrhCT3xWyU9h3A6PZtmRz2Jv3a71fEuvtJ5rD0RyaI9im8svu00HTzd21Q9tUskvqao9T2m8fK8u+uOvROpFD0ZBpo90mcDvhdOKL4N48e7glgtvpkMFz39D9U7dYDRvCA8wzwPqFa9MKkAPTSBm72ru3m9hZLhvTBEkjzTXeo93tzCvQ7SJT1L4h0+rm6cvZ8dLD11rmc86m9jver//LwtADq+ILcqvTSzbD32gym9+hmcvRLVBz4dbO48JjeDOxo3M71w3NC9IbSnPfycyr3uKz49TM39vf9iDb6SGsc93JC+vXE/3r04Ine9PQc5vkZExDxuKaS7NlTKvevgqDtXXIe85URYvepRjj5zPGE9EfyRvZeTAz1G9Jg9kY5Rvcd6ZD1vs4I9+XdovcgJ4j39hEY+6doHPPEEjj4JCss80A2hO7ePKD7Yv0Y8Fr9oPruCAb4uGDk9cI+TvCMzoL2Bme46kNHOvJaKNz7B7I48IMSKPZVj+LyBlxK++2LVvcJoCL4/qxi9zVeTPU59F75DcsA9h94JPomCsjwY/O69tSiYPIkBsT0fAqO9ktAgvsk6n71itDE9LpZ4vYqhBL5RcAc+54KUvMZPEL4ENHc9+efhvVuf5D2dwGq8K4h1va2FOr6Emji+KngiviaoAb6Pb/m8tu4bPcY4Dj0eXT++q5RtvdeDcT0F0eO8yZ+mvRxbZT0rXSs9+49HvVkqrbxTr4i9rYPqvVytIL5Xg7I8bLq2PHUvpj3KlaO9+O6OPSn95jwp3U++GLMSvYtWAr4yhD6+zry0vSyJ8ryoVfq9m0OSPU2jp70K3Dq94IQwOyWB8DwzJ409bD2LvY2Pgr07KSU9RYCgvYLIeb3wMGo9p2Siu0EVhz32TJ09UcVpPojvwb3nHIo9UYLgPYz1pb1j13Y9xO8fPSPd0D3VLOA8o/s1vJ6A4D3ZQgU+XSuuPQ71YzxtGRi+rRFUPSE6qj09mdu9YSGHvL72i738w8i8m+3quyFCqTxCw2s9UcPePcAQbL1jdLA9AA9DPRognb39kBA+GNrvvZj4hL0lYD8+lqZVPbDfDjzLds+9I61ivGb9QzzluCU8jA+oPC2mpr0d4iY+QG5JvazksDwT9fO828B+vWKahT1Ffwm+bL0WPbAAmrzM9QY+amKivOYqWT2LIIM9Ju1TPWYx2jye8E+8jhXnvSsvBb4AFIe7QMVUPTbCJ73L7uW8PjOKPBS1F75KBUO+Ygi9PRRTyb2WLwK+DyAFvvFnIDtvxhC+vHjIvYdtgb3//d+9R4kzvtF+ZL7gaPi9GWF7PZsLoT3XOCK9kT8NvFy+R70x/Gm9yoDUvc0LeL1elgq9lZErvMezsb1elpc9VJCgvVaCIr7iaLc9kLIyPbohr73tBlI8f8R2vh7Mab1y+KI95/+HvdRWcr0WUcU9NT2zva+Uoz3Kpe49xFwfvKmWQD1LkD6+5ZtMvcf4jb0R7W6+1NMDvhgrI773t6I9QTnNPaNVAD1pCl+8Jm+dPapIuD0OJh8+gwg5PqNhMj0rFJe82y+OvSPMIr72V2O9xhvgPXvx3D0BoHc9QGHOvFNiPL17COI9xp2DPcgvJD1+qcW95jLvPbUyUDtj/is9mqcyPf9QsDuR+QS+r0McvfvWnD13xQ8+r0YFvtuis7xzdZe8pkXpPN2U3bxmjrk99LQKvq2AJT16oCi9ihT2uzEzDj0Mx748USmJPcIHeT3VZfS9J5oZPYWpq70Tsne9P8D7vTSPjbyyhfE8oZeOvdXxfb0sWIA9j2xMPBTBALtqJ789r+E9Pf5XsDyjbFs8AxamvZkYhr2syQA9sOYQPQWPTTtYAfM9oU/wvQucS71E1Rq+sHf0vbvcCL2gCBU9cf9jvVDeeLsf/Vq9/w8SPcaEnD17F9s7lH8RPbqPe7yDqKI9ShYIvvyXlD2RROe8bLNkPKbZmD03ZGC8UrJ9vVijXL1dYk6+XYUEPSZ56b1v+M+94hNNPqok6zxkDxe8hoghvd9/jj3UGkY9gQhHvPX/SL6kgxe+pOm1PAWWq70umzC99IDyPJZ4Gb3yvuK77jE2vYI2XDwkFay98WwNPGgJgjvEsG29g56PPcPZF73qlZy95ru/vG3fOL1ag+G9BzVAPfWCIr2qFpy8jQOqvVtdkz3EWMu6wibLvXxsIzvazkE8+OrRvX6GNj3xtQq9LQypvYQswL39Igq+56mhvHob1L3w+AG+r6ltOrrJ6rwhH3K939wFvvY2yzyeoVG9xBnGu8x6gr0VgSc9NC0OvrsdG75FsBm8maa2un5x070U1CQ7YA2tvSyAcb28IXK8zv2XPbw6grz9Mmm9QoR6veK3WL0XUM69asm6PeVqFjzlJ4c91MGIvC5xY7z2CbG9ZVuevQiWZj01pw09MY74PEKcsTx1a6U9EhfmPL+CFL7TBWK9yedtPYHHd71kRx8+oZ+QPVbTG7t5X6G9B+R0PTFvxT1HTUq+DeGVvTVTvLz35549zV2nvceyDLwN3E28ocXsPeBSwL33zoy9yyl7vacaA73ORNK9n9wIPs9sJL518vq8J94GPQaaa71IpmU9+urDvCvqB75rmCe9wa5LvVqPAT20Wkw+S+V5PYoUBb5Y3N885PZpvNCa4T3KJSO8IBiNvrEa8r0hgMe9GnApvY1+Db6D9Fu+zPtWvSjsOrym+QW9HKoJPfMDPb0poPc8qvgguvwCLD34z7+9VLNMvoVi9ro47hS9+AasvTJcR706tdC9/gR6PUK+QL7PQXS9xnczvR/kyb38kEW914cIPnn9A70WFiq9kD+JPBELEL67pom86C/iPZ9mz7zzXMg95g7DvadE9DvNjIW9FAcDvfmlNr08YSe+NFiSvREb0D10+Gm9YfIUvQVWQjyCGtY9ls3OPAfnXL3caPy6nxQCvmWIvL0jwmG76Vd9vr90UryTNZ27nZ2rvSzsCD5U6go98Be5vUrIgD0qWvq8RXMiPYWKPr060SO+Jmwavc9D5b2MhJk9J+lgPZWVpLoQwrG9Il3kO+y7671SX2G9n9xEveqUKL1gDSO9I0s4PeBYe748lFK9b0HwvEM2gDvgxwq9d+ZePXzBrD2tKl49Oqhqvb4Nkj36FCI98DjoPYfAIbsOmRM8g+EbPYqYk73mQ+495Q5RvacYmT3wv+S8uMgmPssqIr6qF2m7mW6+vJRtnL3SuLW9FqTYPJsRAz1LhQS9lEKEvL8l/LrL9h49MY9TPTGhB77nepc892WBPHQgaLwA2FS9RYQYvahY1Lx11Sa+wigsvThqubwGfkO81lf2vYiZ3r1M7pg84uMFPiM+t7seuOQ9kjREPfpr1z2/gkG9LX+GvF8GLr00T6+86wdyuiOl9734IEu+8YmLvUdA070qQKu9SOoDvZhRIL42fe67e/nJvanQXr3OKQK+oW0KvpYPG73sFXS9iQN8vc18Sr5sJZ294FLhPIx/ND66eE68WXEdPvNQo71qU/S8yeOTvY1T+bymGCG8L+60PGuzEj7o1Uu9ruUtPg2thL1LyDg9PaokvAAxyz1Abgo+qfOcPRCZgTyzUS8+RwpRPJC3zr3xNzY+zrL+va/wGD11BaE9sp10PXYkur0e3bC9AhlcvL1xgz3cYXG8pdevPUGv5z0Eqjq9Av72vFsMcD36D8o9ipNZvSA1+rxVolw9dZdqvRXqbL3NT448Ut2KvXxV8r3oB1a+uogavZgagb75yAO+8UhOvh7WlL6pfnC9tuGFPWUBIT7Rzmg8sTKxPVZ1b71d69W72gWzPDI8UDzec1U9C19+O9KkHb1y9Es9XLbOvChiTb4eKoK8wsz3vCjal7xLyxU81LG7PHDkFj4BaYG9xV3CvfWDDT2YeDq+JiO+vdywuz047JO8Th2VPaR0lLqtE7U8toO4vWcCJrx9NMs8PNLRPPSVLD0T7PU8lqI5vbV1ND0d0tG96PpPu54Mlb2zo4W9ucKrPeRwAj2XocE9lUpDPeGtWbzuw7y8xH8uveeMHr4mfl699RSGvVArH72cwb29Co6avPuhpz2oZ9i9/tmzPSwQqz3LPui92JRIvVeRtb1l0yc6jFASvbRsvT148eq9MWijPXb1qT28RLY8Cr3sPUEl/j26so49DwXWvd8L3T0zUuu9Jjc4vCKiXryigsi9zcSrvVKltzwnS9S9z2CZPDO7NT1UQ5k6TY8+vR0oMr6j/gK9phRzPZfUUb1EM++973OLPCbWzr36hJE8q8SAO1sxuz1iGyA9LH+PPVoxDz0VYxK9t1KZO/YSQL29BGC9RkeBuoNEhz3wHNe9C8KHvF7eXz1rj4K9g59AvbGUwj0UxhI8BXWcPdpgBDv8vy8+jn/jO6zPvLwiOr89OFMHPaGa+bwZBrc9LVkFvmWclLnoxUK7AJ+KvRVcv71UiXq9KUTTvO+h0bpRUem9inhwvjqqU74HDb+9t94LPjRUKz3enO07GgIUPS+tujwrGC69/rMpvnJ7070rE3a9Cv3uPZyGsL0tX4C9a9yyvTbDwDxE2rw8LCfFvLZOiT29xhc9bWqWPF3HkL1Xajk91BdnPYjiRT2wipg9vZSEPN/65L1DPa69x0DXPNfkCL0oJwk99ptvPdc3mr3gmjm9zTsyvYs2QT1Y9gG9xbKuvY1Njz0Eax092ydfvX0GEr4PeWC9SF5aPa0p4jzJ/u283103vVebGL0KJK+9u0DCvKVZX7ug2oK9r88Lveuc472dg+a9pb6TvWeot73o66C89+M8vMzKiL3PsxG+UWSguxp8Tz1C6TS82mMvu9OAwLwfCrc9GAqxvHpTUr1NaQi+d6aKvf38BD6wEfm9dqNJvfZdh71Ik549FSA0u14uKr6MOB+9nMGBvUJszD39juk9eA3VvVUQhj1yy3s9s4GqvJtOD76Gaqo9O0wxPXFjgD3hdxu+28kSvXIuRzpRH1+9RWwRPWx6KL4C7p+9/1GXPcG7szwih6K9EpdyvbaTm70w7R48i47LvANgzT3Xc+U9J07dPH6PQz2l57m9k+4gvgpPZb3vmQC+cwJyvb8ztb0poNI80Rs2vMjdz71B3AG9TseKu3OC3LylG9c904LGvYEzwLxaptK965GUOqWQ+b2m59O98fsMvWFIU73hWY098DyaPZ+mcD0yYRu9sJETvSZnnL3WR1M8BIyAvj6/tr1C7aO9w1DKPNht/TyHr0G9wKwGPM6mdr641RO++THSPSKI1r0QT8I9k6TSvOlpTD1PhjS9KqF6vVh2kb54NQS+VthLPsEfMD4rED47pNmdvT+HQL37dDI9obvRvcq1yb2Vqpi9PcZqvvmbnDxOc5q9TrDQvKHGyb25Z6a8BWZDPMNT/j3vWYw9V6kOvsOJ5r31uxi8ULbPPQyesr3jkw6+MGXxvaq1mT0nRri8cQU0PYFrCr2OSzO+I5xWPgM2cr7PBEO91lJLvZ17pb0yYQQ8BLWFPGnVyz1HEa49aA8GPeS0sD1vSEc+ldBevfniMb6zDjG9tuPfPY3koDxdikU8GA/qvRkAE70YD6u9Jf9xvfzURL6VV/I9bu3JPXMzZT1367E9dTI+PU6frb25K029FdVPvDa6lD1B0RU87sW3PUk2lL27orC9ROyGvS2rRr3KeAe+jVTHvLZYT7ujTe297mFsvV7a4D2HpnM97WtQvdkekD3gZ4M9DlOvvLArgDz2uaQ9ZrkBPor6iDx7QYY9JTe8PdMipb3YPJC9mIyBPbIqqj1f7Aw+m0ZQvd5RJz5TuyE+QLm6vfm72r1EIW49Gq2uPF7J5Twk1Yk8p68wvWy66jyjnuW8O5rcvEv8Wrs7ho29bJzVPBn4y73HLOm9+o6lPI5Bs72Rv0q+RLeCvsmLAD5rpey6j3mfvUu35L1oBNa96jGkPcfZBL4EdAq8aWABvdLHI73AcTw8YjndPFQ5EL4EnG+9ZCaiPMVDc701Wlo98NUGvrXQhj0SkTE+ZzvFvOzu3z3nvYY978UaPZ1elT2/1hm9LlSnPf3gy73Ai9a94vHSPUe1aL1OVuI9pY/tvIqeur2aND2+VZO9Pf8VAD2YFP69quj6O2ktQD0n/bO7f6YUPdmFAj3u/Vc9fM+ZPEuSs72y1Bu+2Qjku//xPr2cJ6S9ykM8Pd/W1b1xPCW+Fw7PvTtFtzyny5m9fv+gvM0/ub1VBc093DJBvOBpH7yc14083Ok/PUnZtLvMsf698amcvHWko724O8+8iqyFvaR35rw7k1873kHaPUGVN74XxHO9zFn8PVzSFz5rGg8+RwFDvTRzmr24CQe887DmPLHYmjwRGde9WXwWvnwa1719ByI+Oj4ovrLISb4GieY7/JjsvfX6TTxmIgw+FNRCO9gVgrzbd2M9ZTmovDAMXL1NA8o9+QMlvaUhyT3gcDE+1oWzvak5lz1BoOE9fdiOvU/nmjwgGUQ8CFYaviQFc76y37I8zBZuvKrOfr1gVQ2+7GmLPSvR9L1/qU28Vlm2PMuh4Dm5xOk9A67wvftKGr7KQbW8oMTJvVVuFj2v+LY9PmoGvqongb1tpYy9U9gPvpXoi702mJK9jkxNvtoqLb1AIcI9uxCnvogOu72qTk+9Ry3UPNLlmjy+r9C8RxR/PTU/DD3CfDc8fNulvPOA9j2tRu+7fhrTPEPGTD0Ouwg+k5lAPlgZNDxDQlG9bXwyvXZ6kbziFjs9fcNNvaDv1L1ggQS+pM0hPa5fZb38vWm93PI8vsPlvb24qVi9Sq9FPQIZoD0B+3o7BYW3PXhIMT3UMGC8pUMkvsNTsrxcM9O9sjznPbY+sTzVpxw9o5nQvfvpmz1zDWM9vBESPZ/Abz24yA69fzgpPrlmxz1pOs66MLjuvT77DL5S/wq9GJELvcz9wDxgUzg9pOS5vU7TxbysQoK9WSW8PVGnqT1I/RE+qirjvbdVh70o6we9MOznveb4dTxbRmc9V3jMPUqvND0pUFC8I1cRPgSVAz2FYhQ8KNqZvDzKsj0Fxau6rMMmPhfyCD4HqIk+bvj6vZ2SG72om8o5SBRUvSBCqD0EBac9tTmfPLv+pz0ZU9G9+ly3PR1r7zwPhaI9tCCxPfhUmD0yFhM+2ZlyvbrWXr3jue+84uSyvD/H4bwDelq8XFySumW1bT0jV1S9GtnpvPJM/b0Mv3i9zc1xPd+dib13p7G9eZWPveQjxjzoh8g9cMMvPeWF8jvoI5c8vPORvXDpbby8Pye+4I6nuwU8vLup6ga+LxsAvv0zDb7PojM998MAPlKeo72zMe28TMPgvLtP2TxatL88LuPKvQbrOL1zbKg9UQ1RvnIL/LyqgRe+rfknvCRnRj2lRJC9R9lovU+uuz29LTq9lW7lvTtT+7yb2u29yIYMPtcIZT6lnbE8hcKuPYvfrr26wxC99IndPIJfqz1OUim5l5K7Pfo23D02hQk9VwhivcwuZT0G+5E7jZyHPQ1nDr1rQQ+9l08bvKzZGD3ispK9gM8EvFWGSb5tZwG+z+PxvQzWHb3q9ig8FcD4PaVIsT3C09078oRCPX56Lj3KUCY+39INvg0ffr2miZe942jQvWEmvr3H/pW99ZBxvYM1hr2Q4XY9tihbvfn8tbzE8bG99BkKPaablrz52bu80qrUvHbQIL7YJQS+mRUoPtu7kj2rWy0+2XuRvLo0E70nW5E7eUFpPecw+z0c8/W8ekIaPfcQnDxY2xa9Fp+WvReU5r1icey7xrrYPfclxz093HC9MOGvvVC7gb3Nnai9+GuPOxyRujyqcbY92IVMOTTZZTwBXt484oAqPNVCT72tprY9ebNDPaC6gjwVjgM+xu+FO/JYtTwAyRw92McsPaqwAT49cLW7Z5YCPut8Bz6lG0g8DWkGuyLBnLzqHkY7YLPjPSIwxTyjM/47u4/ovOM93bwwnYo8zSOCvQy8J71/Yls9iEXAPS2ojb2KLqs82m+kveZnz7xvQfk82ofJPY44bz1fAve88rt9vYmMtLyKn1Q965ipvGJ6J77D6Cy+SHvvuSSo0b3zdGc9UiYDPnUUjz12T6i6zoyZPSxLIj1irZ49HVB/PdlCAr1gD6W8BNBZPPWCSL0XPYg8Kl+9veNglDtPRvC9i4o6veHBcT1xGs88G/Qrvtw9Gb5b1hA9880jvchDiz1gnvS8AaZWvpDJAr5NuDO84F3bvXPfgLt79xU9VyIUvUE5njwpIdw71rPyvGn6DD0EWgk+4mabvfn1Ej6sXJc8TPaDu2C8K73TZNW8DS9GPYsduL3OFQm+1v0nvge+Jb6Ujvo8iSIAPW3Mu702+7a9Zj7TveQpBL5udiM9i9iIvEZwjjqk0Ga9/8bau7M+wT1sAww+x6srvS2BMj1PIrG7bOIBvIdaPj1ZzTg94DQzPYMGrDwyKqY9D4NSPiFww719+I481UtjvdW5ZL0QL5q9nznyvK1UDL0ji769T2QiO8eY2jzNwhS+iQxkvWedEjwNk5i9BlNQPVyEvz0Zwn091mnRvSibV72qqOm9EdfZPczg2DzQG9A877cPvuOCETyDEAa+/wz7PRPVHr60iNc8D0KGPecJCTvVk4w8IEfGvBw7Cb0sY+49qtCpvQoGWzzD4Co9CSrTvWOrpr3/3cC9yUMKvVvho7zGtg+81q+evFQ5lj3o/gG+lIh3PVk2Mz38v/k8pPE7vR5ZHL0Jlj0+AIBmvHV53jz7Vp29bASOvFRvb7xvvB89JtpcvWzLoDwkHkY9BY/pu+ADcr1aMwI9/F70PcY6wTyiNru952UAPJMYWL2ROrI8EM1FPNLdBD2Vz+A9CfNnvdvPI74pjpU9eIzKPN6Vzbwtt5G9WsYxvkwc2L0u6eY89X5qPYZZEr25KDG9GGfdPeMzMT2MX6W96QhmvQF3HT4KoV29qDNkPduUkTwFozU85MoTPVTMqrtFx449T+ChvItMsD17rc88ruYMPuL4oD05/nM9rOIUvteJ3r0ycgi9MQsRPjr55L0V2Qu9N/WGvOuDMb3EbsK866zBO1Vnhr2m9769kkBBvTh/ED7mkBa+lUcmvkrMZT1T4r68zLiLvWW92LsAZww8uaM0PZcsQj3FoEw+1gt5vY2zoT0BJ968r4eePMIYFT40eUW9+4WoPc/4Gj3q0uQ8IuQfPm5bQz7Vqmc9ouOoPKbMOz3G4M68ZluqPZ01pr1+Oym+ijXcPPHQg72kAxa+LM38vXQqUr5z85k8v0Z0va8YMLzFZCY+tcXHvRTcEz1RX1u934gavnjAFr0/C1+98fGovXowHb2v4yw9XjxuvAvHEr79CwO+5OJUPRbDxbwCu0W96OEFvDq1bT2xCAM9iF9AvlmtkL2OOBI+5nu8vbRpx7wdYc27rWeHvEXrzjzhGpW95FTxPT5fEDxGSzo9GKSlPbkvQT0TY609qVeNvU5mwjlm3Jg9lW62PSoJpD1/3pI9GdH7PbKgzj2nae+7OvLJvATCdr3Dqao91lwXPg1cob1O3nG9rSopPh51Db3FUjs9hfSQvWM7fryGzb09L3ImPpasrzpRwpC9K+YaPqhY+DxSEhW+j72DPU7tBL0m8Mo857WAPYBqUzzCJOa8k44LPCXSiL07a4e9vI+hPQWWhb2qOHa9hpqUOubKJz7+bfc9ZD7au1B8mTxdE5+8I06fOzuXYD1s51M9EyLpvNfXXj2vQqS9orU7vYMVQz0R0J68hJ+FvHSKA72QNS++ZO8bvY6P8D3oVs08QlLrvY4itb1zkX28oEkKvvQmRb1JbKC96C8UPrumJT2MfoI9fKI0vjIM9zudipI9iWyovWeCQb2rKHO94rcGPriAN7u/vCc9xYUJvSmLOT0clrQ8w05UPZ44xj0VQiu98UeDPJd2AbwsfKM9dyZNu0rCDr7Vc5A6jwEXvU9TDb58mM47lLTQvVg5o71zuP+8UctwPL4gAj7ALFI9bZcCPa6/zD0l7qA89OHivYJ7HL4i9WW9yyKjPeVkDT7faJo9pyf5PSkH0Txq6Go+RvlmPSrDuzxKqjw9PIxQvWJA872g1eu7WfK7vP1InryYDfQ8426/vdmf1L2eG/a9VK5pOw8uCj4CY+y9tgNjPUTlujw7r1y94iM9Pjaj7r3OcmK9FmKjOy+OOj3wHLU9A05IPRTjWD2eS4E92GdEvgKVGrwcdMS7pc8Nvq3g/7zLhjK8dlwuO00pojzBtqo808Cpvb5gIrzlKOm81iYXPfnVCr6YjYe9GwuPPPcpbr1QxZs7K9HhvNK1M72dnFA9Bc5oPa5+pD2cFo4866TUvNBdXL30GQC8o34KvYCZsr14thI9Fg4dPQ/XAj0uSaE8lWbwPcqhF71+rgi+IY4Yvo7ZPj40agc9h1dJPpThgT0i3gg+chpMvV1PtL2BcYY9iuJKvR/UHb1RcFE9EkTwvOM/Ej0Ktzy9ryBXvqIisry1eOK9O5l1vfwvrb3AyhG8oNB8PUULgrwtx3y9sM3tPFGZ6TxzQ9y9H4SZvY9m9bsvU869lcpJvRfRMT2DZ968nGvCPQ4nwz15LMW7Y962PfNuBz7+xWQ7i3I7vQwF3D2YqY29EpPIui+V7L3TIX+9sv/yvcFsFr7tJ0K+Ij3Xvd4Tzb3Eb4o9wklxPd8vFz2z0nk9M0lDvYjuwLwu9b+97XFtPK79Jz0Ls8e95V4cvCR2ML3N9gs+t+GEOtbsGj1K2eG9CFUjOpAlLb3QJb69pKvtPLjROT6dap49sRH0PJwKKzzMLtW8sfk2vWH+Jb4UK4i9Zns8vWxTJb1s7su9DPgHvbZTKzxtUDo8FM1kPHMnGLwj4lU+yGVuvcaCer2jSB2+SSCmPW2xwDySwfM9EYjzvISwoL2U2DI9U4iNvaerFbsu4Ci9iuyrvPM0b71X1hm+4LtvPc9UvD2dEBk+uUMNPX4bwr3wLQ480unvvQn1ab1Ma+U84LxDvTSXc71enhA99Wa+Pc+rjz1HhIS9brSWvNEVAL45nXy9JgEnPm3h4j2CP988W3PIvfR0VT7pWzQ9IYBkPeCdyLxetCQ8vdvDvXhcx71wyjM9mDngPck5Nz1FKUG+fHqlvScAbLzb488960Y1vRtVwD1ScJS9eQCOvOKYJz7tCwY8rw61vRIBCr01zrS9BrGZvbdmMD1cOmC9hR8Avi75nL0Y14W9nF0+vXsttTzMRtS98pNXPXDsgj0Cr7s9sJtEvd4ODj4e7Y67xc5IvsEel73x3o69ZHMAPgxr5DyqCkk96b3PPaGchz2joKS8B1onvNh9b7xkuka9LKOyPYaxqb2byWS9QrORvRgDD70Fxum9yKGRPRghgj3qczo90pDyPG4eFjw9z688K6aQvWnu2b2btNS9BNLXPcrWjTyS0TU9qfb5PbESIzwliNg9e/0jvWm9CL6vkfe8sDV2vYAT+zz896i9VhidvZtHDbwNeQe8IOOXPG7/2jwvc+e8T3HlvcpRiL2YK369/dgOvn8L271slwO+ZuOFvMq6R776Ofg8UGkHve2ZfDytqly8t7g4vZEe/L34STK+97GHvf593T1sBuY9Iy8vvp0cqr1HIam9SfRBPn6yn7x/AMg9d2ghvbhmOz5cuks9fLs0Pl0AIj4KhiM9Qk8BO+GPtDw7bT+9nr4Yvo4OBr786F48V4UzPfFQvz0oQpo9ccUlPtWkmj0FG02841idPTNdej1pOfa8QNdmOyMByr0Dq20+m/A0PSsIQr2qWuU9WRiTPS4uD71ddoE9I9JbvQ24ibtqXaS8ZVB7vbCuzTwBkIU95aDVu4UPlr3xlhq+4TEevWQP072C7TY9AQXzOhlh3bzua8Y9RZkGPen17L3um4u98bWsOsxuN72SdsQ8vFXDPb5I2jxx+se7FRsBPd82Z73bfHk+Yf5CvK9IEDyjY9C8PW00PM97gj3j/x292V/evWknBD2pQiK9EG8NPP0l9bzyJUm9Mi+ZvTMfoj1yH9s8/BnTO1vh9j2g7DQ9ETMgPfZXIr2ffBM99yfVPXdmuD0T2QI+tM3jPFiUVTvAHfK9SbiCveGqEL4dPT29JPAePujAGjwPsqO9OqmwPSJZBT6LgYw9F8UCvcO6Mj0edQS9bVzZvZ7iSr3ZkCu8YcYKPSIkVL1XdMM9a5vEPLeTor0eOLS9PudPvi8olb1KOoW9VSsbuwlaO77D5t29cPDBO3nTvj1ZoAk+2N2bPRtUBD5/LUi84WUMPvq/nj2HeZe9edHFuyQ8vL1Wzw8+hxGJPcD9RD5zIgI+qk+hO4K/g735T/A8N92KvQhGTDusHj89kI40vSIXZz1s+zW9ypTSPQAyXz33A4g9xGjevfd6OLvdQyW+SG4PvpiCM75G4m68wWwCvoDbx71rPUO9nCANvuy+Ob6l/o08FMhBvpCazL022Dy9A9H/PAXYtj2Eh/i9x6gIPeWPlbxzxOS9JeM0voAziT3MuIM9m6wMvVEZObuT8Ow9SoA8vStuzD0M7+E9EQ66vIod5zzhWnO7h+paPHHK27xpd6K8ENMJun4hTb7+jeI8oBpzPRduIL0s+aU9/UfnPW1JbL2eu4a9o2TZPQIHZr1klIw9leumvFc8Db0fXAg9CrYVvpYHmL0vLhm8ChtSvQL1Mjygy1A7QGCTvIbQkD0/rxI9rbVlPUWrb76J17a953Z5PfIqDz7GSzC+SBz9PaY0r7wygmG9SuNdvm88Eb5GTWw9OqXevSDGI7yPAQS9KZ8wvmj+3z2rR7K9XCjEvZgi4T1GsoK9nyk8PYKeQr5UP0e95eadushaFz5V9Oo9iT0OPvWhATyQYr89pQ1QPS4ozb0KBGW+O0oGvvkbnj6qQpM9rN2LPGtrDD6oyd89ziqXPN7hLz6o5gk9RqzmPFVDzjzHGfy97vt6PUKCpz1l/Jy9HxyDvEqggzyyPzw98fbKvSI7zbxN42S8hNlJPTyd7jwfLMI8LhZVvXmgpj2a6DW9BNnlPC4der2GG8I8bXRZvbJgLr57E5i9mS9DPjHgIz10XQ+9WFFkPf8heb3DLc+9btQ9PUVUoL0XQ4u9FPS2vLXEZL0Bn1Q8UNvQPPmIsb1sJg68CKAnPdMIYj0gqBW9XLDpvR4p770yCRa+qkeyveD8D70v7yK9Ry5aPObQMD2mh3w8P/WHPWIzxD3Sd3S97jKvvGZ83j0sNY29Ig44vk5puL39B/G8V87uvIkBoDvrmk8+uPtDvA7h0D2/Owg+7db8PeMORD2z1lS9lqiMPTSMD74opcg9IYXmPHJH7TwICjo9RVBhOoashz0qwjG90pAVvmdfiryDWIU892EsPs+QZLykjXQ9trJJPmaepLwze5E9BOGcu7M83705MgA985EJPrNUBD5WY9A9tTGWPdll3j23LWE9MfoSPR7wrb31F709sZ2dvGGIlDqClYS82h2xvdKK6b0vNP+9jPh+vV/YlDni1gy+pF4hvYLl7DxUR288qqq8vMUIpTnXxv88G0sKvmtL4D2XjWg8uFwfPu4pJD74p4A9eXJxvZ3mHbwEtPk8yMiCvbVskzstgXQ80YqgPRPLWT1DwqM8CIN6PDxmqL3rq7y9KZThPFrif72ezc29gKQBvi8W8z36rGy9ucbCPWNdmz1ACo89gj9HPLoWmj0k7dO8bh5GviUTL7weWxo9Wjm5PauyvDwqCzA9OuNdPdTgdry9u4I9lRDlvYsRXz0BBz+99rhOPc1qjT2Kc0o9UyMavOpAM7xuSJQ87qI7vQTj+r2D3eW9GMQpPf4PxzwkELk9sdAJvE27frx8K9E8snLSvDjvtL3soQG96o0/u4dYIL7u4VW+XhQdvjjjvr2RaRa+rCrLuBDskz0SJQC+I+wfvWk0xr3KvzC7ul1HvYpd0T0n/Ay+lOruPV1O9TqSnZq8Mx0ivb9dvruz46679CauPRmBgj3BNA29En0TPgu88Dw486e8LVxsPSaX2Dsl+tq9EJnnvQUQQj3uKq68QuIuPRBI2rwDF0Q9yj4JvZEoSz0CugW+hXaGPVqg+T2xY4w8ivjgvGKyVzzq+HY9HRFwvdj7Aj6f4Q0+dVwCvXFhwL3J84w9+akvvgNrbr376jg9pwmvvd9coj2G3H88cL2IPKkgr71SHaq9GfsUvj9XyL37iaS9E02GPDFokb1BdmY9M3U/vZpNhDzuyaw8CDBLvU+rJ779jMm97GXJvZHM5L3x0De+cHWdPU7YUj3cufI7jWm1vVskLj7DjLu833mNvI60Ub1Hhm48ipU2vCUxXD2gm6k9BGiHvXHZ0jtrtwu91BxpPNLQuj3pNco9cSkjPNvZij1TE3I9EImUPaN6qDyOTpc83DZkPR8UsD3shLm9OMYcPsfPcD3oMuE9lA0HPuA/6rzL0v+8cRDuvCRRqrvco7c8bCyJPOYG/Ty4jb48qBLvPenYbD1OWIS8u3SQPPkGcD3dDU++ILyqPU9d2j1Qfay9oVOhvXYuCr5Hz4y8NaClPNWNYT3kTuo95ePuPfaO0LypaKo9aNlMvBulbjxf9RS9HLcMu3DXJr0B1DG9L6I/PL23G762mCe+Rh9VvSqgqL2zaUI8jeZTvKsDsr3ARx0+LeqxPbZK5Ds+Aem9+pxWvTbuuT1PDGm7k+63vPFKjDwu0EY9em+avcnDib38JQC+3ezVPc3C4z1Kk5I+UAuHPfvi6T1ODEm86KeHPbmMiD7SZjM80XMUPuXJ2T0WOSG7i3YAvvdBxb2i7sI8SHqDPOC2iz0t4EE8CB7ovT13gb33iIc+sX1QvcRmRT2lYy08xSS8vbzbNzwXFwS4p+1uPNtyDL1H8j08DqWMPd/2ur1x3GO8ydcXvdQwbT1UROY8RUfFPErGQT0CZKw86apPPWslPL6wsR88C1y9PRExAz7jXq69ob1NvWdlPr6aCSq9L0L3PdaWLT23A0y7bITivTVn2L26bUm9lSWGPUkvDz7AX8k9QJs2vapHOD7Yt0O9KUtwvSDd8L000969Zm4kvYAw4b3sOG89oZVFPb6PRj4tp5W9yhn3vPFnST784/Q97RQwPcql1j2f2F48DhSlPX9BQ73Xjru9JOBTPd9CEL2cGTK9qcdmvSBxGj3kjaA++0dvvfJduj1MlX29CQgMOi190T3HLeg8OSoJvawPKD5VGAA9TQeHvc68Pb1Oon69L2OTvCTiTLzPOJi8PHVRvgK8Rjy2xKW9DhSnvSXjRj7fImW9F+zGPG0LFL5ZxJe93aDqvUyShzxJaMU9kvdgPQ4wWb2Z3u29m6AVPTEhnjw8szc88b75PLlVlTxhSDM8RxJIvNJePL2lUYw90p0VvAA1IL4htYG9rcINPIPKqb17yRK+kugdPbegij1+vw++XsubvYsiQr2e1yc920wDPr5l6j2tcz69vkEZPrsOIzy5zSO+DQhSvBjZZz0Zh0g9Vs1MPHpxLD402b88uqHVvJJST77YZ8+9XCtpPS/CTb2JAsY9fJfMvKWufz0ZZRK+dXT4PB/R9bxr3x29XIyjPa2YgjzWQqe9tdgCvnt3VD3+0yS9t5NbOzjUrTrypGA+gF3lvYPgfD2mGji92hP6vBnWUryaPnM8NeBvOvGNZr0l/M+9c4+/PZvjWj2ZsSM9f8tVvZ1fUr2+E409Iz8Nvkgk1r3fb8u93mOlPae4ez1Utr09kKyRPZUfar37dre9czalvIhywj1pAKO8wJhyu3DPsj0vo1o9C6QxvEJNYLoc0qG9q/MkvRZKPL57QTS++Pq8vRCCeDwvCt+9qPr4Pd2YrT1BeKI9IXqAPaCYmL0Ozv69haIqvBLkIr0QUq+9k0+GvEVYDj3F3fI8SEAOvjyCuT1pR389mPl6vYDd7b0WZiE9wZL8vUiZYbyL1RQ94CnQug53dD3Vay69vrznPaeWKj4Ef+s9Zh/PvNxlzjzAJXC94fXGPApHHT6UeCe9nt5PPXgDhD0GOnk8R7MDvTtN7j1QzSy9fpcevaKPAr3ELas9IPb6PWmRYz3JLZY9D0APPhWibb2mxSi8dZ1/vVGdBT00RNm8dUJXvf7hh732oWg8JaitvVO4Gz0x86S8sn0qvXYu7j2DJWQ9Pqllvk4oujwNC5E965Opu0eRoT001w6+UZ+ePW896LzjUsk7i8xKvcS1J70NWAu8jdQaudILs73LTS+9iBGtO/ccJ769Y2u9FaUTvmS6ar3e1WG9eUwmva7Bszs73Q89NQYDPsn0NT4LDn+9lxe0vBxw3bzuPpm8gc+RPUalCz42un09dimpPf2Qxz0l31u92zgRPkmlzr1akCY+xLTFPRFSZ737QEE9sxnqvTSGlT1j/Zq7WVBVvO/XeT0PUJW82iXhuYjDlT3NxaY91XPnPOg+tr3TP6m7CZWnvCBKGj5Ws/I9jmqTvpvzSL18c0K9Ca6EvAixIb1CFl09Mb6WPXiDwj0iu509fVU3PGpXI73clVa9ntbPvIHaAb5Yj8E7kj5MvoWwPj3YYVa9rC3ivUj++rzOSku8vQ68vXnSYj1KSx69vG3hvd/ovbsrCNe9eLefPS5DZTyWjJ69P05kPO4Iqb36WaI72JilvWYV2T33fwK+A4xhvdbRIL3R/2+8/11VPemGLDvvoSe9cv+wPfCsBL1i0tE9ZLuZvY43SbpOqQw+EUXEvKRTzz1B1Ui9qN2OvZ+YGTxZv149Vtsbvvp+hT3jswK+CqjKPVBhnbtraJU8CFY+PpAYoL3GebK90hakvMX5ir1ieBU9fiOhvZat072GRU08LyMpvFKm5rwPYjG9mn3dPZ0bvj3uSCc+6RgUPodWaT2bZrW9lZUruqxa6T0x6G89fQw7vOaVOD3ACxs+p+ygPF6qyz2lzSA+OMYVu71mkbwmja69u35XvXgrdLq/LZG93S4Ivt83vb0ba2M76PARvI7TBj08Iay8rXQzPbF/m72WyE29TeubOtXxkj1qkPE9Nj8RvvKWBr2rb4E9ZVxsvW6ITT1ZMGs9yd31PMIYOT7XIVs+ehFsPZqgT7t0gag9XoyivPnyML5t8yu+jFlIvYzMZTuj2X69AXhtvd0c57x4Sss8C92BPUCdOj7HImE8ogjMvBjTDj34Cdw9waOPvfExor0UESi+A4MwvdlTeb2ubym+6JfFvQZfp729IcG9IFGWPSyllD2LPFM9mhrFvOASSL2Hlga+vahIvYAPQr0eaIq9+SqBPWTzkj2Mvzs8xDwxPt1szT0lUqc9P59/uz+FFr06asi8ViZ+vHPe2jxWZqI9JNZXPadVib3osTC9jFXXO5KLQj6TSmU+dbaLvWV3AL55nBO+kEddvMY60jyBRAQ+naYrvRng7b3lQrc91DoCvaMxfDyr5Ao9n5i+PEyrKj4afQw+kSvZPPmLkT2QrJm8wxRHPUgCjD1roGw9jXEKPrzT6T2AEWK9I6KPOyoFQz1Vwsg9XvjWvVMISzvamZC90wxwvFLVvr2Ck+a9QemXPDvfrDrnITk7mrunPQfFXT3aqq09wRDcvYpKhj0PlAg++KVivcwmBb4Fmze+EE/DPVGZNL28HDI8Q83zvb0bMr5ZBuW5f7bWPJTWA75zXDy9VUOQPbZUTz6unUQ843GjPYP07z3Rj/E9A1SFPU96HT7EUM+8bMSKvbHNUL0lOh29qzKku/ZnYr1ANxc9leM+PVh96r2aC4I9RLSWvWAAKj0RGIm9gHYlvviUA77OVZ699I5hPRYmlrzr47c7aE3OPNXSbL1UFDY9QV09PoLdZz2bmpW9CJvEPeQWGD1eEQq9DIEDvhqiT73i4OY9D2PGvb1vlr63eGS9hHfrPakbSL5zXRC+MiNdPn22g7y1S7s6HtHxPZ5Rlz3ZPP28zP9rvJvutj2FMx69sTQ8vJlDSL4rD0A6gtTxvFZjTb4tYCy+1f97PWu4hrxc/6S9VAmEPXGORTy37ok9S7GfvQl6gL3UbDo+pLdyvMiFmDvHMLM9oMmKPQrAx7uKNVY9PbS+vagiCb0fika7vCYAvtaAkb0GRgG8x33lPcZa871XEpO8qYYAPj39iD0zPsk8z7TaO6vaf73w25Y9T6KDvXkYgb32KV6+HEBbvTACcb0z7Ky9DSe/vWfbMb7Bv3q981y+PWtzjLyH8oo8N+0ZPM39uru3iM69hGXkPUlBYj1/TpM9T+N9vDs3Gb7Tc7u9hhUfPZihGzzm+R29Pau7PF2n4L0K9zm6Ei42uzXEyLyqcao9AZEsO4ezp729vGS9ETlmvR6AnrxSH8o6Q+fZvel0ib0eZl09zZ84PSC/eDt33Mq9ymSKvCC0HL3zXe086U7xPZy9HDuWCak972sNPRUU1L2M6Pu7XpAJvYgWn71XbrW9msbJPa93Rz7f8nU9Kd+SPVDrsT19Ez885NIgvCYK0z2W+Yk97zYEPcG1BT3l+3C99EP6u8tZwrvRCXY85U16PcHCkjsRYcW80GHqvacC2ztxcYI96qz5vInH/b0XiTM8taxLPAYrpz1ux0I9QFk/vWlpOb2bp4m9M6whvI5d7z1ntxU9Te0GvUZVZr29T2+7L+8avnYc+b1/+Ja9Trwsvsyrhr5kXiK+gT2lPY6mo71anPy9KQi4vVXkgL2OGAC9jtzfPazekTvcphe9YamLvWQ3271LtCa9agexvbuI7rwTw6a9L065veZ6WDwqt8Q7CRGKvQ5PIj3x8BG9Nyo+vcWw2L1qLrU8t1I6vcKANr6uleQ8RRpPPbvZYD2Vzle80Z3aPQjtUz3feK49BO2lPRKHZb0fP8w8JruUPF0RC74iX4W9jGxnvCcKDb1d2O08VJy2vGPfwD2PiCE8VJb0vflP8jzV7dW9dTWDvdtesrs8l7Y8Qy+JPHZNNj79cws9J4crvfkZtz1ATTW9YpABvFoH5jzi2Ne9A1+hPfbJNjvyZbi8t2kjvfgpRD09vQ289wfHOxw57bvdNN29kGvDvAvQ2L1LQ4W9JR+IvZWKTL0J0oG9VV1ivf3YsTyZfQS9BwrtvbHi9L16r/e80NO2vUScHb2xOOg929ufPaL+fLw+Hhc+YHgHPkgfhj2BpJi8MtJIvYcKLTzEuZ69TYz1PcjKsr2uchG+pJYOvN8Ovz34lxM+1rXDPY/6Xb0GUDa+zigFPvuJ4D3fB6e8R/TRvZo2LD1pkTU+TijXPYaD6jxWZdq8Z3Wju76u3Dz2mq491RoIPRJZiLwgnFo990KqPFmJBD1CDMg9CbXjvJjCEj3sgQ29Yhu6vAvBvr3i4Ee9hLdbPqG9gD3YkoA6N92MvabEYD371/K9rHbSPWQBHrnWiOW9m/hEPbyADL73zCy9/76KPTpNCT4Ns4u8geuePUjfkjxdzzc95ZaivbouI70bFZe9nCTpvYmLXr2yB+W7ty8FvTMM8b0D8Ba+8WhwPPSTorwIaiQ9YcBzvf7mqTxmAEc9EZedPR/StbuKlQi7PradO6mozD16pPa9adsUOxcXtj3W/ww9E+yMvdkK5r1pmw29UbCMvSKDID6i7CS9prUVvrtHr70m2rY9iSjou/B5Fr3Zf5A99byvvSzAaT0Yi6A8RhDIvJ2Wej0QQee9DwEaPVMR2TvrB4k7r6OnvDroUj3y8o49ZGwDvSv3Jz3SppG8DPUBPiD/grwg6ay9TlLoPRLcLz3s9pG99IpUPAx5FD4+h3U9NgYUvUgyyD1CEtO9VTwUPQkHdD2nyAa9d1+XPcwNMr3Au0C9xVMNPj6hEj7la8E90+QMvGFUyz0CGYk9NQIbvrs8q7ue/di8ax1uvti6Jr3othw9AbskvUmAkzyYGGA9LHLePQKfg7xBlOM99z1svkZs07x/Lp29qf+ZvQoyx70muUg9cNfIPX9jFbxKWY49HafFPGEa5LxsLgs9FW9+vZ9B572fgTG9v7CRvQ8pp731i8c85O0APow/zDxrO4i8uOgFvfruBj4xCaK9qb0OvrFZ2r2HpR69woezu4jSjr2tCvQ9KHhuPs1ddj1lPJa9+4ntu4BYpr0iNce9f0hhPfqhkb18w0e+GBf2PQtuiTx6mZe9dRuVPUlAlT2cIMc7b6R4PNI5AD79Iwg9J+5aPQT8Sb07aru8z3tVvfoxpjwob0s+MMNCvH0Dij2cfyY8xlGoPEuecL4YlZO+SO0FPv02l7wWM+y7Z9GuPStpyz2GH6A9li3Hu6Ww1ryyY0c+F1oqugcETL2U6SW+qjBqvWWMV7ufeE+9VUbMvQwxLb51YdO99MG3vFuLYTyZHrM9CT9FvWayczw3q809gm0FvbwKAL0b9SW89LICPgATnD3xuzY9nJEGvJN1r70t8Io9ZYUrPtyMRr00JLa9X6GjPdhfmj1qAcc9pycYvftI2b0KbUY+g/9ZPvBlkL0cQjq+KZqbvchswb0Z1L69qsjTPfesVD06nYg96cm/PNOmHj2VXyY5EOprPGaRbr11LaO92xCOvbYPKb2mnmE+clJlPQuEwD0zTxo9I/bOvVeK5bsRY128MhgrPWwmLbwf1c49B5K3OM3YbD0W6qG899nxvDb+obu59cu8ZrHVvSZzXr3b93K9V75CPrMyBT60LCC9+98IPtZiCz0s0ZM90BQdOj+YYT2aevS8gT1GvjoehD3T1Rw+HJNGvRU9Yb06wFU9Di1IvaMseT1wLYy7Py6GPYTZZLyDorm8eyhQva526bwzhhY9JHAivJWnCb0juUq9rGFZPYbszDzgBaY9gHcCPjULlT1Miks9pcHWPcRVNj1GtMA8LsGUvKjDiL1NENM9k6cWPSceAb70srC9lJnEvWT1sb3loE69L/dxPL7LGb54WDm9y3ooPSVtqTzT8iI+vpDCvServ72Dz3G9iRfKPCRea72dV9I80qo5PQFH/r3bPq088dVPPeJy7b3Jzvu8O10UO6xJAD3BbHU8QYpbPL1mkL1Gv1k9b/HxvYH2oLyLsIE96+TiPJKD5DxO+oE9qOL7vCgToLxqfeK9B+mxPIIuND0ttju9Z/BpOiB+Gz1yYtI7xY+sPb9boj0wmXk756r7PNW1Xb368To9hXc5veoxuLtnfsm6c0anvboiiTzLyZw9tFF2uuF+8L1sgDI9F91evZLvqL2xjRY+aSXvPSi3oz2KnQw+FavNPYO8TDwqkdU9gM6AvFuu7LqMyjY+f3umPFdIKz2pK5k9wDI9PKNdRj2J5MQ8fjQ9vnRSLj2Q8ye9pPnHPT8Uij1Y3w++JL2Nvf1zEj21yN+9S22GPZqr+D2njSc+XUONvaXY7L3xTcK8U2z/Owz4Gjyh4BS8wYGNvEbtEb2SP4O9FVxFvBjAM73aKQK9P0iFPZCqbb6Ixwq+ffWDO4+czjyqrUa9HUsDvhfJBz3spJO9/bXUvTOl5z3HiZu8kdWDPZlOVT41OWO90yq+O9VZtbwuFQ8+vtfrvTrejr3+THO81BLJvZlW2j0tEyE6wux0vRg0GT0Z4ie9NjwhPrcLaD33Hty9/myGPGbEnr1qwDg+Q0XnPXM8J70r7Zo9Ty+kPRh7uj2Ft8A9Hb5NPJrRDL0OtJQ9SkK0vA/rmD3Wlrs9KKmcPMoCHz24XA++AnzJPXU+rLztG248aIQWvtDERL1eAq+8c0AJvqoKA77LVDK9XnC3vDtOt73UaKy9xg1MvTVPDj37+iO9HW9gvQM9LD1ohwE9ChS0PcDORL3IfYe9N/MmvQzLfj1KHuM55y7vveJSiL2tiuU9oBq5vMDUCb6UpYO8pQUgPPqy3b0LxTG94DWWvR63jbsXlRO8fv69vQUv7D0KKJI5K0YOvPHSwb3xo6a8gUoQPif+Az3LvUA9Zh8WPsMprD15j4c8SbKfPS/88bwHDjS9m5/tPXZ5lj10LQo+m419uzzjLD71OX89AxRovayisb0/2sA9W2QRPQeMiz0husY9e6y0O+aypz3w1Dm8ubdAvK3tyTyJ/9q9YYmBvTzb8b1Xlxa98FXAvYUInb14Xza9vA/9vFBv4j3V36o70whtvGkf1D0rxQO9xjXJvS4apr2f1Me8OAUQPaRafb3vn0i9/dSSPVFvKT6n3v49IPtqPb3pFruRliK9vkILPdkmFT5zjw48mOASPA2qFD5sK1y82HY8vVk6fbw+68Y9FIWDvapko7wzxhM81yQrvptvuzuKHYc9kg0PPMr7ob39HJa8Ws3hPcJFGrzBH749NQt3PQbWVzyKpNs6VfKOPL+/zr0E1gm8nifjO6u2tL0I5aC94O45vYaKxDzsdQ68nY7zvXvRoryhqi07e/uqvJSC/ru8sQy+ztxFvAc4Br2BOmY9Kcb2PErV1jstPcU9TIwbPMywvr0GAOI8U9N9PZTDQTzJHM29mtIGPR9eFz6CBlI9YH7cPYqIgrxpQZu8Q7AOvmaG270/lns8YVx7PYjZQT0a5Z68ALcGvpWujzyF//m8xN3OvKaCTr2ERqM8Ex1SvQeHLb4WmgM+4xiEvae6F70ZReK8wR3FPYmhxz2g6o695NSaPaVdZT3c0Mo6NibKvMT5Ob1jQPa6g3xwPeO9h72egLi8wF2WPf8JX7vs+xG+zPCavVVw4r2pyka9nugavOeJB75Ybau9mJ3sOz60Cr5YOgS9DWBfPuJl4j1+3c8975OGu+POxD3NHAU+K5ztPLLADD26c289OLz1vQm3pL2u+3+9TP/rvHZZYr3bKI29nT5rvsLPVL0rTqs8DSGbPn2zYj11Y1w9kccePhb1Gjy8e789PRLxvfPX5rymxp28BbksvK1LZ70XV++8Hmgfvk0j2DyvZYs9WJS+Pbthyr36RaO91aaivkrkPL6ahl09JyuouhDdHjvhBmG7IVu7vdZCGr6InES9gYM2vRPfDz3gdTm9x2m4vZwf3j1EOIY87L2tvDxK6j0nrgE+ZjaWvUQlJz4F4Gi8g0Q2vdiflb2/x8u9bZmSPZ5YpzyugAu9DPuPvXKkfz3QdYQ9nIFgO7XblD0AMO09LPkJPg+jwrwX70i93o4ivQpmg70r3/m9UUOnvbOUrb32rLE9cP0DPh+STT5XiTy8tQMKvlzbOL3BoQi9ccCiO0Puoz2jUAw8VDzSPXxAXr2RVhQ9eNuLvbgfsL1Kc4u9+namPKWtxL2Kz3+9rYA+PejWsL39Kgm9Fr/lvaPqx71ORxw+3Ho8Pl92WT30Swq+089dvcvNbb3JWGI9xMVIPcoYDr3vUiS934s4vYzkuTzaOx685w8KvTvET71WHgo+nCl3vL05AL6aQc+7eIo/PfpGl70kPvU7ix0AvjlAm71flp89oCtnvSkgmD0AlxY+UEzAPaI2AD5tc+a9bB7+OyX0ULy6gp294BSmPKdHFD3F+bw9wkQ/PVzJtru1W4Q9qfF1PZJrQr3DSpW8a2IvvYBJBb2/69W8rmsFPk0zEj70drG8t3XgPEIV0L2z0568eW5RvbAypT3YCY492LH1Pbe2eT0ig+u9iwwxvLqoAz1X8YY9uV5WPHpFBb7/yUk93LkmPVBV7z2JNPI7LC6RPYjCXj2sPyA+H+1ePS2N0D3V/lU9KF3sPGCp8TztD4q8V1lKPadDaT5t9jK9io+yu6eHcD5ivMq8W4NPPKXFuLzxJJm8TvcmveOmiL0/2NS7KuZ5vX52hz1mmdS9dXi9vQWHN75m5AW+uvobvlqV5ryMSR498aPTPaOvAT1SInW+AwyUvoDMrL2HpGo9vaHAvaKn8TxDmiS9REE1vaGKBDlDaAS+bGavPQ8JjT1xrlQ+71NBvNEuLb6Vv269Zcn9vLN5YL2A3jY9Z5qevXFclz17AMQ9fDFSPsoAED143ts9yG6qvChwRb3YxaG908TbvA19Dz1wRLy9A2EOvr0uMb1kHcs9F3sfPZvOc72EvTw+V4cKPBhwkz1tecW9f7TwvRu1Hz42mGQ9cVXmvUu1BL53c+s8Oc7FvCl/nL0rgQI+6FZjPUwL+L0J4Rw906XEPc0C/z2kUHY9XGusvc3UOb3x50Y9G9J3veJ+ND2W+wY+M9emvO7ALr3LoC09qSknPX4zwr1A74g85Bg2vV42E74JfYi9ewZTPcXaSj2qe3Y9ttSiPcJyUj3s3IQ9r+9WvTPUHL34uQG+B3KBvAFxrD0/A1k+VbOsvd77zTxWQBs96868vYaOQT4yQA+9m8R5PUVfVb1WSwq9jk+UvVCmcbwsGhC+/OjbvVJkFL7JFge+Zvqcu3F16jyygAo+7GSpvVQ4v7x3NGQ9LsouO7F0sT29aiw++1V9vfWt5L0qWNC8Ep2OPMW8kDyWWPa8sE0+vSwWhjyCq7+8Qxcyvgq8STxjE4G894sYvT2bdb2CR9e8yKCLPRxUwT1pwJi7sMgEPMYDMzwZlI49vtoHPre7Bj0fgAI9r1o8vCeqPD1tdOm7VDgBPt2JHj4VA7u8ou0/PUPEZ71qcyu91TIFPl5ynD2XB+U83+KIPRJD0zuj3Jo7+IIQuw6nvrtBiVw7W6msvBiGr7vW7ss9zYQXPb3Z8T1m/g2+lmqGPOq4iD31dxC8ZwHCPchCMD2tAcM824m0vCi+7rxtK5O8KkwGO1ZJpj0lLLq7I8BrvjJRsr1BMSe9C4uhPbfMIz4IMWs8ikgIPTOKQD0zTL09BszQvWShnbzsCPs98bbXPNe85z18K+M9JBDmvDk2M7zLO5C8ZHIiPTV+BT4/J7A9vHFuvZrVAb6SSZC9ey6XuwLtlrwWUeE7EOnYPXDHFL4JJDy+R43qvG0KG72TpwK9mIP5vEstjr05tA29St5bvby9+r1mD8A8S9qZPOybD77LP4O9hM4OPRV0K7yMflY9mKKWPfA7AD5RzoS5WoDvPQwI0Lxrkwk9trk6PjvC2ztdo/Y8BNdWvA1Pg7xOlXk9/oevPbf2Tj2aMgm8F1DbPWzxOTxFI0I9VwA/vekE8j1/AgO91BLFPaCEkL3yBTA8/Y4UPUIMZb0Tp7M8S/hZPgMmKz7PryI+9XALPAZMZbpZxvg89vgevH19TL3cN369jjGxvdbY7zu0eno9a/EhPGIlDT4X27O8EAvvvSDknryT9ce8l+7kPZ8/E70Axa49HOjfvXJi5jyF0DY9G20ovU1mCT41iYU7X8r1vaP++72v+wm+szIJvTF9gr1Mnoa9xdHtuw6pED2hsZc7pVyFvWQJmb2wZbI8KviLuxeZV70MzAC+65KGvbK1/7zbxsm5R9w8vbiHJz2wkrg9OnCQvQPMOD0ToSU9zDZ8PMXwmryE1mW8ggc5PRCCYj0wNoU9RRnqPByNgDzjhZS932DLvLiaZz1kihi9jWxBvb0DQTsKyEW9mTOovYc4sb0ER+u8FcvyvQSnV7zkUj+8ZHVGPrspQD1d/wE9s0PcPEjECb6fjuO9TE3QPZNyGb2CkR48L4ULPtg4Ub6KIwU9ZlkivYRCkb3ZPGq8e7QyPIvYfD3kRp89ghYCPoK0TDtOtmU9S560PMy6nj0f4gg+dlEZPQCwgL2Swom9tHhwPXUrSj0gZI09kVFGveuQND30dvY8GUwIPvsx9L385oM939FOPa5QIj534n88Aya7PNS/7TxEKJY9BYKgvEuZtj006Ii7J66PvQhMEj2zBwe+mqYIvW1xMT7vl4E9VWu3PTxMgD3WpTA+XWCuO2dTkD1GmFe99wGYPKIATbvCk4E9LVQMPWNZV71c6Ao9JYmaOmH9bbz9Bb07W5kDPeMCpbw8txq8DMtaPu5Kqz0DL4S8CE8Jvg2k3Lwy4RM+xJvBu5SbW7zing28cC1UvZ/eJr3aJOu8XGBOPqP8ub2uzyG97cPtvJ5OMr0x6rS9Ex8pPcijCD5nIIE9s5ZpvQ9DgbxNf8A9v2yFvTUmvD3a2668uxGLvUQJSToAU2K9RUKmO8zZ4DpLyIa9gjcMPr01jj1Kmxs9p/tNPYp/PT3oQxm8Xoyuun3erzzittg8zAbtPX82yb3Oawu+kWivvWhwE7ydMwc9S50Ivu7n0LsNYK896ZSiPe81MT2RRne7iF4Jvp0dCbwKXmM9rD/3PY3b+b0Tjqi9azsOPh/6ej2PJI69aeNNu8da3z3IXr48hztXPULUT72RiIY8OCndOhOHvjyzBGU8OiJCPZS3XL1146s9xNzTPS1jBD6WtYO9eGYwPNeRrbuB5To8crx6PeNGLj4qZvM96noMPoG5aT0EO3O9uV8APXDhD723wqc8UAiAvU0DlD3Yo2k8FPoAPqiqqT3/72i9SpOIvRCRMb2DY408HkO4OFmuCrwiANU862a3vetPcLy41Iq8crsivG2yBL2gsg49EYvvvLN6TDz+m4y8Qa89PaYf1r1/Eeo9/Wd5vfhxyTycAo09GnxFvdj4Wj0KpY49XUPqvfOTjD0OcqQ87yGVvY91nT1uilo9L+k4vQ4qF72HEoO9q1LhPcqjSz3qhJc8AiW/vWBs+rwycWM8njpgvNAfYz2iaJ293CqgvFzFfL0RNqy6407DvO6hrbwyeCo7Psp8PVbJt7wzzLk8ly8ZO4V3nr2nvXg9nH36vMDYOD2NC/E974x5vWlJLrx2w0y9QvtDvfH+XDxi+hE+oPyfPYz6ITs31PW9n/aZPRZHsTzH2BW86K3YvGpvq72Qf2e9O3M5vqbycr3kZm69qo72Pf7wdT19HRo7/0qMvnqb371B7e07MvAKvoKPurrsthU9bVPyPTcegbxrWjo9gegJPh5/yDsEHiY9FxtJvU9sm72rTia9npX8vHzPAbxiMHw9tDZxvDHgFz4D4B29Mjr6PaKw1b30tIk7YZYMvv2HB75GRcG8tk2svYvG0719pte99MyXPiEOZz22V9Q9+MVEvVsM07ykRwg9h9mdPdWYkT1BNUm9PZ0RPc+fwLxIatg9hPzDPJumB72O0l+9/C5TPftQsD0dTr+8zAIxPemMAD2mytI6DXfDvXC5irsCC+i8cZ2RveJbA70vxne8PN6hvW+BlryqMQA+XhgWvcWHe7vUfeK8bE13PIdNRzyKF5+9v2z0vThbAD0bfjO+SRg7vcc/wzyzEnQ7661+PDU6Uj2u83C9yVOePG6lCb5xtDC9OEoEPkFR3LwGi848owG8vYE4fj1iNf+9FZsaPOFLq73gbL29C91WPgVBvD1xUwc9xmbGvWScj7uVboC9nMgZvsKMhLz55zC8acWbPb23Bj6D/Zo9y29GvtqSYL1zChW8HvKoPALUM7y+LSs+4mM9PRYkAj1FAjA9A9WYPeN2tTzicTk7Sm2Evhc7fb0CGM89+hQhu0FGHT7zNgY+wUgovPyrTj1Gxqe8LH3UPQgmhz3LgcA8nKD0PG1vjz02qT68pbjAPce+Bb3wzQ49bI8FvhnOsT3ASMg9bpnKOxq8tD3bXW49p/WYuzJ40T08hea9L6GQPXZgaz1dpPY8ECyAPk5z6T2QjdK9BXFpvTJ3/Lxr+1y9LaZoPicmkr0DNIG9HRbePao3gT2zRYA9pCPxvVl1Wr0TqJK8OXhavoxTY74jnv69WHaNvVWE1L3T2VS9unGpPeCuQz246vo9CDuLvaNOSj0vVK68Fdq1vULpojzQdFQ95GkJvedV8zmnK2S9697BverPQb5fZCy9utkMvePusD1ZyT89de32PGe4GT4qwgk+oaeFPQk02T3s4Bs9lJniu3JFIT57mN8971luuwvjbjzUt6A9fGJ8PAdCWjtWppo+fim7PAVb7z1Gl0k9hf7DO4UA0D1xrbg8aOllvbx0q72PsXS8Zr09vYB9dL1K1ym9YrkNvtzILzyPRMw8xq8+vXG9WryhP9077q6KPF86tb0VAba9/g8UvvqI+DzISjY8bTCevXNMDL79/+o9zRMfvmK12Tzxlqc9N/d2vZg71z3Eln89uG5uvXz5L75TRJm7arGMPFZgAr4g2nM9lhiIu8nSSD2gcVG94BZuvW5zOT7l46Q9CnsyuzdC5z0cl6c9slKwPdIDzrs2cOi9/lOAPSowsD0GbAk+v6AfvTFNxj0aXo49oI+pvJyzA72JJbO9Ug4evdpRaz3b3OO9vhFAPUA1+D2A9C2+T7gnPiiR7j2edZ69S6lQvCCE1D1Jjvo93O9xveTJDj5dFVK9OtsIPXC3OD19bry91gITvBGHpzs8p4O8bBGovPzVjD021iA9rTDYvJujJ70om4I8KxuQPeteYT4M5zW+HfZXO31OWL0iOoO9ut1KPeObLL1om9i9Ltr/PQTVOD2dUwq999+cu1Jklbs50LM9zNi5vATuzj1Fqok9F6TevdTjNb6a/UC9rCAGviqVIb56QGO9ucw/vbsguLz5ePM9UVg/u5/ygjuhQ5y9bbSOPU0dJz2e6M889dwSu07URDwSslo8X5uWvZ9N3zxDqc09sbCsvcB8Krx5ghE95Ntxvg1LAL7//IK9iFetvMV8kr1dqWo9tJCYvFORCz35Cs89b4N0vUJBFTuz5Vu9nmsJvvUY9LlqVwc+hgqZPCu0kT2//W08yuOBPhlB8j141m093+7bOV7vhb1q9TQ88O+ePUWQOD7Fe7W9yAeLPMH3mTxbOKQ9nP1Qvi92Er5uT4y8Eik1vNG7Pr0ld9a9PyeZOnF/kj4lKVK8Lu+/PZn+AzwgK3O9owM7vcYCxj1gmAQ905ohPR9bGT62VVQ90gsRvmWIxbvUmkQ+bDqsvcOtI7sUeCE+5tPUvK4NOj1FoQi+vTY6uwSriDtu72e9vZ60vJU/6D28M9I7ODy7vLnLWL3NhoG9hWlCvRvtNT1Xxh8+dAIjvUPgDz0BfKU9bdaJPZsJpL0KgGu8sc00PRPFOj3YHl+9gi4lPvhiJT2Jx/Y8hpCdvXmPR71iUcw90+7xPGS+d72IZw+90P+6u3pcfb2JbM69me0FPpVYTj70J5m99d6kPZpKq7z2+Io9fQe8PEeLTb6D1829e6EfvTAOu70/Zhi9WVAEPbEN3j0ZqVg8fEKQvYRTnTzEFLG9q0gNvRmugryE9t+9IEuGvS8bgTwsJ3+9DwpkvWHd1z0NVNC8z/MzPFJxQjv8Wow8rNfHPZPeET7PNvC8tFd0vWVEXDuxLhk9FICsPWg/472Ur609LhqgPdN2Fr6p+TS92uBHviSGVb4BYEY8G+RbPBDwfzyP5ZM9sAmBPeNeTTzH8XE9w2EyvaOWWDzPs+29MuxXPe3F1jz5has9CMHgvAoniz0SfdA9e0YuPUw68TulMuc9CO7vOphZ2T3x5Yg99gSPvGoECz0hzyM6wcXKvAqNkz1hiMo9ZCsyPadkEr3Ieae9wdhpPZrF3r2xdR0+gujWPM9YT73CTII82eOBPRs32T3IIC89fawCvrt5Cz27+bO8CDRxvZ7b9L2oop69nI5gPchxPD220AO9j0YMvugrn71O85M9zuooPKZz2T1YmTq9nHFWvePXij1D43m9n9c9vMeNmTxsmjS+ZrBiuhDm2jxajKM9n5ssvb9r5z0swXY9B4SYvGFoT72wGvm92HfhvCeu8r3ORA292P60vELWFbzXS5a7Nq7TPabsaLsjZby96RObPEhYtryjz6a9pLVePcB457zM2aE8reX1vFQSjrx9Rju7whLgvOOKVz0foHo8EFWvO+TOer14SiO+dMNMPFMvgb3+SUO9zDrNuwYh+bw1zNA8FjqjvewyCb7p3xy9JBBDPugt2z3TUxc+Xj8aPk0jFD03WLg8rDm4u6x+Br6oyEQ86ZJoPD4FgL1ht/S9mdCPPKDCcD702569GiOTvj+PHb2DqOE8EIsTvf3vMb6ewNe88vXrPLqZH71Mkgk+TmDUvKF16z3MOc+6gnSCvhnUKL4ic5S95dMMvkilqry3Dga8DM5NPpKxnD0aXuA7g3SXvcTm2T0lL4a9uRQ/vaARFz7xrhq9usvevDpmmD2va949gbGgPXEdCj2BiNS90xWHvYGMFL5LZJk8bMAYvStIN70aXTG9KX2DuqbAJ7z8ERy+ec96vbM7mz2qDhe+8bULviwd2r0FJq88NHuePItYV77TXIq9gG89vFXLhLwLQrI9jlLJPSLlzz3yAJM+v4sKPeGn9jy4Pn29uGO6PPGJ0r1W8h4+NENGPs/eE7sDZKy8yKV/ux2/0T103Ou8+fW8PWg+lDwVSyK+N4mOPWxrnD3cLx29VT/zvS5mAL5mo4M9dYb8vJDrzb1rmQc+pbb/vV2zfL0vVzu+jVaQPXCbrjzmQ+i9qdv9OZrJBr6riw++yDGCPZW9Jr7iLCO9FysJvv/32r1eEJS9SQjPvdrMfb2qkGW9B7sHvE5zXz0H7Yo7n89zveG4Sr2Bpbu9wcz7vfMJIDzAr5+9KGb0u0Pgm7wM7J89FgcqPtNZD70C18k9CP+VPOmuuzvJPcg9STzpvFhHDT50TgK9jJRkPamZV73+k8M9U3OSvK+/HrzoNcw9uQzVPKuu2j36EL48W0eOvYmHsDpClgI+kCNuvYyz1D36U168jTvDPFp5Fb3P9Iu9STbJPcJ6vz2XbmO9IIVDvcj11D0x4Tg9ddMbvgGhOj2dwfe8r3mPvdGD9r1yhli8i6juubkzc73t4Uy896jKPRAQ2z09yOM8p3spvQdfcz0vVZQ9juuzvT9Scb1NIOM9ZtsgPfnjXz3fQUI+DVLPPW36rT11guU92LakPZDt772Nb969X00QvgbYSb0TtIu9/Hq0PAL3SDv9e2Y9/sH0vLQajL3xZgC+yfjWvXbCaL1eJDm90uWGvRyEqL3kip49cUycvapE2roFdTk9mtqtvcOrCjzeGdQ75yZpveopeTy9nw4+Bi1SvNkMorxUjCQ9SvuzPSa4ez1ntRE8YV7cPRuxh70mLUG9w6eyvWxtTb2ST0w96LrhvNYAqb1XM4i9zyYLOivkT7x6cDK8lmeivE4IQzoLXrQ9wbeaPBIDUrzicWu+AkUxvS9wJ74MZYu9CDQnvXt+nzwJaUa9Zr6uvew+sL07nBu+Q7DQvBD1Kj4zlhW9VegKPniozTtG5OC89gD8PHUdAr3YrIc8MMV5PagsvD0tAOK8H01pPcUVDz4jtle9cTglPuGLKjxM6Ns8UKT3PZv96jzK43A8VQ8+PY+hqj3Db8M8LVgaPY0R7z2HuuA8wwOVvaH+pL398+49+HmyvSb1TTz8nFI9eTEbPrXvHrxPXTE8F33PvbdIrbw95cc9Ohm5vbAj/Dxkl+k9YGw/vZP68LsVkPa92KEdPuywUT2LNZi95wqPPeZxiz1aLEm9gKQNvT3vjr26BdS9RJ6XPUOjwT2vCpK8Qp2VPdMxqTx4KRE8S+savo/Klzy+1wU7F1/ovfNQqr2z75a98WmWPTKrqzqTAgq9GvL1vKiejT3FPqM7173BvWP4yb08OcI9I+QAvtQRyr0UaLM8TU0yPU96sz2B13o9ltKpPbOz/jy9tK69l1FKOtVxlT2svCO+K2LuvdUU/Dsh8Di8TRmCPNc9hT0JjfG8IoD3PPi6Yz2t/RO7J0ihPBgvnL2hQb28VP9lPY9Jhr170nm9MCctPQgnSz0fzq68YS0wvg+Z/b0YNR4+CzvovToNgL13QRS9WLtLvdTJk728+fg9GOH9uz/CAj4OHNK9B2tHveFbM7xCQcY9pKLXvRZ2ET0bpwa9y+NBvDcJ3j3b3bc9VDLXvMBICr3vkLI90vEuvP58/TpVdBW59WylvfZJBD4cPsM8C10PvgoeoD1jdTc9Gg0LvdMvAz04uBa+W+62PWJXursevXC92kIDvtppST2OqQK98pQOPTFVlTvOLby9HHC2vV41lbsZGYO9eTkhvSa4GT3SAYu9gmryPdEcND1KdNi9pvrtOl/iGj6XjMu9gkqqPXpFwr3GAk8+TcKkvceOvD2ZE1I9a7zEPYwz17znRu08yST4O+GkEL2Nykm7CoRGvVHJLz54r6m9JfSQPTyCuLwCYag8X5ANvqIV9L3L9Xu9oNH5PNanYDxmrgQ9iEEYPZctSz2SOTU+CdVYPrKX3D2cr8O8TRZHvm2J5ryDk7o9EZOTvLP4ST24Xs29VAs0voY3QLt02NS9vjNAvqLpi7o8BpO9ixYcPXsGxT209Ss+xhWXvb6ykbvX68+886+jPU1rPbxYtfa9OOugvPSsKr0Xeb29WNgeu/c/qbunAB+9LxDLPY89Cr0RXfm8/wzIPM6Gvr3HThG9R2aVPL31sr17pfM9THLnvcUZAL5qsFq9DSGKvDtzPLw2MZ88tEOAPfbhQL01Lxs+W60kPbZCTT0hmDI+KC9tvTDY0bqTcZ49MRLpubQU9j1dVTq9kGrqvf6bvTzSgKc9E06RvXq9Ob1HnDY+SM3zveaSYL30GOK9phosPAlCRTzHQUw90ckBvU7Lhj2S1QC+c0tTvV27Cz6iATY96KmCvdXYrb3wBPG8O6JUvcbsn72oRIq9dN4wPpeAWL370nI+6ADWPAAZBr0eH7w9oCRSPbazmj3JI/A9eOiBvhP4hT2Gvlu9sjuyPW5z2z2d0wI+rwwyPp7QLj424g4+H8dCPh6bET6hMA48ZajdPJiyGz757Vu+QoUCvWMqAb5yn+49LRq7PXYDDL2RMgI+xhXBPRi9ZTxLVVY9umECvWIyJ74kA0S8WEFPO9zaGT3uEyY90tcCPhJNhD29TdM9oJ7ZvUhzQrwZeDu+ViLvvTHsCb6ZBDy+3CUXvuxwhz1N0t693jJCvi/Xrjy+/+08rvYuvlhJg77n+eC9PN7svLiFvr2ZdlG+jYhevQIZXzyUDRS+myYmvgQRkr0o1qE9jh5XvuuOoTzcO0S+BZJhveGZHD4FnDO9K9yTPUHaHz4V8hE9wmDXPcMQjL0wHAQ+0gKOvQFv3Lwm0IM8vcVPPkh0HDyYSK+9ju8MPYseLD2v3Kk94j+AvdYBIDy0zts9le66vJvg3r3N7PK8P/cyvuzN5732FeO9jR91vVyo6L11Gfw7LfBovSARF74QPrK9nsD8PDMyQT2lWBO+XHdJPsD7tL0w0hg86SyOvTfWJj5go529JN+FPStmQr1fntW91wNzvWXynb1O+JM9pjwWPp1yWj6cpRs+PJsTvqJtb73AFKg7u/iWPP3Swb2j0TG+IAYAPidrTD22KzO+YFyCvT8a/j328cO99hHTvWd7Gz2S4aS8axQWvbhlPbzR+uI9PVc8vb+yV7xhaQw+uMSePW7kbrws0se9ygPQvRhxNL5QHUO+cm/nPQYizDkVtYy+nn7yvNvY3L0EMma8S5qwvJsB2D2cWxy9lkXHPanNyz1lz6y9o0cLvg549zyT8Qe9kgYEPhQ4Oz3jEAI++GQVPpJGY734Vi29WvzIPUhoFj4L59A9wFwEvtxLAbseHVy9A0HfO58Xar5cOn09O+U6veDXID44T+Y9mKquvER6sbw2N3O9XGnLPMZ72z1v1Hu8EZWTvTe9Lb4AvQc9+GH1PXfK3ztj0Ek+05yzPDRUMLwyB7S9HGlaPAzzxj33VBg+6prcPUIpUz3ZvqU8h4OqvX5oiT37VpU9bpyQPTiw3j20hDu8LIldvpnaRDwkOzY+4ipkPMg1nb2uVm89z1YxvEEjQz7CQZo9kzdOvYTX4TypVZg99daLvS6rmr2xAIk9ctDMvENqsb1btwW9llMJPnr4/b0NfUq+JQbSvBT4ur3aQ5S8RaGLPdCevT0C9xa9QOO5PWfNP71KRbQ9vijavdgy2T0alIw9g3mGvaZ/zj1Qifa7CY40vtiUhL3Zn4a9t/WEvf1muL0NOIO+6LASvo55uj1dOS6972L/vQLyUD33pZe9gNpOPP1NMz79U6M9V+npvX7ppD39AQc+oL2APD71oD0WVrY9AAq5PGxYgb0wsGI+VeRbPsP9Vz34fr+80L1rvWiflrzpht89BvhPPlAWXr7PLJk86/dKPVYtlTxqw/m9TCIePUjyo738TWc99lf6vZ+P5Dy7yfI8c4NjPUhCrb1+UdG9QPd7vqzw5L1WwYg9J1LSvZWkED2Jg/q9MQnePDR3ED6CR868YRoGvRxtxDy7IO48a1UAPUGHiTxAuA0+BWIpPurNtD1S6A89JlaDPdotjr2ekyC+p+yRvZcAtrwxCV+90Fm3vML7Bz1HowE+3LX9Osch1j0ekRq7yerivAdFET51W8G9vBLZvQ2BO76MLNK9+doOvpWzkb1WKMI9TKDlvKs3Zz0yv8e8Z7ClPUzwrj2OS9O9yamUO80AJ76MYs893bWwvdPFnb3VK7O9GfnGvfIAIr5Mqda9EUYrvV2E4DyKprc9oH8bPelPDj7Pwxg+Pqz1PUdCHj53/wS+DUvmvaI2F74Gj9i91E/AvRUoCL5mQqY9e0z5vPcDMT53ZMs9XHSjPS3mGD4XvGK9ixsnvvHavD1P+829jZO+vTs6Ib7hAUE9T3LJuwsS1b3unHm99mObPaWWqT2H34e8oLQvvq5t5bzCZkm9msQEvtLFmryLqgC+BkaHvQyCcb6UCiS9NT0AvsnljL0CAWC+nGzKPTOQ/zuIzTw9avJQvuUYTr1blEE9P14Jvq4Aez7cijk9CebTvUDnV77TYn29TLGQvEc1Gz2+2Ay9LVtoPSoagD3mwVW8ci0BPvjHJLxUtQg+Tp51vWwEKb0KroG9s96bvGzogr0D3+O8u2NAvQXRCT69OHm99ekRPdU7ED1dhWq9Hle9vU0NyL0CpMs7MSFePjRQOb0gC0o7eDqdvZQcOr2tZBA9M8kMPCHYiLzNoE29bFcJPozVcr2jouI9VW60PdQYDT1ScRM+HXToO1yXer03AWq9aK6uvaz2i721Nrk8Czb1ParQG7wWckc9DrlmPQ62uT2Gwxw8i9lkPT2K1b3HJQA+7wG2vFMnR70MYiO+gkoJPpkjWL7f0gs9AfTivVrgbT2U8Ik7qBCqO2qXJT7SadO9tHlaPRJhsD1gqZU9A55EOXmTYju1pBe9TNhcPuiIAD2XccM7fFT8vfSSA76MvH87Tl0zvK3+JD40IzM8hzKau82+pz1iSHu8q5aePS/4qr0ULjO+1MfAvZlxNj1QrsM9X/vKPeTqhr0uYji9Ixa9vVJ4yTsj5A6+n3aOvmdLf71AQnu9I13UPV27kj4DDRk+TJ5GvY8bX73TNNQ979o0vIHPGb7ctzu9n+JnvQfjsrzchMy8qcf3vaW6Cb0Jcmk9Xb5FPYsO6r1U2oW8BeoTPskMnbwTjlA9U4O3vPq2/ztQ5OC7JQJtvGoG170m1b89E2hkvIKymT2WWOG7j2zBPaSJwj3A0AI+TykMvZxQqj3CI2Q9EwkIPt+937xJVH69QX/PPTddur3MZmm+Zv/dPFgpRzxGn4G84acgvF1b+byk5sK9ZvosvRDkNz5j34q9MEMYO06vNb6pmme9ZtOGPTlxcT0fziO+wB45vhVQKb5uOqu9qBZWva83rj1ZXI09THcdu9/srT1UtsQ8kOsyviyBML5/n968PKfZPIfdbjtzEPs8SsRDPdIfMj55ceg9AvUCPYCIyT1+1qW9maT4vcMkUTxzF909d20MPjb6sT0YQau9fVPYvfngXD4keuS8ZMM7vsMbRD5eGXs8yfcRPrERRD0KYus9BdG2vdJuJb4/OHy9JDwOvb80Oj0FKx28zoOGPRK7Gz3xpmW7oEA3vnQmbz1on9A8bBrWPbNm8r2oTSK+HY7cu6ldIT1eq2G9RoWDPWpZxLwte7i9e2IBPrwm0j3VAiu+5qKUPdcVPr4y1yi+vdY5vuZewbxu6U4+BEqLPfK3Nj4TwYK8aaAJvSBMOL2YKVO98k35vLpULb5h1jS9XXJXO7AT1bzQOGA9XFFCPh5+LD0vWxg9G0epvYf8AL45sPC95ZeyPKbavzu8Vo8973YwPVv71L1BqQW9O4/CPBldsb0B8gs+KygPvkNagz4N5Zg9l5khPUBCVb0pCzK9lTqKvckYwTwiReC9otzKve4NvjweGVs9Xob1vYwQP75svnW+klRgva3hUb2YFwm8CF2nvYUpmrxTuz89ij4iPBKKqj135Vg9NMzxPVd/Yj0oZPA8ySaAPcSQ4jqqWry9FAMDPiI4yjyqQAW9PoL5vXbd2jwCqQK+dBPEPW3OtD3VorO9Fk79vYZo7r37PkO9tkbYvb+Q+T2Jjb89NtDJvc7sFL2mac49zVMyvLePMD7+rw69UwRdPSWR9r1vNM4891pwvdGRbL02LtS7rUCEPJSKxL0X0eO9z50sPkhHIz2oFHM8+bdYPoynXb3AzfQ9HjUwvK7aVDwjPA09qoIovUUUIjyE8QQ90QpEPrZMUj2ARFs9zJcAvXxugb3HObu9RQSbPf/6Iz49iQk+o0u4OpbLQz0t5uk8kqEmPuIInruh6pA9BDeQvUUcgz1o29s82Z6IPDjuCT0xVDw9WsSuPZTSeb2xNGo9WXcGPrkc1b3afji+sTv/PZdHbDwm2Im9an4GO1qloj1DbUI+7XNtPRW81D05p0c9d+IFPZB2FD7k0+K8HJqBPV7aMj7OsCc+6VQOPiQXIj7bvRQ+bZWzPfnrBD6XN5Y8sbldParp8ryNYzo+Y3y6vfh3hj1LM969XWwIPonJBD2O2v29UFdgPUqIP77Pub69kEoLvgDM3L0L3ak8Z66xPT/lOr7pdwQ9cJmmvRhIEL44M4i98F+3vDsol7wk2Kg73dWKPS+fpL1wFpw9c4+XuzZ1JL4ewIe+dy+DvLJfNL3smvW80GBKPHtxZr1k8qO9H62cvdPShj2ja1M9mqDNvTqNIrxnwCW8WhqkPNE19L1jh6O9+Y7JPEI3BL44xKa9MzUjvua+Ir1iIjE9Lq2fPdOsc75owwc+y9YEPCRjt722leY9UbpuPV4Bq73Ck7y99krivdRCQb0yquI86KYLvex5+Ly419s8yeBMPSktuT1xrRW+shRcvEknQb0oG749HkH5vPOTmrzemw6+ygevPXsuSL5/UUy+YIczvYJlHz5WL9693F/uvdOiF766dJo9dEo2PhKl5jydAu29CY84PFzuK76m3Qy+Nni1vZg46DvguGe90FhlvvypEj2paSW+hvDFPYwunr13nA4+ii7GPeQWA74WDVY9iKxfvcv3oL1C7YY9KFoovnMtmb0LiyC9orqevmx+TL4fnEK8I0rSvaszozyfcwQ+i4LWvecTzD26Mgo+5ZtWvYtHfb1O74+97eQUPmG8FT41WrS9fqWBPaB+cL2MRaG9ii6RPuyy+70h6Q++f900uyoAML40Gbo6EjmZvb1aJb25Cme7T0YLvfkijb2iDqS+WYpPvd5MiT1gmhS9C2cOPtv4O76wm0i8CF2MvaS9qDzirbq989HzvbV297yK0ds87U6RvR3MMj5ohA0+79L2PZqv3bydPd48PfWTPQZaFz1RVho+ztyBPXeBUT5+qQm+JTPFvb4iSj2Hu1g9AoR2Par3/L3Psui9mbZMvd6BLLx/sTk+1DtOPlw6ND7ufKu8bJrOvDU1IL5yQHG8fOZ5PTWwfbxxBfe8u28kPXv5j7xQ+Qe93EZOPsbwt7un2Lm9VnjiPC54cj3P+6876pXIPQH9gjs8IiA+RLQZPsrlND4XiDC8kZCTPYlGzzwo1Xw9lx82vrJ5LL6Hw5m9HUxGvSvNUbzRJF29EBqjPQqZLz3GPAm+y1kOPWn1Jb4oCqy97EKJvk7WSr0I0cQ9eW+TvZ+smb1K+k2+veaHPWrxp7tvG+C8JXUvvbMoR72Tq+C9gVOnvDreSj6Kdrc942mtPOrqgT1ZiJi9RhpIPhy5rz1M1OS9Sp83vpGtITxyLvI8d7Z1PrykvD3Rpxw9cMK4PQzPB75HBtQ9YMnFvdtBib1eS/G9sbBJvpmZlL1zxuC6AwZavFN79rzVIL+9OKPZvVqNlr2q4cC9pxkhOw4BSz3LQ5+95+ENvnBG+72n+Be+Hy1Ovu4D4L3Rfre7CW2gvSxuiLvsiO09J61UPtD97T085i6+bLs0vu91vTy/48E82IIDvrhapD3sRxI9FmpLPCLVS721c4a9DFfePS8Dmj1Y5hC+NouFPVF2IL4Eley9loetPYCYTD4GoEW9vLYOvhcG2r3O4fA91rKwvfJWrz0VY08+BtWLvqPN3r3PEbG9iaqMvdtRJL7TStE9dYr3vRTNAD7o7Qo+VashPj/HUb0RcME9floPvcXCh738OhU81JhBPpD3ijzCzKW9SxobPaljRzzrZQW9dsd2PWjwz73dwQI+Nu5sPa0z6T3TzJu8uzMPvlrrnb2dbkS+jwelPTebST6fRFm93rx3Plz5R73QJCQ+rnbOvb9/DD6EZuU9zqM7vimfOz3+3HE9i8npvbGnPz5/yiS+n+DCPTyLlz1Rbrs9S0MXvVW13L2feSm+")),
]

// swift-format-ignore-file

/// The doc comment of each operator by its name in files, made from Sources/Operators by GeneratedTests.
let operatorPages: [String: String] = [
  "conv1d": #"""
    Convolution over `rank` spatial axes: every output position is the bias plus the sum of a window times the filter.

    `y[n, k, p] = bias[k] + sum over c, r of weight[k, c, r] * x[n, c, p * stride - pad_begin + r * dilation]`, which is
    cross-correlation, as in every framework. Input `[N, C, ...]`, output `[N, out_channels, ...]`; the sizes follow
    from the window, see `rounding`. With `groups: g`, filter `k` reads only the channels of its own group.

    Parameters as PyTorch's: `weight` `[out_channels, C / groups, kernel...]` and `bias` `[out_channels]`, both uniform
    in `±1 / sqrt(C / groups * kernel cells)` (`kaiming_uniform` with `a = sqrt(5)`).

    With `weight_norm` there are `weight_g` `[out_channels, 1...]` and `weight_v` in place of `weight`, as in
    `torch.nn.utils.weight_norm`: `weight = weight_g * weight_v / |weight_v|` for each filter. With
    `weight_standardization` the filters are `(weight - mean) / sqrt(var + 1e-6)`, as in timm's `StdConv2d`; BiT's own code
    adds 1e-10.

    `padding: same` follows TensorFlow and ONNX SAME_UPPER: it allows a stride and puts the odd cell at the end, where
    PyTorch's `same` needs stride 1.
    """#,
  "conv2d": #"""
    Convolution over `rank` spatial axes: every output position is the bias plus the sum of a window times the filter.

    `y[n, k, p] = bias[k] + sum over c, r of weight[k, c, r] * x[n, c, p * stride - pad_begin + r * dilation]`, which is
    cross-correlation, as in every framework. Input `[N, C, ...]`, output `[N, out_channels, ...]`; the sizes follow
    from the window, see `rounding`. With `groups: g`, filter `k` reads only the channels of its own group.

    Parameters as PyTorch's: `weight` `[out_channels, C / groups, kernel...]` and `bias` `[out_channels]`, both uniform
    in `±1 / sqrt(C / groups * kernel cells)` (`kaiming_uniform` with `a = sqrt(5)`).

    With `weight_norm` there are `weight_g` `[out_channels, 1...]` and `weight_v` in place of `weight`, as in
    `torch.nn.utils.weight_norm`: `weight = weight_g * weight_v / |weight_v|` for each filter. With
    `weight_standardization` the filters are `(weight - mean) / sqrt(var + 1e-6)`, as in timm's `StdConv2d`; BiT's own code
    adds 1e-10.

    `padding: same` follows TensorFlow and ONNX SAME_UPPER: it allows a stride and puts the odd cell at the end, where
    PyTorch's `same` needs stride 1.
    """#,
  "conv3d": #"""
    Convolution over `rank` spatial axes: every output position is the bias plus the sum of a window times the filter.

    `y[n, k, p] = bias[k] + sum over c, r of weight[k, c, r] * x[n, c, p * stride - pad_begin + r * dilation]`, which is
    cross-correlation, as in every framework. Input `[N, C, ...]`, output `[N, out_channels, ...]`; the sizes follow
    from the window, see `rounding`. With `groups: g`, filter `k` reads only the channels of its own group.

    Parameters as PyTorch's: `weight` `[out_channels, C / groups, kernel...]` and `bias` `[out_channels]`, both uniform
    in `±1 / sqrt(C / groups * kernel cells)` (`kaiming_uniform` with `a = sqrt(5)`).

    With `weight_norm` there are `weight_g` `[out_channels, 1...]` and `weight_v` in place of `weight`, as in
    `torch.nn.utils.weight_norm`: `weight = weight_g * weight_v / |weight_v|` for each filter. With
    `weight_standardization` the filters are `(weight - mean) / sqrt(var + 1e-6)`, as in timm's `StdConv2d`; BiT's own code
    adds 1e-10.

    `padding: same` follows TensorFlow and ONNX SAME_UPPER: it allows a stride and puts the odd cell at the end, where
    PyTorch's `same` needs stride 1.
    """#,
  "conv_transpose1d": #"""
    Transposed convolution over `rank` spatial axes: the gradient of a convolution by its input, as a layer.

    Every input position adds its value times the filter to a window of the output; windows are `stride` apart.
    `out = (in - 1) * stride - pad_begin - pad_end + dilation * (kernel - 1) + 1 + output_padding`, always whole.
    `output_padding` adds rows and columns at the end that are computed like the others; they are not zeros. It must be
    less than the stride or the dilation, else a whole position would be missing from the input.

    Parameters as PyTorch's, the channels the other way round than in a convolution: `weight`
    `[C, out_channels / groups, kernel...]` and `bias` `[out_channels]`, uniform in
    `±1 / sqrt(out_channels / groups * kernel cells)`. With `weight_norm` there are `weight_g` `[C, 1...]` and `weight_v` in
    place of `weight`, `weight = weight_g * weight_v / |weight_v|` for each input channel, as PyTorch does by default.
    """#,
  "conv_transpose2d": #"""
    Transposed convolution over `rank` spatial axes: the gradient of a convolution by its input, as a layer.

    Every input position adds its value times the filter to a window of the output; windows are `stride` apart.
    `out = (in - 1) * stride - pad_begin - pad_end + dilation * (kernel - 1) + 1 + output_padding`, always whole.
    `output_padding` adds rows and columns at the end that are computed like the others; they are not zeros. It must be
    less than the stride or the dilation, else a whole position would be missing from the input.

    Parameters as PyTorch's, the channels the other way round than in a convolution: `weight`
    `[C, out_channels / groups, kernel...]` and `bias` `[out_channels]`, uniform in
    `±1 / sqrt(out_channels / groups * kernel cells)`. With `weight_norm` there are `weight_g` `[C, 1...]` and `weight_v` in
    place of `weight`, `weight = weight_g * weight_v / |weight_v|` for each input channel, as PyTorch does by default.
    """#,
  "conv_transpose3d": #"""
    Transposed convolution over `rank` spatial axes: the gradient of a convolution by its input, as a layer.

    Every input position adds its value times the filter to a window of the output; windows are `stride` apart.
    `out = (in - 1) * stride - pad_begin - pad_end + dilation * (kernel - 1) + 1 + output_padding`, always whole.
    `output_padding` adds rows and columns at the end that are computed like the others; they are not zeros. It must be
    less than the stride or the dilation, else a whole position would be missing from the input.

    Parameters as PyTorch's, the channels the other way round than in a convolution: `weight`
    `[C, out_channels / groups, kernel...]` and `bias` `[out_channels]`, uniform in
    `±1 / sqrt(out_channels / groups * kernel cells)`. With `weight_norm` there are `weight_g` `[C, 1...]` and `weight_v` in
    place of `weight`, `weight = weight_g * weight_v / |weight_v|` for each input channel, as PyTorch does by default.
    """#,
  "pointwise_conv1d": #"""
    Convolution with a kernel of 1: every position's channels are mixed by one matrix.

    The same as `conv1d`, `conv2d` or `conv3d` with `kernel_size: 1`, parameters and their layout included.
    """#,
  "pointwise_conv2d": #"""
    Convolution with a kernel of 1: every position's channels are mixed by one matrix.

    The same as `conv1d`, `conv2d` or `conv3d` with `kernel_size: 1`, parameters and their layout included.
    """#,
  "pointwise_conv3d": #"""
    Convolution with a kernel of 1: every position's channels are mixed by one matrix.

    The same as `conv1d`, `conv2d` or `conv3d` with `kernel_size: 1`, parameters and their layout included.
    """#,
  "depthwise_conv1d": #"""
    Convolution of each channel by itself: a convolution with as many groups as channels.

    `multiplier: m` gives every channel `m` filters; the output has `m * C` channels, those of one channel side by side.
    The parameters are those of `conv1d`, `conv2d` or `conv3d` with `groups: C`: `weight` `[m * C, 1, kernel...]`.
    """#,
  "depthwise_conv2d": #"""
    Convolution of each channel by itself: a convolution with as many groups as channels.

    `multiplier: m` gives every channel `m` filters; the output has `m * C` channels, those of one channel side by side.
    The parameters are those of `conv1d`, `conv2d` or `conv3d` with `groups: C`: `weight` `[m * C, 1, kernel...]`.
    """#,
  "depthwise_conv3d": #"""
    Convolution of each channel by itself: a convolution with as many groups as channels.

    `multiplier: m` gives every channel `m` filters; the output has `m * C` channels, those of one channel side by side.
    The parameters are those of `conv1d`, `conv2d` or `conv3d` with `groups: C`: `weight` `[m * C, 1, kernel...]`.
    """#,
  "separable_conv1d": #"""
    Depthwise separable convolution: each channel is filtered by itself, then the channels are mixed.

    Stands for two layers below its own name, `depthwise` (see `depthwise_conv2d`) and `pointwise`
    (see `pointwise_conv2d`); the window's attributes go to the first, `out_channels` to the second, `bias` to both.
    The parameters are `depthwise.weight`, `depthwise.bias`, `pointwise.weight` and `pointwise.bias`.
    """#,
  "separable_conv2d": #"""
    Depthwise separable convolution: each channel is filtered by itself, then the channels are mixed.

    Stands for two layers below its own name, `depthwise` (see `depthwise_conv2d`) and `pointwise`
    (see `pointwise_conv2d`); the window's attributes go to the first, `out_channels` to the second, `bias` to both.
    The parameters are `depthwise.weight`, `depthwise.bias`, `pointwise.weight` and `pointwise.bias`.
    """#,
  "linear": #"""
    Fully connected layer: `y = x * transpose(weight) + bias` over the last axis.

    Input `[..., in_features]`, output `[..., out_features]`; all axes but the last are kept, as in PyTorch. After a
    feature map `[N, C, H, W]` the last axis is the width alone, which is rarely meant: put `flatten` in between, which
    keeps the order N C H W. Stating `in_features` says that the last axis is meant.

    Parameters as PyTorch's: `weight` `[out_features, in_features]` and `bias` `[out_features]`, both uniform in
    `±1 / sqrt(in_features)`. With `weight_norm` there are `weight_g` `[out_features, 1]` and `weight_v` in place of `weight`,
    as in `torch.nn.utils.weight_norm`: `weight = weight_g * weight_v / |weight_v|` for each output.
    """#,
  "matmul": #"""
    The product of two matrices, or of two batches of them: `[..., M, K]` times `[..., K, N]` is `[..., M, N]`.

    The axes before the last two are equal, or the second input has only two axes and multiplies every matrix of the
    first. PyTorch would also repeat batch axes of size 1, and takes vectors; `unsqueeze` and `expand` say that here. The
    gradients are `upstream * transpose(b)` and `transpose(a) * upstream`.
    """#,
  "max_pool1d": #"""
    The largest value of each window: `y[i] = max over k of x[i * stride - pad_begin + k * dilation]`, along 1 to 3
    axes.

    `stride` is `kernel_size` unless written, as in PyTorch; ONNX's default is 1. Padding counts as -inf and is at
    most half of the window. NaN in a window makes its result NaN. The gradient goes to the first largest value of a
    window. In ceil mode the last window must start inside the input or the padding at the beginning, so
    `kernel_size: 1, stride: 3` on 5 values gives 2 results, where Caffe gives 3.

    With `return_indices` a second output has the place of each largest value in the plane of its channel, counted along
    the last axis first, as `int64`. `max_unpool2d: {from: [x, pool.1]}` reads it; the next layer and the name alone mean
    the values.
    """#,
  "max_pool2d": #"""
    The largest value of each window: `y[i] = max over k of x[i * stride - pad_begin + k * dilation]`, along 1 to 3
    axes.

    `stride` is `kernel_size` unless written, as in PyTorch; ONNX's default is 1. Padding counts as -inf and is at
    most half of the window. NaN in a window makes its result NaN. The gradient goes to the first largest value of a
    window. In ceil mode the last window must start inside the input or the padding at the beginning, so
    `kernel_size: 1, stride: 3` on 5 values gives 2 results, where Caffe gives 3.

    With `return_indices` a second output has the place of each largest value in the plane of its channel, counted along
    the last axis first, as `int64`. `max_unpool2d: {from: [x, pool.1]}` reads it; the next layer and the name alone mean
    the values.
    """#,
  "max_pool3d": #"""
    The largest value of each window: `y[i] = max over k of x[i * stride - pad_begin + k * dilation]`, along 1 to 3
    axes.

    `stride` is `kernel_size` unless written, as in PyTorch; ONNX's default is 1. Padding counts as -inf and is at
    most half of the window. NaN in a window makes its result NaN. The gradient goes to the first largest value of a
    window. In ceil mode the last window must start inside the input or the padding at the beginning, so
    `kernel_size: 1, stride: 3` on 5 values gives 2 results, where Caffe gives 3.

    With `return_indices` a second output has the place of each largest value in the plane of its channel, counted along
    the last axis first, as `int64`. `max_unpool2d: {from: [x, pool.1]}` reads it; the next layer and the name alone mean
    the values.
    """#,
  "avg_pool1d": #"""
    The mean of each window: the sum over a window divided by a number of cells, along 1 to 3 axes.

    With `count_include_pad`, the default as in PyTorch, cells of the padding count as zeros of the window; without
    it, ONNX's default, only cells of the input count. Where the last window of ceil mode reaches beyond the padding,
    these cells never count. `divisor_override` divides by a fixed number. `stride` is `kernel_size` unless written;
    padding is at most half of the window. The gradient of a result, over its divisor, goes to every cell of its
    window.
    """#,
  "avg_pool2d": #"""
    The mean of each window: the sum over a window divided by a number of cells, along 1 to 3 axes.

    With `count_include_pad`, the default as in PyTorch, cells of the padding count as zeros of the window; without
    it, ONNX's default, only cells of the input count. Where the last window of ceil mode reaches beyond the padding,
    these cells never count. `divisor_override` divides by a fixed number. `stride` is `kernel_size` unless written;
    padding is at most half of the window. The gradient of a result, over its divisor, goes to every cell of its
    window.
    """#,
  "avg_pool3d": #"""
    The mean of each window: the sum over a window divided by a number of cells, along 1 to 3 axes.

    With `count_include_pad`, the default as in PyTorch, cells of the padding count as zeros of the window; without
    it, ONNX's default, only cells of the input count. Where the last window of ceil mode reaches beyond the padding,
    these cells never count. `divisor_override` divides by a fixed number. `stride` is `kernel_size` unless written;
    padding is at most half of the window. The gradient of a result, over its divisor, goes to every cell of its
    window.
    """#,
  "lp_pool1d": #"""
    The power mean of each window without its divisor: `y = (sum of x^p)^(1 / p)` with `p` the `norm_type`, along 1 or 2
    axes.

    `norm_type: 1` is the sum of each window, 2 its Euclidean length; with large powers it nears the largest value. As in
    PyTorch no absolute values are taken, so odd and fractional powers of negative values can give NaN; ONNX's LpPool
    takes them. `stride` is `kernel_size` unless written. In ceil mode a window that reaches beyond the input counts its
    mean for the cells that it lacks, as PyTorch does. The gradient is 0 where the sum is.
    """#,
  "lp_pool2d": #"""
    The power mean of each window without its divisor: `y = (sum of x^p)^(1 / p)` with `p` the `norm_type`, along 1 or 2
    axes.

    `norm_type: 1` is the sum of each window, 2 its Euclidean length; with large powers it nears the largest value. As in
    PyTorch no absolute values are taken, so odd and fractional powers of negative values can give NaN; ONNX's LpPool
    takes them. `stride` is `kernel_size` unless written. In ceil mode a window that reaches beyond the input counts its
    mean for the cells that it lacks, as PyTorch does. The gradient is 0 where the sum is.
    """#,
  "adaptive_avg_pool1d": #"""
    The means of windows that divide the input evenly into a fixed number of outputs, along 1 to 3 axes.

    Output `i` of `out` is the mean from `floor(i * in / out)` to `ceil((i + 1) * in / out)`; windows overlap when
    `out` does not divide `in`, and repeat cells when it is larger. `output_size` is one size or a list with one for
    each axis, of which `null` keeps the size of the input. The output's size is known even when the input's is not.
    """#,
  "adaptive_avg_pool2d": #"""
    The means of windows that divide the input evenly into a fixed number of outputs, along 1 to 3 axes.

    Output `i` of `out` is the mean from `floor(i * in / out)` to `ceil((i + 1) * in / out)`; windows overlap when
    `out` does not divide `in`, and repeat cells when it is larger. `output_size` is one size or a list with one for
    each axis, of which `null` keeps the size of the input. The output's size is known even when the input's is not.
    """#,
  "adaptive_avg_pool3d": #"""
    The means of windows that divide the input evenly into a fixed number of outputs, along 1 to 3 axes.

    Output `i` of `out` is the mean from `floor(i * in / out)` to `ceil((i + 1) * in / out)`; windows overlap when
    `out` does not divide `in`, and repeat cells when it is larger. `output_size` is one size or a list with one for
    each axis, of which `null` keeps the size of the input. The output's size is known even when the input's is not.
    """#,
  "adaptive_max_pool1d": #"""
    The largest values of windows that divide the input evenly into a fixed number of outputs, along 1 to 3 axes.

    Output `i` of `out` is the largest value from `floor(i * in / out)` to `ceil((i + 1) * in / out)`; windows overlap when
    `out` does not divide `in`. `output_size` is one size or a list with one for each axis, of which `null` keeps the size
    of the input. The output's size is known even when the input's is not. NaN in a window makes its result NaN; the
    gradient goes to the first largest value of a window.
    """#,
  "adaptive_max_pool2d": #"""
    The largest values of windows that divide the input evenly into a fixed number of outputs, along 1 to 3 axes.

    Output `i` of `out` is the largest value from `floor(i * in / out)` to `ceil((i + 1) * in / out)`; windows overlap when
    `out` does not divide `in`. `output_size` is one size or a list with one for each axis, of which `null` keeps the size
    of the input. The output's size is known even when the input's is not. NaN in a window makes its result NaN; the
    gradient goes to the first largest value of a window.
    """#,
  "adaptive_max_pool3d": #"""
    The largest values of windows that divide the input evenly into a fixed number of outputs, along 1 to 3 axes.

    Output `i` of `out` is the largest value from `floor(i * in / out)` to `ceil((i + 1) * in / out)`; windows overlap when
    `out` does not divide `in`. `output_size` is one size or a list with one for each axis, of which `null` keeps the size
    of the input. The output's size is known even when the input's is not. NaN in a window makes its result NaN; the
    gradient goes to the first largest value of a window.
    """#,
  "global_avg_pool": #"""
    The mean of each channel over all its positions: `[N, C, H, W]` becomes `[N, C, 1, 1]`.

    The input has 1 to 3 spatial axes, all of which stay with size 1, so a `flatten` usually follows. It is the same
    as an adaptive average pool with `output_size: 1` (PyTorch), and as ONNX's GlobalAveragePool; Keras drops the
    axes.
    """#,
  "global_max_pool": #"""
    The largest value of each channel over all its positions: `[N, C, H, W]` becomes `[N, C, 1, 1]`.

    The input has 1 to 3 spatial axes, all of which stay with size 1, so a `flatten` usually follows. It is the same
    as an adaptive maximum pool with `output_size: 1` (PyTorch), and as ONNX's GlobalMaxPool; Keras drops the axes. NaN
    in a channel makes its result NaN; the gradient goes to the first largest value.
    """#,
  "max_unpool2d": #"""
    Puts the values of a maximum pool back to the places that they came from, and 0 elsewhere.

    It reads the values and their places, the second output of `max_pool2d` with `return_indices: true`, as in
    `from: [x, pool.1]` (Zeiler and others, "Visualizing and Understanding Convolutional Networks", 2014). Its size is
    `(in - 1) * stride - 2 * padding + kernel_size`, with the attributes of the pool, of which `stride` is `kernel_size`
    unless written. Several sizes are pooled to the same one: `output_size` gives another, less than a stride away. It must
    be the size that the pool read, since places are counted in that plane. Of two values with one place the later stays,
    and a place outside of the plane is ignored, where PyTorch stops. The gradient of a value is the one at its place.
    """#,
  "batch_norm": #"""
    Normalises each channel to mean 0 and variance 1, then scales and shifts it:
    `y = (x - mean) / sqrt(var + eps) * weight + bias`, for `[N, C]` or `[N, C]` with 1 to 3 spatial axes.

    In inference mean and variance are the running ones; in training they are those of the batch over all axes but the
    channels, the variance biased, and the running ones move: `running = (1 - momentum) * running + momentum * batch`,
    there with the unbiased variance. `momentum` is the weight of the new batch, 0.1, as in PyTorch; Keras and ONNX
    call the weight of the old value momentum. `momentum: null` averages all batches equally. With
    `track_running_stats: false` the statistics are always the batch's. Training needs more than one value per
    channel, and a run with less is refused.
    """#,
  "instance_norm": #"""
    Normalises each channel of each sample to mean 0 and variance 1 over its positions, then scales and shifts it:
    `y = (x - mean) / sqrt(var + eps) * weight + bias` (Ulyanov and others, "Instance Normalization", 2016).

    The input is `[N, C]` with 1 to 3 spatial axes, of more than one position. By default, as in PyTorch and unlike
    `batch_norm`, there are neither parameters (`affine: false`) nor running statistics
    (`track_running_stats: false`), and training does not differ from inference. With `track_running_stats` training
    moves running statistics towards the mean of the samples' own, `running = (1 - momentum) * running + momentum * new`
    with the unbiased variance, and inference normalises by them. `momentum: null` leaves them as they are, and
    `num_batches_tracked` never counts, as in PyTorch.
    """#,
  "group_norm": #"""
    Normalises each group of channels of a sample to mean 0 and variance 1, then scales and shifts each channel:
    `y = (x - mean) / sqrt(var + eps) * weight + bias` (Wu and He, "Group Normalization", 2018).

    The input is `[N, C]` or `[N, C]` with 1 to 3 spatial axes; `num_groups` divides `C`, and a group's statistics are
    over its channels and all positions, the variance biased. One group is layer normalisation of the whole sample, `C`
    groups are instance normalisation. `weight` and `bias` are `[C]`, one for each channel; ONNX had one for each group
    before opset 21. Training does not differ from inference.
    """#,
  "layer_norm": #"""
    Normalises the last axes of each position to mean 0 and variance 1, then scales and shifts every element:
    `y = (x - mean) / sqrt(var + eps) * weight + bias` (Ba and others, "Layer Normalization", 2016).

    `normalized_shape` states the sizes of the last axes, as in PyTorch; without it the last axis alone is normalised.
    With `axis: 1` each position of a feature map `[N, C, ...]` is normalised over its channels, with `weight` and `bias`
    `[C]`, as ConvNeXt does; no permutation is needed. The variance is the biased one, and training does not differ from
    inference. Keras' default `epsilon` is 1e-3.
    """#,
  "rms_norm": #"""
    Brings the last axes of each position to mean square 1, then scales every element:
    `y = x / sqrt(mean(x^2) + eps) * weight` (Zhang and Sennrich, "Root Mean Square Layer Normalization", 2019).

    Unlike `layer_norm` it subtracts no mean and has no bias. `normalized_shape` states the sizes of the last axes;
    without it the last axis alone is normalised, and `axis: 1` normalises over the channels. `eps: null`, the default as
    in PyTorch, is the smallest relative step of float32, 1.19e-7; other frameworks default to 1e-6 or 1e-5.
    """#,
  "local_response_norm": #"""
    Divides each element by a power of the squares of the channels around it:
    `y[c] = x[c] / (k + alpha / size * sum of x[i]^2)^beta` (Krizhevsky and others, "ImageNet Classification", 2012).

    The sum is over `size` channels, from `c - size / 2` to `c + (size - 1) / 2`, as far as there are any. `alpha` is
    divided by `size`, as in PyTorch, ONNX and Caffe; TensorFlow's `alpha` and the paper's are not, and its
    `depth_radius` is the number of channels on one side. The input is `[N, C]` with 1 to 3 spatial axes.
    """#,
  "relu": #"""
    Rectified linear unit: `y = max(x, 0)` for each element.

    The shape does not change. The gradient at 0 is 0, as in PyTorch. NaN passes through.
    """#,
  "relu6": #"""
    Rectified linear unit with a ceiling: `y = min(max(x, 0), 6)` for each element.

    The shape does not change. The gradient is 0 at both bounds, as in PyTorch. NaN passes through.
    """#,
  "leaky_relu": #"""
    Leaky rectified linear unit: `y = x` above 0, else `negative_slope * x`, for each element.

    The shape does not change. The gradient at 0 is `negative_slope`. The default slope 0.01 is that of PyTorch and
    ONNX; Keras takes 0.3.
    """#,
  "prelu": #"""
    Leaky relu with a learned slope: `y = x` above 0, else `weight * x` (He and others 2015).

    `num_parameters` is 1, one slope for all elements, or the number of channels on axis 1, one slope for each. The
    parameter `weight` has the shape `[num_parameters]` and starts from `init`, 0.25. The shape does not change. The
    gradient by `x` at 0 is `weight`; by `weight` it is the sum of `upstream * x` over the elements up to 0. Keras has a
    slope for each element of a sample unless `shared_axes` says otherwise.
    """#,
  "elu": #"""
    Exponential linear unit: `y = x` above 0, else `alpha * (exp(x) - 1)`, for each element (Clevert and others 2016).

    The shape does not change. Far below 0 the result tends to `-alpha`. The gradient at 0 is `alpha`, as in PyTorch.
    """#,
  "celu": #"""
    Continuously differentiable exponential linear unit: `y = x` above 0, else `alpha * (exp(x / alpha) - 1)`, for each
    element (Barron 2017).

    The shape does not change. Unlike `elu` its slope at 0 is 1 for every `alpha`.
    """#,
  "selu": #"""
    Scaled exponential linear unit: `y = scale * x` above 0, else `scale * alpha * (exp(x) - 1)`, for each element
    (Klambauer and others 2017).

    `scale` is 1.0507009873554805 and `alpha` 1.6732632423543772, which keep mean 0 and variance 1 from layer to layer.
    The shape does not change. The gradient at 0 is `scale * alpha`, as in PyTorch.
    """#,
  "gelu": #"""
    Gaussian error linear unit: `y = x * P(Z <= x)` for a standard normal `Z`, for each element.

    `approximate: tanh` computes `x (1 + tanh(sqrt(2 / pi) (x + 0.044715 x^3))) / 2`, which differs by up to 5e-4. The
    shape does not change. PyTorch, ONNX and Keras 3 are exact by default; many published transformers were trained
    with the approximation.
    """#,
  "silu": #"""
    Sigmoid linear unit, also called swish: `y = x / (1 + exp(-x))` for each element.

    The shape does not change. Far below 0 the result tends to 0; -inf gives NaN, as in PyTorch.
    """#,
  "mish": #"""
    Self-regularised activation: `y = x * tanh(log(1 + exp(x)))` for each element (Misra 2020).

    The shape does not change. Far below 0 the result tends to 0; -inf gives NaN, as in PyTorch.
    """#,
  "hardswish": #"""
    Piecewise form of silu: `y = x * min(max(x + 3, 0), 6) / 6` for each element (MobileNetV3).

    The shape does not change. The gradient is 0 up to -3 and 1 from 3 on.
    """#,
  "hardsigmoid": #"""
    Piecewise form of sigmoid: `y = min(max(x + 3, 0), 6) / 6` for each element.

    The shape does not change. The slope is 1/6, as in PyTorch; ONNX's default and older Keras have 0.2. The gradient
    is 0 at -3 and 3.
    """#,
  "hardtanh": #"""
    Bounded from both sides: `y = min(max(x, min_val), max_val)` for each element.

    The shape does not change. The gradient is 0 at both bounds, as in PyTorch, where that of `clamp` is 1. NaN passes
    through. `min_val` is below `max_val`.
    """#,
  "sigmoid": #"""
    Logistic function: `y = 1 / (1 + exp(-x))` for each element.

    The shape does not change. Large magnitudes give exactly 0 and 1.
    """#,
  "tanh": #"""
    Hyperbolic tangent of each element.

    The shape does not change. Results are within 2 units in the last place.
    """#,
  "softplus": #"""
    Smooth form of relu: `y = log(1 + exp(beta * x)) / beta` for each element, and `x` where `beta * x` is above
    `threshold`.

    The shape does not change. It is computed from `exp(-|beta * x|)`, so nothing overflows and small results keep their
    digits. At the default threshold the step to `x` is below float32's rounding.
    """#,
  "softsign": #"""
    Bounded by a quotient: `y = x / (1 + |x|)` for each element.

    The shape does not change. An infinity gives NaN, as in PyTorch.
    """#,
  "softmax": #"""
    Softmax along one axis: `y = exp(x) / sum(exp(x))`.

    The largest element is subtracted first, so nothing overflows; a row of only -inf, or with NaN, becomes NaN. The
    shape does not change. `dim` is -1 unless written, the last axis, the classes of `[N, classes]`; for a map of
    classes `[N, C, H, W]` write `dim: 1`. PyTorch's module has no default and guesses with a warning; ONNX before
    opset 13 flattened the axes behind `dim`.
    """#,
  "log_softmax": #"""
    The logarithm of softmax along one axis: `y = x - log(sum(exp(x)))`.

    Computed from the distances to the largest element, so it neither overflows nor loses small probabilities, which
    the logarithm of `softmax` does. The shape does not change; `dim` is -1 unless written.
    """#,
  "glu": #"""
    Gated linear unit: the first half of the input along an axis times the sigmoid of the second half,
    `y = a * sigmoid(b)` (Dauphin and others 2017).

    The size of the axis `dim` is even, and halved. `dim` is -1 unless written, as in PyTorch; for the channels of a
    feature map write `dim: 1`. The gradient by `a` is `upstream * sigmoid(b)`, by `b` it is
    `upstream * a * sigmoid(b) * (1 - sigmoid(b))`.
    """#,
  "threshold": #"""
    Replaces what is not above a threshold: `y = x` above `threshold`, else `value`, for each element.

    The shape does not change. The gradient is 0 up to the threshold, that included. NaN passes through.
    """#,
  "exp": #"""
    The exponential of each element.

    The shape does not change. Above 88.7 it is infinite. The gradient is upstream times the result.
    """#,
  "log": #"""
    The natural logarithm of each element.

    The shape does not change. 0 gives -inf and a negative number NaN. The gradient is `upstream / x`.
    """#,
  "sqrt": #"""
    The square root of each element.

    The shape does not change. A negative number gives NaN. The gradient is upstream over twice the result, so it is
    infinite at 0.
    """#,
  "abs": #"""
    The magnitude of each element: `y = |x|`.

    The shape does not change. The gradient is upstream times the sign of `x`, which is 0 at 0, as in PyTorch.
    """#,
  "neg": #"""
    The opposite of each element: `y = -x`.

    The shape does not change.
    """#,
  "clamp": #"""
    Bounded from below, above or both: `y = min(max(x, min), max)` for each element.

    The shape does not change. At least one bound is written. The gradient is 1 at a bound, as in PyTorch, where that of
    `hardtanh` is 0. NaN passes through with gradient 0.
    """#,
  "pow": #"""
    A power with a constant exponent: `y = x^exponent` for each element.

    The shape does not change. A negative element gives NaN unless the exponent is a whole number. The exponents 0.5 and
    -0.5 are a square root and its inverse, as in PyTorch, whose power of -inf is NaN and not infinite. The gradient is
    `upstream * exponent * x^(exponent - 1)`, and 0 for exponent 0.
    """#,
  "add": #"""
    The sum of two or more tensors, element by element: `y = a + b + ...`, in this order.

    All inputs have the same shape; an axis on which one has size 1 is repeated, which is reported. Other sizes never
    fit each other, where PyTorch would also add missing axes in front. The gradient goes to every input unchanged,
    summed over repeated axes.
    """#,
  "sub": #"""
    The difference of two tensors, element by element: `y = a - b`.

    Both inputs have the same shape; an axis on which one has size 1 is repeated, which is reported. The gradient by `a`
    is upstream, by `b` its opposite, summed over repeated axes.
    """#,
  "mul": #"""
    The product of two or more tensors, element by element: `y = a * b * ...`, in this order.

    All inputs have the same shape; an axis on which one has size 1 is repeated, which is reported: `[N, C, 1, 1]`
    scales the channels of `[N, C, H, W]` (channel attention). The gradient by one input is upstream times all others,
    summed over repeated axes.
    """#,
  "div": #"""
    The quotient of two tensors, element by element: `y = a / b`.

    Both inputs have the same shape; an axis on which one has size 1 is repeated, which is reported: `[N, C, 1, 1]`
    divides the channels of `[N, C, H, W]`. Division by 0 gives an infinity, of 0 by 0 NaN. The gradient by `a` is
    upstream over `b`, by `b` it is `-upstream * y / b`, summed over repeated axes.
    """#,
  "maximum": #"""
    The largest of two or more tensors, element by element: `y = max(a, b, ...)`.

    All inputs have the same shape. NaN wins. The gradient goes to the larger element; two equal ones get half each,
    as in PyTorch, where three equal inputs of `maximum(maximum(a, b), c)` get a quarter, a quarter and a half.
    """#,
  "minimum": #"""
    The smallest of two or more tensors, element by element: `y = min(a, b, ...)`.

    All inputs have the same shape. NaN wins. The gradient goes to the smaller element; two equal ones get half each,
    as in PyTorch, where three equal inputs of `minimum(minimum(a, b), c)` get a quarter, a quarter and a half.
    """#,
  "scale": #"""
    Multiplies each channel by a learned number: `y = x * gamma`, gamma being repeated over all other axes (LayerScale of
    CaiT, Touvron and others 2021).

    The parameter has the shape `[C]`, or with `keepdim: true` an axis of 1 for each axis behind the channels,
    `[C, 1, 1]`, as where PyTorch code multiplies by it directly. It is called `gamma` below the layer's name, as in
    timm's LayerScale; `parameter` gives it another name, and `parameter: null` that of the layer itself, where a block
    owns the parameter: `scale: {name: layer_scale, parameter: null, keepdim: true}` is torchvision's ConvNeXt,
    `scale: {name: gamma, parameter: null}` timm's. `axis: -1` is for channels that come last. The gradient by gamma is
    the sum of `upstream * x` over all other axes.
    """#,
  "bias": #"""
    Adds a learned number to each channel: `y = x + bias`, the bias being repeated over all other axes.

    The parameter has the shape `[C]`, or with `keepdim: true` an axis of 1 for each axis behind the channels. It is
    called `bias` below the layer's name; `parameter` gives it another name, and `parameter: null` that of the layer
    itself, where a block owns the parameter. A convolution or `linear` has its own bias already. The gradient by the
    bias is the sum of upstream over all other axes.
    """#,
  "flatten": #"""
    Joins the axes from `start_dim` to `end_dim` into one, in row-major order: `[N, C, H, W]` becomes `[N, C*H*W]`.

    Nothing is computed: the output is the same memory. The order is that of N C H W, so weights of a following
    `linear` trained on N H W C (Keras) are in another order. Negative axes count from the end.
    """#,
  "reshape": #"""
    The same elements under another shape, in row-major order.

    `shape` is the whole new shape, the batch included, as in `torch.reshape`. One size may be -1: it takes what the
    others leave, so `shape: [-1, 16, 7, 7]` works for every batch size `N`. Nothing is computed: the output is the
    same memory. The number of elements must be the same, which is checked for symbolic sizes too where it follows
    from the shapes.
    """#,
  "permute": #"""
    The axes in another order: axis `i` of the output is axis `dims[i]` of the input.

    `dims` names every axis once, from 0 at the batch, or from the end as negative numbers: `[0, 2, 3, 1]` makes N H W C
    of N C H W. The elements are copied into the new order, where PyTorch returns a view. The gradient goes back in the
    opposite order.
    """#,
  "transpose": #"""
    Two axes in each other's place, `dim0` and `dim1`, which count from 0 at the batch, or from the end as negative
    numbers.

    `{dim0: 1, dim1: 2}` makes `[N, L, C]` of `[N, C, L]`. The elements are copied into the new order, where PyTorch
    returns a view. The gradient is transposed back.
    """#,
  "squeeze": #"""
    The input without an axis of size 1: `[N, C, 1, W]` becomes `[N, C, W]` for `dim: 2`.

    `dim` counts from 0 at the batch, or from the end as a negative number. Nothing is computed: the output is the same
    memory. An axis of another size is an error, where PyTorch keeps it silently; PyTorch's call without `dim`, which
    removes every axis that happens to have size 1, has no counterpart, since a batch of one would change the network.
    """#,
  "unsqueeze": #"""
    The input with a new axis of size 1 before axis `dim`: `[N, L]` becomes `[N, 1, L]` for `dim: 1`.

    `dim` counts from 0 at the batch, and -1 puts the axis behind the last one. Nothing is computed: the output is the
    same memory.
    """#,
  "concat": #"""
    Two or more tensors one behind the other along one axis, the channels unless told otherwise.

    The inputs are equal in all other axes. `axis` counts from 0 at the batch, or from the end as a negative number;
    it is called `dim` in PyTorch. The gradient by each input is its slice of upstream.
    """#,
  "split": #"""
    The input cut into parts along one axis, each of which is an output.

    `split_size_or_sections` is the size of every part but perhaps a smaller last one, or a list with the size of each,
    which together make the whole axis. `name.0`, `name.1` and so on are the parts: `from: halves.1` reads the second.
    `dim` is 0 unless written, the batch, as in PyTorch; for the channels write `dim: 1`. The gradient by the input is
    that of the parts side by side, and 0 for a part that nothing reads.
    """#,
  "chunk": #"""
    The input cut into a number of equal parts along one axis, each of which is an output.

    Every part has `ceil(size / chunks)` elements of the axis, the last one perhaps fewer. `name.0`, `name.1` and so on
    are the parts. `dim` is 0 unless written, the batch, as in PyTorch; for the channels write `dim: 1`. PyTorch makes
    fewer parts than asked for when the axis runs out (5 in 4 parts: 2, 2, 1), which is an error here. The gradient by
    the input is that of the parts side by side, and 0 for a part that nothing reads.
    """#,
  "slice": #"""
    A range of one axis: the indices from `start` up to but without `end`, every `step`-th of them.

    `dim` counts from 0 at the batch, or from the end as a negative number; so do `start` and `end`, where -1 is the last
    index. Without `end` the range goes to the end of the axis. Both must lie within the axis, and at least one index in
    between: PyTorch cuts a range that is too long short, silently. The gradient of elements outside of the range is 0.
    """#,
  "crop": #"""
    The input without cells around the spatial axes, the opposite of `pad`.

    `cropping` is one number for both ends of every axis, or a list in axis order with a number or a pair `[begin, end]`
    for each. At least one cell of every axis stays. The gradient of cells that are cut off is 0.
    """#,
  "center_crop": #"""
    The middle of the spatial axes, of the size that `size` says, or of that of the layer `like`.

    Where an odd number of cells is cut off, the begin loses half a cell less or more, whichever is even:
    `round((in - out) / 2)` with halves to even, as in torchvision. So of 5 cells the first 4 stay, and of 7 the last 4.
    The input is at least as large along every axis; torchvision pads a smaller one with zeros. The gradient of cells
    that are cut off is 0.
    """#,
  "pad": #"""
    Cells added around the spatial axes.

    `padding` is one number for both ends of every axis, or a list in axis order with a number or a pair
    `[begin, end]` for each; PyTorch's function takes a flat list from the last axis to the first. `mode` says what
    the cells hold: `value` (`constant`), the input mirrored without repeating its border (`reflect`, at most one less
    than the size), its border (`replicate`), or its other end (`circular`, at most the size). The gradient of a cell
    goes to the element that it copies.
    """#,
  "channel_shuffle": #"""
    The channels of `groups` groups in turn, one of each: channels 0 1 2 3 4 5 of two groups become 0 3 1 4 2 5.

    `C` channels are taken as a table of `groups` rows, which is read by columns (Zhang and others 2018, ShuffleNet), so
    that the next grouped convolution sees every group. `groups` divides the channels. The gradient goes back to where
    each channel came from.
    """#,
  "pixel_shuffle": #"""
    Channels become pixels: `[N, C*r*r, H, W]` becomes `[N, C, H*r, W*r]` for an `upscale_factor` r.

    Output pixel `(h, w)` of channel `c` is input pixel `(h // r, w // r)` of channel `(c*r + h % r)*r + w % r` (Shi and
    others 2016, sub-pixel convolution): the output's channel is the slowest part of the input's, the order that ONNX
    calls CRD. ONNX's DepthToSpace has DCR by default and TensorFlow has that alone, where the output's channel is the
    fastest part. The gradient is the opposite `pixel_unshuffle`.
    """#,
  "pixel_unshuffle": #"""
    Pixels become channels: `[N, C, H*r, W*r]` becomes `[N, C*r*r, H, W]` for a `downscale_factor` r.

    The opposite of `pixel_shuffle`, in the same order: input pixel `(h, w)` of channel `c` goes to channel
    `(c*r + h % r)*r + w % r`. ONNX's SpaceToDepth and TensorFlow's put the input's channel into the fastest part instead.
    r divides the height and the width. The gradient is `pixel_shuffle`.
    """#,
  "expand": #"""
    Axes of size 1 repeated to other sizes: `[N, C, 1, 1]` becomes `[N, C, 7, 7]` for `sizes: [-1, -1, 7, 7]`.

    `sizes` is the whole new shape; -1 keeps an axis, and more sizes than axes add axes in front. Only axes of size 1 are
    repeated. The elements are copied, where PyTorch returns a view. The gradient of an element is the sum over its
    copies.
    """#,
  "identity": #"""
    Its input, unchanged: a name for a place in the network, or a branch that does nothing.
    """#,
  "upsample": #"""
    The input at another spatial size, along 1 to 3 axes. `interpolate` is another name for it.

    One of three gives the new sizes: `size` itself, `like` a layer whose spatial sizes are taken, or `scale_factor` the
    ratio, `out = floor(in * scale_factor)`. `mode` says how output element `i` is made, with `s` input elements for each:

    * `nearest` copies element `floor(i * s)`; `nearest-exact` copies `floor((i + 0.5) * s)`, the one whose middle is
      nearest.
    * `linear` (for `[N, C, L]`), `bilinear` (for `[N, C, H, W]`) and `trilinear` (for `[N, C, D, H, W]`) interpolate
      between two elements per axis at `(i + 0.5) * s - 0.5`, the first element repeated before it.
    * `bicubic` (for `[N, C, H, W]`) uses four elements per axis, by cubic convolution with the coefficient -0.75 (Keys
      1981), the elements at the border repeated.
    * `area` averages the elements from `floor(i * in / out)` to `ceil((i + 1) * in / out)`, as adaptive pools do.

    With `align_corners` the linear and cubic modes interpolate at `i * (in - 1) / (out - 1)`, so that the corners stay.
    With `antialias`, `bilinear` and `bicubic` widen their filter when they shrink, so that every element counts; its
    cubic coefficient is -0.5, as in image libraries.

    Frameworks differ: `nearest` is ONNX's asymmetric with floor, where ONNX's Resize defaults to half_pixel with
    round_prefer_floor, which is `nearest-exact` but for places halfway between two elements; `bilinear` is half_pixel. A `scale_factor` is used as it is written
    even where `in * scale_factor` is not whole, unless `recompute_scale_factor` says that `s` is `in / out`, which is
    what a `size` means and what other frameworks do. The cubic coefficient is -0.75 in PyTorch, ONNX and OpenCV, -0.5 in
    TensorFlow and Pillow.

    The gradient goes to the elements that were read, by their weights; none goes into `like`.
    """#,
  "mean": #"""
    The mean over axes: `[N, C, H, W]` becomes `[N, C]` with `dim: [2, 3]`.

    `dim` is an axis or a list of axes, counted from 0 at the batch or from the end as negative numbers; without it the
    mean is over all axes, the batch included. The axes are removed, or stay with size 1 with `keepdim: true`. Over the
    spatial axes and kept it is the same as `global_avg_pool`. The gradient spreads upstream evenly, over the number of
    elements.
    """#,
  "sum": #"""
    The sum over axes: `[N, C, H, W]` becomes `[N, C]` with `dim: [2, 3]`.

    `dim` is an axis or a list of axes, counted from 0 at the batch or from the end as negative numbers; without it the
    sum is over all axes, the batch included. The axes are removed, or stay with size 1 with `keepdim: true`. The
    gradient is upstream, repeated.
    """#,
  "max": #"""
    The largest element over axes: `[N, C, H, W]` becomes `[N, C]` with `dim: [2, 3]`.

    `dim` is an axis or a list of axes, counted from 0 at the batch or from the end as negative numbers; without it all
    axes count, the batch included. The axes are removed, or stay with size 1 with `keepdim: true`. NaN wins. The gradient
    is shared equally among all elements that are the result, as in PyTorch's `amax`; its `max` of one axis returns indices
    too, and gives everything to one element.
    """#,
  "min": #"""
    The smallest element over axes: `[N, C, H, W]` becomes `[N, C]` with `dim: [2, 3]`.

    `dim` is an axis or a list of axes, counted from 0 at the batch or from the end as negative numbers; without it all
    axes count, the batch included. The axes are removed, or stay with size 1 with `keepdim: true`. NaN wins. The gradient
    is shared equally among all elements that are the result, as in PyTorch's `amin`; its `min` of one axis returns indices
    too, and gives everything to one element.
    """#,
  "argmax": #"""
    The index of the largest element along an axis, as `int64`: the class of `[N, classes]` with `dim: 1`.

    Among equal elements it is the first; the first NaN wins. Without `dim` it is the index among all elements in
    row-major order. The axis is removed, or stays with size 1 with `keepdim: true`. There is no gradient.
    """#,
  "scaled_dot_product_attention": #"""
    Attention of queries to keys: `y = softmax(q * transpose(k) * scale) * v` over the last two axes (Vaswani and others
    2017).

    The inputs are the queries `[..., L, E]`, the keys `[..., S, E]` and the values `[..., S, Ev]`, with equal axes before;
    the output is `[..., L, Ev]`. Heads are an axis of their own before the last two. `scale` is `1 / sqrt(E)` unless
    written. With `is_causal` query i sees the keys 0 to i alone, counted from the first one even where there are more
    keys than queries, as in PyTorch; a cache of earlier keys would need them counted from the last. Dropout is a layer
    of its own.
    """#,
  "multihead_attention": #"""
    Attention of several heads with learned projections (Vaswani and others 2017).

    One input `[N, L, E]` attends to itself; of three, the queries `[N, L, E]` attend to keys and values `[N, S, E]`. Each
    is multiplied with its part of `in_proj_weight`, the `E` results are divided into `num_heads` heads, each head is
    `scaled_dot_product_attention`, and `out_proj` maps the heads side by side to the output `[N, L, E]`. `num_heads`
    divides `E`, which is the size of the inputs' last axis; `embed_dim` may state it.

    The batch is the first axis, unlike in PyTorch's module, whose `batch_first` is false unless written: with
    `batch_first: false` inputs are `[L, N, E]`. With `is_causal` a query sees no later key than its own place. The
    weights of attention are no output (PyTorch's `need_weights: false`), and there is no dropout inside.

    Parameters as PyTorch's: `in_proj_weight` `[3*E, E]` (queries, keys, values; Xavier uniform), `in_proj_bias` `[3*E]`
    (zeros), `out_proj.weight` `[E, E]` (uniform in `±1 / sqrt(E)`) and `out_proj.bias` `[E]` (zeros).
    """#,
  "dropout": #"""
    Sets elements to 0 at random while training, and does nothing in inference.

    Each element becomes 0 with probability `p`; the others are multiplied by `1 / (1 - p)`, so that the mean stays.
    What is dropped follows from the seed, the layer, the number of the run and the place of the element (Philox), not
    from threads, so a run can be repeated exactly; it differs from PyTorch's choice. The gradient drops the same
    elements.
    """#,
  "dropout2d": #"""
    Sets whole channels to 0 at random while training, and does nothing in inference.

    Each channel of each sample becomes 0 with probability `p`; the others are multiplied by `1 / (1 - p)` (Tompson and
    others, "Efficient Object Localization", 2015). Neighbouring positions of a feature map are alike, so that dropping
    single elements hides little. The input is `[N, C]` with up to 3 spatial axes: PyTorch calls the same `dropout1d` and
    `dropout3d` for one and for three. What is dropped follows from the seed, the layer, the number of the run and the
    channel, as for `dropout`; the gradient drops the same channels.
    """#,
  "alpha_dropout": #"""
    Sets elements to a constant at random while training, such that mean 0 and variance 1 stay, and does nothing in
    inference.

    It belongs to `selu` (Klambauer and others, "Self-Normalizing Neural Networks", 2017): with probability `p` an element
    becomes `-s`, where `s = 1.7581` is the limit of `selu` for small values; then all become `a * x + b` with
    `a = ((1 - p) * (1 + p * s^2))^-0.5` and `b = a * p * s`. `p: 1` gives 0. What is dropped follows from the seed, the
    layer, the number of the run and the place of the element, as for `dropout`. The gradient is `a` where elements
    stayed.
    """#,
  "stochastic_depth": #"""
    Sets whole samples to 0 at random while training, and does nothing in inference.

    As the last layer of a residual's body it leaves out the body for some samples (Huang and others, "Deep Networks with
    Stochastic Depth", 2016): `residual: {body: [..., stochastic_depth: 0.1]}`. Each sample becomes 0 with probability
    `p`, and the others are multiplied by `1 / (1 - p)`; with `mode: batch` all samples share one decision. These are
    torchvision's names; timm calls it `DropPath`. What is dropped follows from the seed, the layer, the number of the
    run and the sample, as for `dropout`; the gradient drops the same samples.
    """#,
  "cross_entropy": #"""
    Cross entropy between scores and classes: `-log(softmax(scores)[target])`, for scores `[N, C]` or `[N, C, ...]`.

    The scores are raw: softmax is part of the loss, computed from the distances to the largest score. The target is
    an `int64` class for each position, `[N]` or `[N, ...]`, or a probability for each class in the shape of the
    scores. The mean is over the positions whose class is not `ignore_index`; with none it is NaN. `weight` counts each
    class so often, and the mean is over the weights of the positions' classes; over the positions alone where the target
    is probabilities, as in PyTorch. `label_smoothing: s` replaces the target by `(1 - s) * target + s / C`. A class
    outside `0 ..< C` makes the loss NaN and its own gradient 0, where PyTorch stops. The gradient by the scores is
    `softmax - target`, over the divisor of the mean.
    """#,
  "nll": #"""
    Negative log-likelihood of classes: `-x[target]` for logarithms of probabilities `[N, C]` or `[N, C, ...]`, as
    `log_softmax` makes them along axis 1.

    The target is an `int64` class for each position, `[N]` or `[N, ...]`. After `log_softmax` it is `cross_entropy`,
    which takes raw scores. `weight` counts each class's positions so often, and the mean is over the weights of the
    positions whose class is not `ignore_index`; with none it is NaN. A class outside `0 ..< C` makes the loss NaN and its
    own gradient 0, where PyTorch stops.
    """#,
  "mse": #"""
    Mean squared error between a prediction and a target of the same shape: the mean of `(prediction - target)^2`.

    `reduction: sum` adds the squares, `none` keeps one for each element. The mean is over all elements, the batch
    included. The gradient by the prediction is `2 (prediction - target)`, over the number of elements for the mean;
    by the target it is the opposite.
    """#,
  "l1": #"""
    Mean absolute error between a prediction and a target of the same shape: the mean of `|prediction - target|`.

    `reduction: sum` adds the distances, `none` keeps one for each element. The gradient by the prediction is the sign of
    the difference, 0 where both are equal, over the number of elements for the mean; by the target it is the opposite.
    """#,
  "smooth_l1": #"""
    Absolute error with a parabola at its corner: `d^2 / (2 beta)` for a distance `d` below `beta`, else `d - beta / 2`
    (Fast R-CNN, Girshick 2015).

    Prediction and target have the same shape. Its slope far from the target is 1 for every `beta`, where that of `huber`
    is `delta`; `beta: 0` is `l1`. `reduction` is as for `mse`.
    """#,
  "huber": #"""
    Squared error with straight arms: `d^2 / 2` for a distance `d` below `delta`, else `delta (d - delta / 2)` (Huber
    1964).

    Prediction and target have the same shape. It is `delta` times `smooth_l1` with `beta: delta`, and the same for 1.
    `reduction` is as for `mse`.
    """#,
  "bce": #"""
    Binary cross entropy between probabilities and targets of the same shape: the mean of
    `-(t * log(x) + (1 - t) * log(1 - x))`.

    Both lie from 0 to 1; a prediction outside makes the loss NaN, where PyTorch stops. Logarithms are at least -100, so a
    wrong certainty costs 100 and not infinity. Raw scores belong into `bce_with_logits`, which keeps its digits. The
    gradient by the prediction is `(x - t) / max(x * (1 - x), 1e-12)`. `reduction` is as for `mse`.
    """#,
  "bce_with_logits": #"""
    Binary cross entropy between raw scores and targets of the same shape: `bce` of `sigmoid(x)`, the mean of
    `(1 - t) * x + (1 + (pos_weight - 1) * t) * log(1 + exp(-x))`.

    Nothing overflows, and certain predictions keep their digits, which `sigmoid` before `bce` loses. `pos_weight` is how
    often a positive counts; PyTorch takes one for each class too. The gradient by the score is `sigmoid(x) - t` when it
    is 1. `reduction` is as for `mse`.
    """#,
  "kl_div": #"""
    Kullback-Leibler divergence of a target distribution from a predicted one: the sum of `t * (log(t) - x)`.

    The prediction is logarithms, as `log_softmax` makes them; the target is probabilities of the same shape, or their
    logarithms with `log_target: true`. A target of 0 adds 0. `reduction: mean`, PyTorch's default, divides by all
    elements; the divergence as the books define it is `batchmean`, which divides by the batch. The gradient by the
    prediction is `-t`.
    """#,
  "dice": #"""
    Dice loss between probabilities `[N, C, ...]` and a target of the same shape:
    `1 - (2 sum(p * t) + smooth) / (sum(p) + sum(t) + smooth)` of each channel of each sample (Milletari and others 2016).

    The sums are over the spatial axes, and the mean is over samples and channels; `reduction: none` keeps `[N, C]`. The
    prediction is probabilities, after `sigmoid` or `softmax`; the target is 1 inside the object and 0 outside, one channel
    a class. `smooth` keeps the loss of an empty channel finite, 0 when the prediction is empty too. Frameworks differ: the
    paper squares the summands below the line, and some sum over the batch as well.
    """#,
]

"""Networks of several layers: combinators, blocks, loops, values read twice, and several outputs."""

from collections import OrderedDict

import torch
from torch import nn

from .record import record


class Net(nn.Module):
    """Named modules and the function that connects them."""

    def __init__(self, function, **modules):
        super().__init__()
        self.function = function
        for name, module in modules.items():
            setattr(self, name, module)

    def forward(self, *inputs):
        return self.function(self, *inputs)


def case(name, text, net, inputs, mode="training", output="out"):
    record("composition", name, text, net, inputs, mode=mode, output=output)


def conv(inputs, outputs, kernel=3, stride=1, **attributes):
    return nn.Conv2d(inputs, outputs, kernel, stride, kernel // 2, **attributes)


def combinators():
    case("residual", """
- conv2d: {name: stem, out_channels: 4, kernel_size: 3, padding: 1}
- residual:
    - conv2d: {name: a, out_channels: 4, kernel_size: 3, padding: 1}
    - relu
    - conv2d: {name: b, out_channels: 4, kernel_size: 3, padding: 1}
- relu: {name: out}
""", Net(lambda m, x: (lambda y: (y + m.b(m.a(y).relu())).relu())(m.stem(x)), stem=conv(3, 4), a=conv(4, 4),
         b=conv(4, 4)), {"input": (2, 3, 5, 6)})
    case("residual_shortcut", """
- residual:
    body:
      - conv2d: {name: a, out_channels: 5, kernel_size: 3, stride: 2, padding: 1, bias: false}
      - batch_norm: {name: b}
    shortcut:
      - name: downsample
        sequential:
          - conv2d: {out_channels: 5, kernel_size: 1, stride: 2, bias: false}
          - batch_norm
- relu: {name: out}
""", Net(lambda m, x: (m.b(m.a(x)) + m.downsample(x)).relu(), a=conv(3, 5, 3, 2, bias=False), b=nn.BatchNorm2d(5),
         downsample=nn.Sequential(conv(3, 5, 1, 2, bias=False), nn.BatchNorm2d(5))), {"input": (2, 3, 7, 5)})
    case("residual_mul", """
- residual:
    body:
      - global_avg_pool
      - conv2d: {name: gate, out_channels: 4, kernel_size: 1}
      - sigmoid
    join: mul
- identity: {name: out}
""", Net(lambda m, x: x * m.gate(x.mean((2, 3), keepdim=True)).sigmoid(), gate=conv(4, 4, 1)), {"input": (2, 4, 5, 3)})
    case("parallel_concat", """
- parallel:
    branches:
      - - conv2d: {name: a, out_channels: 3, kernel_size: 1}
      - - conv2d: {name: b, out_channels: 2, kernel_size: 3, padding: 1}
        - relu
      - []
    join: concat
- conv2d: {name: out, out_channels: 4, kernel_size: 1}
""", Net(lambda m, x: m.out(torch.cat([m.a(x), m.b(x).relu(), x], 1)), a=conv(3, 3, 1), b=conv(3, 2),
         out=conv(8, 4, 1)), {"input": (2, 3, 4, 5)})
    case("parallel_named_branches", """
- parallel:
    branches:
      wide:
        - conv2d: {out_channels: 3, kernel_size: 1}
        - relu
      deep:
        - conv2d: {out_channels: 2, kernel_size: 3, padding: 1}
        - relu
        - conv2d: {out_channels: 3, kernel_size: 3, padding: 1}
    join: add
- tanh: {name: out}
""", Net(lambda m, x: (m.wide(x) + m.deep(x)).tanh(), wide=nn.Sequential(conv(3, 3, 1), nn.ReLU()),
         deep=nn.Sequential(conv(3, 2), nn.ReLU(), conv(2, 3))), {"input": (2, 3, 4, 5)})
    case("parallel_axis_2", """
- parallel:
    branches:
      - - max_pool2d: 2
      - - avg_pool2d: 2
    join: concat
    axis: 2
- conv2d: {name: out, out_channels: 2, kernel_size: 3}
""", Net(lambda m, x: m.out(torch.cat([nn.functional.max_pool2d(x, 2), nn.functional.avg_pool2d(x, 2)], 2)),
         out=nn.Conv2d(3, 2, 3)), {"input": (2, 3, 4, 6)})
    case("parallel_max_and_mul", """
- parallel:
    branches:
      - - linear: {name: a, out_features: 5}
      - - linear: {name: b, out_features: 5}
      - - linear: {name: c, out_features: 5}
    join: max
- parallel:
    branches:
      - - linear: {name: d, out_features: 4}
      - - linear: {name: e, out_features: 4}
    join: mul
- identity: {name: out}
""", Net(lambda m, x: (lambda y: m.d(y) * m.e(y))(torch.maximum(torch.maximum(m.a(x), m.b(x)), m.c(x))),
         a=nn.Linear(6, 5), b=nn.Linear(6, 5), c=nn.Linear(6, 5), d=nn.Linear(5, 4), e=nn.Linear(5, 4)),
         {"input": (3, 6)})


def scopes_and_loops():
    case("positions", """
- conv2d: {out_channels: 4, kernel_size: 3}
- relu
- batch_norm
- sequential:
    - conv2d: {out_channels: 3, kernel_size: 1}
    - sigmoid
    - conv2d: {out_channels: 2, kernel_size: 1}
- flatten
- linear: 5
""", nn.Sequential(nn.Conv2d(3, 4, 3), nn.ReLU(), nn.BatchNorm2d(4),
                   nn.Sequential(conv(4, 3, 1), nn.Sigmoid(), conv(3, 2, 1)), nn.Flatten(), nn.Linear(12, 5)),
         {"input": (2, 3, 4, 5)}, output="5")
    case("loops", """
- each: {w: [4, 5], s: [2, 1]}
  name: stage$(i + 1)
  sequential:
    - conv2d: {out_channels: $w, kernel_size: 3, stride: $s, padding: 1}
    - repeat: 2
      sequential:
        - conv2d: {out_channels: $w, kernel_size: 1}
        - silu
- conv2d: {name: out, out_channels: 2, kernel_size: 1}
""", Net(lambda m, x: m.out(m.stage2(m.stage1(x))), **{
        f"stage{i + 1}": nn.Sequential(conv(n, w, 3, s), *(nn.Sequential(conv(w, w, 1), nn.SiLU()) for _ in range(2)))
        for i, (n, w, s) in enumerate([(3, 4, 2), (4, 5, 1)])}, out=conv(5, 2, 1)), {"input": (2, 3, 7, 5)})
    case("dense_block", """
- repeat: 3
  residual:
    body:
      - conv2d: {name: conv$i, out_channels: 2, kernel_size: 3, padding: 1}
      - relu
    join: concat
- conv2d: {name: out, out_channels: 3, kernel_size: 1}
""", Net(dense_block, conv0=conv(3, 2), conv1=conv(5, 2), conv2=conv(7, 2), out=conv(9, 3, 1)), {"input": (2, 3, 4, 4)})


def dense_block(m, x):
    for layer in [m.conv0, m.conv1, m.conv2]:
        x = torch.cat([layer(x).relu(), x], 1)
    return m.out(x)


def wiring():
    case("value_read_three_times", """
- conv2d: {name: a, out_channels: 3, kernel_size: 3, padding: 1}
- relu: {name: b}
- conv2d: {name: c, from: a, out_channels: 3, kernel_size: 1}
- add: {name: d, from: [a, b, c]}
- mul: {name: out, from: [d, a]}
""", Net(lambda m, x: (lambda a: (a + a.relu() + m.c(a)) * a)(m.a(x)), a=conv(3, 3), c=conv(3, 3, 1)),
         {"input": (2, 3, 4, 5)})
    case("two_inputs", """
- conv2d: {name: a, from: image, out_channels: 4, kernel_size: 3, stride: 2, padding: 1}
- relu
- upsample: {name: b, size: [7, 9], mode: bilinear}
- concat: {name: c, from: [b, mask]}
- conv2d: {name: out, out_channels: 2, kernel_size: 1}
""", Net(lambda m, image, mask: m.out(torch.cat(
        [nn.functional.interpolate(m.a(image).relu(), size=(7, 9), mode="bilinear"), mask], 1)),
        a=conv(3, 4, 3, 2), out=conv(5, 2, 1)), {"image": (2, 3, 7, 9), "mask": (2, 1, 7, 9)})
    record("composition", "two_outputs", """
- linear: {name: a, out_features: 4}
- tanh: {name: b}
- linear: {name: c, out_features: 3}
""", Net(lambda m, x: (lambda b: {"hidden": b, "c": m.c(b)})(m.a(x).tanh()), a=nn.Linear(5, 4), c=nn.Linear(4, 3)),
           {"input": (3, 5)}, mode="training", extra="outputs: {hidden: b, c: c}\n")
    case("squeeze_and_excite", """
- conv2d: {name: stem, out_channels: 8, kernel_size: 3, padding: 1}
- hardswish: {name: x}
- global_avg_pool
- conv2d: {name: fc1, out_channels: 2, kernel_size: 1}
- relu
- conv2d: {name: fc2, out_channels: 8, kernel_size: 1}
- hardsigmoid: {name: gate}
- mul: {name: out, from: [x, gate]}
""", Net(squeeze_and_excite, stem=conv(3, 8), fc1=conv(8, 2, 1), fc2=conv(2, 8, 1)), {"input": (2, 3, 5, 4)})
    block = OrderedDict(a=conv(3, 4, bias=False), b=nn.BatchNorm2d(4))
    record("composition", "block_with_two_inputs", """
- merge: {name: first, from: [left, right], width: 4}
- identity: {name: out}
""", Net(lambda m, x, y: m.first.b(m.first.a(x + y)).relu(), first=nn.Sequential(block)),
           {"left": (2, 3, 4, 5), "right": (2, 3, 4, 5)}, mode="training", output="out", extra="""blocks:
  merge:
    params: {width: required}
    inputs: [one, two]
    layers:
      - add: {from: [one, two]}
      - conv2d: {name: a, out_channels: $width, kernel_size: 3, padding: 1, bias: false}
      - batch_norm: {name: b}
      - relu
""")
    case("stochastic_depth", """
- conv2d: {name: stem, out_channels: 4, kernel_size: 1}
- residual:
    body:
      - depthwise_conv2d: {name: a, kernel_size: 3, padding: 1}
      - layer_norm: {name: b, axis: 1, eps: 1e-6}
      - gelu
      - conv2d: {name: c, out_channels: 4, kernel_size: 1}
      - stochastic_depth: 0.25
- relu: {name: out}
""", Net(lambda m, x: (lambda y: (y + m.c(nn.functional.gelu(over_channels(m.b, m.a(y))))).relu())(m.stem(x)),
         stem=conv(3, 4, 1), a=conv(4, 4, groups=4), b=nn.LayerNorm(4, 1e-6), c=conv(4, 4, 1)),
         {"input": (2, 3, 5, 4)}, mode="inference")
    case("pool_and_unpool", """
- name: encoder
  sequential:
    - conv2d: {name: a, out_channels: 4, kernel_size: 3, padding: 1}
    - max_pool2d: {name: pool, kernel_size: 2, return_indices: true}
- max_pool2d: {name: pool2, kernel_size: 2, return_indices: true}
- max_unpool2d: {from: [pool2, pool2.1], kernel_size: 2}
- conv2d: {name: b, out_channels: 4, kernel_size: 3, padding: 1}
- max_unpool2d: {name: up, from: [b, encoder.pool.1], kernel_size: 2}
- conv2d: {name: out, out_channels: 2, kernel_size: 3, padding: 1}
""", Net(pool_and_unpool, encoder=nn.Sequential(OrderedDict(a=conv(3, 4))), b=conv(4, 4), out=conv(4, 2)),
         {"input": (2, 3, 8, 12)})


def over_channels(norm, x):
    return norm(x.movedim(1, -1)).movedim(-1, 1)


def pool_and_unpool(m, x):
    def unpool(values, places):
        plane = values.new_zeros(*values.shape[:2], 4 * values.shape[2] * values.shape[3])
        plane = plane.scatter(2, places.flatten(2), values.flatten(2))
        return plane.reshape(*values.shape[:2], 2 * values.shape[2], 2 * values.shape[3])

    one, first = nn.functional.max_pool2d(m.encoder(x), 2, return_indices=True)
    two, second = nn.functional.max_pool2d(one, 2, return_indices=True)
    return m.out(unpool(m.b(unpool(two, second)), first))


def squeeze_and_excite(m, image):
    x = nn.functional.hardswish(m.stem(image))
    return x * nn.functional.hardsigmoid(m.fc2(m.fc1(x.mean((2, 3), keepdim=True)).relu()))


def cases():
    combinators()
    scopes_and_loops()
    wiring()

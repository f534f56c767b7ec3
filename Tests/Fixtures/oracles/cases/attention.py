"""Matrix products of two inputs, and attention."""

import torch
import torch.nn.functional as F
from torch import nn

from .record import Function, layer, record


def matmul(name, left, right):
    record("matmul", name, layer("matmul", **{"from": ["a", "b"]}), Function(torch.matmul), {"a": left, "b": right})


def attention(name, queries, keys, values, **attributes):
    text = layer("scaled_dot_product_attention", **{"from": ["q", "k", "v"]}, **attributes)
    function = Function(lambda q, k, v: F.scaled_dot_product_attention(q, k, v, **attributes))
    record("scaled_dot_product_attention", name, text, function, {"q": queries, "k": keys, "v": values})


class Heads(nn.Module):
    """PyTorch's module on one or three inputs."""

    def __init__(self, features, heads, bias=True, batch_first=True, is_causal=False):
        super().__init__()
        self.layer = nn.MultiheadAttention(features, heads, bias=bias, batch_first=batch_first)
        self.is_causal = is_causal

    def forward(self, *inputs):
        q, k, v = inputs if len(inputs) == 3 else inputs * 3
        rows = q.shape[1 if self.layer.batch_first else 0]
        mask = torch.full((rows, rows), -torch.inf, dtype=q.dtype).triu(1) if self.is_causal else None
        return self.layer(q, k, v, attn_mask=mask, is_causal=self.is_causal, need_weights=False)[0]


def heads(name, features, count, *shapes, embed_dim=None, **attributes):
    inputs = {"input": shapes[0]} if len(shapes) == 1 else dict(zip("qkv", shapes))
    sources = None if len(shapes) == 1 else list(inputs)
    text = layer("multihead_attention", **{"from": sources}, num_heads=count, embed_dim=embed_dim, **attributes)
    record("multihead_attention", name, text, Heads(features, count, **attributes), inputs)


def cases():
    matmul("matrices", (3, 5), (5, 4))
    matmul("batches", (2, 3, 5), (2, 5, 4))
    matmul("two_batch_axes", (2, 3, 4, 5), (2, 3, 5, 2))
    matmul("shared_second", (2, 3, 5), (5, 4))
    matmul("columns_65", (2, 7, 3), (2, 3, 65))
    matmul("rows_17_steps_33", (17, 33), (33, 2))
    matmul("one_of_all", (1, 1, 1), (1, 1, 1))

    attention("plain", (2, 5, 8), (2, 5, 8), (2, 5, 8))
    attention("heads", (2, 3, 4, 5), (2, 3, 7, 5), (2, 3, 7, 6))
    attention("matrices", (4, 3), (19, 3), (19, 2))
    attention("causal", (2, 6, 4), (2, 6, 4), (2, 6, 4), is_causal=True)
    attention("causal_more_keys", (2, 3, 4), (2, 19, 4), (2, 19, 4), is_causal=True)
    attention("causal_fewer_keys", (2, 6, 4), (2, 3, 4), (2, 3, 4), is_causal=True)
    attention("scale", (2, 5, 8), (2, 5, 8), (2, 5, 8), scale=0.75)
    attention("queries_17_keys_35", (1, 17, 4), (1, 35, 4), (1, 35, 3))

    heads("one_input", 8, 2, (2, 5, 8))
    heads("one_head", 6, 1, (2, 5, 6))
    heads("heads_4", 12, 4, (3, 7, 12), embed_dim=12)
    heads("no_bias", 8, 2, (2, 5, 8), bias=False)
    heads("three_inputs", 8, 2, (2, 5, 8), (2, 7, 8), (2, 7, 8))
    heads("three_inputs_no_bias", 6, 3, (2, 4, 6), (2, 3, 6), (2, 3, 6), bias=False)
    heads("batch_second", 8, 2, (5, 2, 8), batch_first=False)
    heads("batch_second_three_inputs", 8, 4, (5, 2, 8), (7, 2, 8), (7, 2, 8), batch_first=False)
    heads("causal", 8, 2, (2, 6, 8), is_causal=True)
    heads("sequence_33", 4, 2, (1, 33, 4))

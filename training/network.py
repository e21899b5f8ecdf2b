"""One encoder, several heads.

The encoder is a plain BERT; it is written out here because that keeps the ONNX
graph small. Word states are the states of first pieces; the state of ``<s>``
stands for the root of the sentence.
"""

from dataclasses import dataclass

import torch
from torch import Tensor, nn
from torch.nn import functional
from transformers import BertModel

ARC_SIZE = 256
RELATION_SIZE = 160


@dataclass(frozen=True)
class Shape:
    """Sizes of the encoder and numbers of labels."""

    vocabulary: int
    positions: int
    hidden: int
    heads: int
    inner: int
    layers: int
    epsilon: float
    names: int
    upos: int
    xpos: int
    deprels: int
    lemmas: int


class Layer(nn.Module):
    """Self-attention and a feed-forward net, each with a norm after it."""

    def __init__(self, shape: Shape) -> None:
        super().__init__()
        self.heads = shape.heads
        self.mix = nn.Linear(shape.hidden, 3 * shape.hidden)
        self.out = nn.Linear(shape.hidden, shape.hidden)
        self.norm = nn.LayerNorm(shape.hidden, eps=shape.epsilon)
        self.up = nn.Linear(shape.hidden, shape.inner)
        self.down = nn.Linear(shape.inner, shape.hidden)
        self.last_norm = nn.LayerNorm(shape.hidden, eps=shape.epsilon)

    def forward(self, states: Tensor, mask: Tensor | None) -> Tensor:
        """Return new states, shape ``(batch, pieces, hidden)``."""
        batch, length, hidden = states.shape
        size = hidden // self.heads
        mixed = self.mix(states).view(batch, length, 3, self.heads, size)
        query, key, value = mixed.permute(2, 0, 3, 1, 4).unbind(0)
        if mask is None:  # one text, nothing padded: written out for the export
            weights = (query * size**-0.5) @ key.transpose(-1, -2)
            context = weights.softmax(-1) @ value
        else:
            context = functional.scaled_dot_product_attention(
                query, key, value, attn_mask=mask
            )
        context = context.transpose(1, 2).reshape(batch, length, hidden)
        states = self.norm(states + self.out(context))
        return self.last_norm(states + self.down(functional.gelu(self.up(states))))


class Reader(nn.Module):
    """The encoder with its heads."""

    def __init__(self, shape: Shape) -> None:
        super().__init__()
        self.shape = shape
        hidden = shape.hidden
        self.words = nn.Embedding(shape.vocabulary, hidden)
        self.positions = nn.Embedding(shape.positions, hidden)
        self.norm = nn.LayerNorm(hidden, eps=shape.epsilon)
        self.layers = nn.ModuleList(Layer(shape) for _ in range(shape.layers))
        self.drop = nn.Dropout(0.15)
        self.names = nn.Linear(hidden, shape.names)
        self.upos = nn.Linear(hidden, shape.upos)
        self.xpos = nn.Linear(hidden, shape.xpos)
        self.lemmas = nn.Linear(hidden, shape.lemmas)
        self.starts = nn.Linear(hidden, 1)
        self.arc_dependent = nn.Linear(hidden, ARC_SIZE)
        self.arc_head = nn.Linear(hidden, ARC_SIZE)
        self.arc = nn.Linear(ARC_SIZE, ARC_SIZE, bias=False)
        self.arc_prior = nn.Linear(ARC_SIZE, 1, bias=False)
        self.relation_dependent = nn.Linear(hidden, RELATION_SIZE)
        self.relation_head = nn.Linear(hidden, RELATION_SIZE, bias=False)
        self.relation = nn.Linear(RELATION_SIZE, shape.deprels)

    def encode(self, pieces: Tensor, mask: Tensor | None = None) -> Tensor:
        """Return states of all pieces; ``mask`` is true where a piece is real."""
        place = torch.arange(pieces.shape[1], device=pieces.device)
        states = self.norm(self.words(pieces) + self.positions(place))
        attend = None if mask is None else mask[:, None, None, :]
        for layer in self.layers:
            states = layer(states, attend)
        return states

    def arcs(self, root: Tensor, words: Tensor) -> Tensor:
        """Score heads: ``(batch, words, 1 + words)``, the first one the root."""
        dependents = functional.gelu(self.arc_dependent(words))
        heads = functional.gelu(self.arc_head(torch.cat([root, words], 1)))
        scores = self.arc(dependents) @ heads.transpose(1, 2)
        return scores * ARC_SIZE**-0.5 + self.arc_prior(heads).transpose(1, 2)

    def relation_parts(self, root: Tensor, words: Tensor) -> tuple[Tensor, Tensor]:
        """Return the dependent's and the head's share in naming a relation."""
        heads = self.relation_head(torch.cat([root, words], 1))
        return self.relation_dependent(words), heads


def new_reader(base: BertModel, counts: dict[str, int]) -> Reader:
    """Put the weights of a BERT under fresh heads."""
    config = base.config
    shape = Shape(
        vocabulary=config.vocab_size,
        positions=config.max_position_embeddings,
        hidden=config.hidden_size,
        heads=config.num_attention_heads,
        inner=config.intermediate_size,
        layers=config.num_hidden_layers,
        epsilon=config.layer_norm_eps,
        **counts,
    )
    reader = Reader(shape)
    state = base.state_dict()
    with torch.no_grad():
        reader.words.weight.copy_(state["embeddings.word_embeddings.weight"])
        # All text is of one type: its row is added to the positions once.
        reader.positions.weight.copy_(
            state["embeddings.position_embeddings.weight"]
            + state["embeddings.token_type_embeddings.weight"][0]
        )
        reader.norm.weight.copy_(state["embeddings.LayerNorm.weight"])
        reader.norm.bias.copy_(state["embeddings.LayerNorm.bias"])
        for number, layer in enumerate(reader.layers):
            _copy_layer(state, f"encoder.layer.{number}.", layer)
    return reader


def _copy_layer(state: dict[str, Tensor], prefix: str, layer: nn.Module) -> None:
    for kind in ("weight", "bias"):
        mixed = [
            state[f"{prefix}attention.self.{part}.{kind}"]
            for part in ("query", "key", "value")
        ]
        getattr(layer.mix, kind).copy_(torch.cat(mixed))
        for name, source in (
            ("out", "attention.output.dense"),
            ("norm", "attention.output.LayerNorm"),
            ("up", "intermediate.dense"),
            ("down", "output.dense"),
            ("last_norm", "output.LayerNorm"),
        ):
            getattr(getattr(layer, name), kind).copy_(state[f"{prefix}{source}.{kind}"])

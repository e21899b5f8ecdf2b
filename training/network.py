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
SPAN_SIZE = 64
LINK_SIZE = 160
_LINK_BUCKETS = 12


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
    mentions: int


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
        # Written out: one thread is faster so than in the fused form, backwards above
        # all, and the exported graph is smaller.
        weights = (query * size**-0.5) @ key.transpose(-1, -2)
        if mask is not None:
            weights = weights.masked_fill(~mask, -1e4)
        context = weights.softmax(-1).to(value.dtype) @ value
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
        # Mentions: a word that heads one, and the words where it starts and ends.
        self.mentions = nn.Linear(hidden, shape.mentions)
        self.span_head = nn.Linear(hidden, 2 * SPAN_SIZE)
        self.span_start = nn.Linear(hidden, SPAN_SIZE)
        self.span_end = nn.Linear(hidden, SPAN_SIZE)
        # A plain scorer of antecedents, so that the states come to tell who is who.
        self.link = nn.Linear(3 * hidden, LINK_SIZE)
        self.link_back = nn.Linear(LINK_SIZE, LINK_SIZE, bias=False)
        self.link_prior = nn.Linear(LINK_SIZE, 1)
        self.link_distance = nn.Embedding(_LINK_BUCKETS, 1)

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

    def spans(self, words: Tensor, heads: Tensor) -> tuple[Tensor, Tensor]:
        """Score where mentions start and end.

        Args:
            words: States of the words, ``(words, hidden)``.
            heads: States of the words that head a mention, ``(mentions, hidden)``.

        Returns:
            Two scores, ``(mentions, words)``.
        """
        start, end = self.span_head(heads).chunk(2, -1)
        scale = SPAN_SIZE**-0.5
        return (
            start @ self.span_start(words).T * scale,
            end @ self.span_end(words).T * scale,
        )

    def links(self, head: Tensor, start: Tensor, end: Tensor) -> Tensor:
        """Score antecedents: ``(mentions, mentions)``, those before count alone.

        Args:
            head: States of the mentions' heads in order of the text.
            start: States of their first words.
            end: States of their last words.
        """
        mentions = functional.gelu(self.link(torch.cat([head, start, end], -1)))
        mentions = self.drop(mentions)
        scores = self.link_back(mentions) @ mentions.T * LINK_SIZE**-0.5
        count = len(mentions)
        place = torch.arange(count)
        distance = (place[:, None] - place[None]).clamp(min=1).float().log2().long()
        bias = self.link_distance(distance.clamp(max=_LINK_BUCKETS - 1))[..., 0]
        return scores + bias + self.link_prior(mentions).T


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

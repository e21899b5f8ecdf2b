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
    """Sizes of the encoder and numbers of labels.

    Attributes:
        head: Size of an attention head.
        sizes: Attention heads and inner neurons of each layer.
        full: So many layers, from below, are worked out for all pieces. Those above are
            for root and words; the other pieces stand still there, and a layer sees
            their states as they were when they came to rest.
        sharp: Whether inner neurons are bent sharply at zero (ReLU), not softly (GELU).
    """

    vocabulary: int
    positions: int
    hidden: int
    head: int
    sizes: tuple[tuple[int, int], ...]
    full: int
    sharp: bool
    epsilon: float
    names: int
    upos: int
    xpos: int
    deprels: int
    lemmas: int
    mentions: int

    @property
    def resting(self) -> list[str]:
        """Names of what gives keys and values of pieces at rest, by layer."""
        return [f"layers.{one}.rest" for one in range(self.full, len(self.sizes))]


class Layer(nn.Module):
    """Self-attention and a feed-forward net, each with a norm after it."""

    def __init__(self, shape: Shape, number: int) -> None:
        super().__init__()
        self.heads, inner = shape.sizes[number]
        self.size = shape.head
        # From soft to sharp, for one that is made of the other.
        self.sharp = float(shape.sharp)
        width = self.heads * self.size
        self.mix = nn.Linear(shape.hidden, 3 * width)
        self.out = nn.Linear(width, shape.hidden)
        self.norm = nn.LayerNorm(shape.hidden, eps=shape.epsilon)
        self.up = nn.Linear(shape.hidden, inner)
        self.down = nn.Linear(inner, shape.hidden)
        self.last_norm = nn.LayerNorm(shape.hidden, eps=shape.epsilon)
        if number >= shape.full:
            # Keys and values of pieces at rest.
            self.rest = nn.Linear(shape.hidden, 2 * width)

    def forward(
        self, states: Tensor, mask: Tensor | None, rest: Tensor | None = None
    ) -> Tensor:
        """Return new states, shape ``(batch, rows, hidden)``.

        Args:
            states: What is worked out, ``(batch, rows, hidden)``.
            mask: What may be seen, of the rows and then of what rests.
            rest: States of pieces at rest, ``(batch, pieces, hidden)``.
        """
        query, key, value = self._parts(self.mix(states), 3)
        if rest is not None:
            still_key, still_value = self._parts(self.rest(rest), 2)
            key = torch.cat([key, still_key], 2)
            value = torch.cat([value, still_value], 2)
        # Written out: one thread is faster so than in the fused form, backwards above
        # all, and the exported graph is smaller.
        weights = (query * self.size**-0.5) @ key.transpose(-1, -2)
        if mask is not None:
            weights = weights.masked_fill(~mask, -1e4)
        context = weights.softmax(-1).to(value.dtype) @ value
        context = context.transpose(1, 2).flatten(2)
        states = self.norm(states + self.out(context))
        return self.last_norm(states + self.down(self._bend(self.up(states))))

    def _bend(self, inner: Tensor) -> Tensor:
        if self.sharp == 1.0:
            return functional.relu(inner)
        soft = functional.gelu(inner)
        return (
            torch.lerp(soft, functional.relu(inner), self.sharp) if self.sharp else soft
        )

    def _parts(self, mixed: Tensor, count: int) -> tuple[Tensor, ...]:
        """Return the parts of a product, ``(batch, heads, rows, size)`` each."""
        batch, length, _ = mixed.shape
        parts = mixed.view(batch, length, count, self.heads, self.size)
        return parts.permute(2, 0, 3, 1, 4).unbind(0)


class Reader(nn.Module):
    """The encoder with its heads."""

    def __init__(self, shape: Shape) -> None:
        super().__init__()
        self.shape = shape
        hidden = shape.hidden
        self.words = nn.Embedding(shape.vocabulary, hidden)
        self.positions = nn.Embedding(shape.positions, hidden)
        self.norm = nn.LayerNorm(hidden, eps=shape.epsilon)
        self.layers = nn.ModuleList(
            Layer(shape, number) for number in range(len(shape.sizes))
        )
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

    def encode(
        self, pieces: Tensor, rows: Tensor, mask: Tensor | None = None
    ) -> Tensor:
        """Return the states of root and words, ``(batch, 1 + words, hidden)``.

        Args:
            pieces: Numbers of pieces, ``(batch, pieces)``.
            rows: Places of the opening piece and of the words' first pieces, filled up
                with 0, ``(batch, 1 + words)``.
            mask: Which pieces are real; all by default.
        """
        if mask is None:
            mask = torch.ones_like(pieces, dtype=torch.bool)
        states, rest, attend = self.below(pieces, rows, mask)
        for layer in self.layers[self.shape.full :]:
            states = layer(states, attend, rest)
        return states

    def below(
        self, pieces: Tensor, rows: Tensor, mask: Tensor
    ) -> tuple[Tensor, Tensor, Tensor]:
        """Work out the layers that all pieces go through.

        Returns:
            States of root and words, those of the other pieces, and what of both may
            be seen above.
        """
        place = torch.arange(pieces.shape[1], device=pieces.device)
        states = self.norm(self.words(pieces) + self.positions(place))
        for layer in self.layers[: self.shape.full]:
            states = layer(states, mask[:, None, None, :])
        places, left = at_rest(rows, mask)
        told = rows > 0
        told[:, 0] = True
        attend = torch.cat([told, left], 1)[:, None, None, :]
        return pick(states, rows), pick(states, places), attend

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


def at_rest(rows: Tensor, mask: Tensor) -> tuple[Tensor, Tensor]:
    """Return the places of the pieces that are in no row, and which of them are real.

    Args:
        rows: As for ``Reader.encode``.
        mask: Which pieces are real, ``(batch, pieces)``.
    """
    left = mask.scatter(1, rows, value=False)
    count = int(left.sum(1).max())
    places = left.int().argsort(dim=1, descending=True, stable=True)[:, :count]
    return places, left.gather(1, places)


def pick(states: Tensor, places: Tensor) -> Tensor:
    """Return the states of some places, ``(batch, places, hidden)``."""
    return states.gather(1, places[:, :, None].expand(-1, -1, states.shape[2]))


def new_reader(base: BertModel, counts: dict[str, int]) -> Reader:
    """Put the weights of a BERT under fresh heads."""
    config = base.config
    shape = Shape(
        vocabulary=config.vocab_size,
        positions=config.max_position_embeddings,
        hidden=config.hidden_size,
        head=config.hidden_size // config.num_attention_heads,
        sizes=((config.num_attention_heads, config.intermediate_size),)
        * config.num_hidden_layers,
        full=config.num_hidden_layers,
        sharp=False,
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

"""Which heads of attention and inner neurons can go, and the network without them."""

import dataclasses
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass

import torch
from torch import Tensor, nn

from network import Reader, Shape, at_rest, pick
from thin_windows import Batch, Windows

# Pieces and words for each white-space word of reports: what a layer costs.
_PIECES, _WORDS = 1.74, 1.21
# Neurons go by so many; so many stay, and so many heads.
_GROUP, _LEAST_NEURONS, _LEAST_HEADS = 64, 256, 2
# Products with neurons bring GELU along, heads the attention over a window; in steps.
_NEURON_ROOM, _HEAD_ROOM = 1.15, 130 * 64 * 3
_WORDS_AT_ONCE = 500
# Windows that means and maps are taken from, at once and together.
_SOME, _MANY = 15, 900


@dataclass
class Importance:
    """How much of the states' spread is lost with each head and each neuron alone."""

    heads: list[Tensor]
    neurons: list[Tensor]


def with_rest(reader: Reader, full: int, windows: Windows) -> Reader:
    """Return the network with later pieces at rest after fewer layers.

    Keys and values of these in the layers above are a linear map of their states there,
    by least squares of what they were.
    """
    shape = dataclasses.replace(reader.shape, full=full)
    if full == reader.shape.full:
        return reader
    thin = Reader(shape)
    hidden = shape.hidden
    inputs = torch.zeros(hidden + 1, hidden + 1, dtype=torch.float64)
    outputs = {
        number: torch.zeros(hidden + 1, 2 * heads * shape.head, dtype=torch.float64)
        for number, (heads, _) in enumerate(shape.sizes)
        if number >= full
    }
    count = 0
    with torch.inference_mode(), torch.autocast("cpu", torch.bfloat16):
        for low in range(0, _MANY, _SOME):
            batch = windows.batch(range(low, low + _SOME))
            places, left = at_rest(batch.rows, batch.mask)
            place = torch.arange(batch.pieces.shape[1])
            states = reader.words(batch.pieces) + reader.positions(place)
            states = reader.norm(states)
            seen = states
            for number, layer in enumerate(reader.layers):
                if number < reader.shape.full:
                    own = pick(states, places)[left].float()
                    states = layer(states, batch.mask[:, None, None, :])
                    width = layer.heads * layer.size
                    mixed = nn.functional.linear(
                        own, layer.mix.weight[width:], layer.mix.bias[width:]
                    )
                else:  # at rest as before
                    own = pick(states, places)[left].float()
                    mixed = layer.rest(own)
                if number == full:
                    seen = torch.cat([own, torch.ones(len(own), 1)], 1).double()
                    inputs += seen.T @ seen
                    count += len(seen)
                if number >= full:
                    outputs[number] += seen.T @ mixed.double()
    state = {**thin.state_dict(), **reader.state_dict()}
    ridge = 1e-5 * count * torch.eye(hidden + 1, dtype=torch.float64)
    for number, both in outputs.items():
        solved = torch.linalg.solve(inputs + ridge, both).float()
        state[f"layers.{number}.rest.weight"] = solved[:hidden].T
        state[f"layers.{number}.rest.bias"] = solved[hidden]
    thin.load_state_dict(state)
    return thin


def weigh(reader: Reader, metric: Tensor, windows: Windows, passes: int) -> Importance:
    """Return what each head and each neuron is worth to the states at the end.

    The square of the derivative by a factor on what it gives (Gauss and Newton), by
    random directions.
    """
    shape = reader.shape
    factors = [nn.Parameter(torch.ones(heads)) for heads, _ in shape.sizes]
    factors += [nn.Parameter(torch.ones(inner)) for _, inner in shape.sizes]
    squares = [torch.zeros(len(one)) for one in factors]
    batches = windows.batches(_WORDS_AT_ONCE, 0, _Fixed())
    count = len(shape.sizes)
    with _scaled(reader, factors[:count], factors[count:]):
        for _ in range(passes):
            batch = next(batches)
            with torch.autocast("cpu", torch.bfloat16):
                states = reader.encode(batch.pieces, batch.rows, batch.mask)
            told = states.float()[batch.inside] @ metric
            signs = torch.randint(0, 2, told.shape) * 2.0 - 1
            for total, one in zip(
                squares, torch.autograd.grad((told * signs).sum(), factors), strict=True
            ):
                total += one**2 / len(told) / passes
    return Importance(squares[:count], squares[count:])


def plan(
    importance: Importance, shape: Shape, keep: float
) -> tuple[tuple[int, int], ...]:
    """Return how many heads and neurons of each layer stay.

    What is worth least for its price goes first.

    Args:
        importance: What each is worth.
        shape: The network as it is.
        keep: Share of the price that stays.
    """
    offers: list[tuple[float, float, int, int]] = []
    for number in range(len(shape.sizes)):
        times = _PIECES if number < shape.full else _WORDS
        price = times * 2 * shape.hidden * _GROUP * _NEURON_ROOM
        worths = importance.neurons[number].sort().values
        for group in worths.split(_GROUP):
            offers.append((float(group.sum()) / price, price, number, 1))
        price = times * (4 * shape.hidden * shape.head + _HEAD_ROOM)
        if number >= shape.full:
            price += (_PIECES - _WORDS) * 2 * shape.hidden * shape.head
        offers.extend(
            (float(worth) / price, price, number, 0)
            for worth in importance.heads[number]
        )
    budget = (1 - keep) * sum(price for _, price, _, _ in offers)
    sizes = [list(one) for one in shape.sizes]
    for _, price, number, kind in sorted(offers):
        if price > budget:
            break
        group, least = ((1, _LEAST_HEADS), (_GROUP, _LEAST_NEURONS))[kind]
        if sizes[number][kind] - group >= least:
            sizes[number][kind] -= group
            budget -= price
    return tuple((heads, inner) for heads, inner in sizes)


def cut(
    reader: Reader,
    importance: Importance,
    sizes: tuple[tuple[int, int], ...],
    windows: Windows,
) -> Reader:
    """Return the network without what is worth least; means take its place."""
    shape = dataclasses.replace(reader.shape, sizes=sizes)
    thin = Reader(shape)
    state = reader.state_dict()
    means = _means(reader, windows.batch(range(4 * _SOME)))
    for number, (heads, inner) in enumerate(sizes):
        name = f"layers.{number}"
        for kind, keep in (
            ("out", _channels(importance.heads[number], heads, shape.head)),
            ("down", _channels(importance.neurons[number], inner, 1)),
        ):
            weight = state[f"{name}.{kind}.weight"]
            gone = torch.ones(weight.shape[1], dtype=torch.bool)
            gone[keep] = False
            lost = weight[:, gone] @ means[number, kind][gone]
            state[f"{name}.{kind}.bias"] = state[f"{name}.{kind}.bias"] + lost
            state[f"{name}.{kind}.weight"] = weight[:, keep]
            feeding = ("mix", 3), ("rest", 2)
            if kind == "down":
                feeding = (("up", 1),)
            for source, parts in feeding:
                rows = torch.cat([part * len(gone) + keep for part in range(parts)])
                for value in ("weight", "bias"):
                    key = f"{name}.{source}.{value}"
                    if key in state:
                        state[key] = state[key][rows]
    thin.load_state_dict(state)
    return thin


class _Fixed:
    """Chance for ``Windows.batches`` that always draws the same."""

    def randrange(self, _: int) -> int:
        return 3

    def shuffle(self, _: list[list[int]]) -> None:
        pass


def _channels(worth: Tensor, count: int, size: int) -> Tensor:
    """Return the channels of the best heads or neurons, in order."""
    best = worth.sort(descending=True).indices[:count].sort().values
    return (best[:, None] * size + torch.arange(size)).flatten()


@contextmanager
def _scaled(
    reader: Reader, heads: list[nn.Parameter], neurons: list[nn.Parameter]
) -> Iterator[None]:
    hooks = []
    for layer, head, neuron in zip(reader.layers, heads, neurons, strict=True):
        wide = head.repeat_interleave(reader.shape.head)
        for product, factor in ((layer.out, wide), (layer.down, neuron)):

            def scale(
                _module: nn.Module, inputs: tuple[Tensor], factor: Tensor = factor
            ) -> tuple[Tensor]:
                return (inputs[0] * factor,)

            hooks.append(product.register_forward_pre_hook(scale))
    yield
    for hook in hooks:
        hook.remove()


def _means(reader: Reader, batch: Batch) -> Mapping[tuple[int, str], Tensor]:
    """Return the means of what goes into ``out`` and ``down`` of each layer."""
    found: dict[tuple[int, str], Tensor] = {}
    hooks = []
    for number, layer in enumerate(reader.layers):
        real = batch.mask if number < reader.shape.full else batch.inside
        for kind in ("out", "down"):

            def watch(
                _module: nn.Module,
                inputs: tuple[Tensor],
                key: tuple[int, str] = (number, kind),
                real: Tensor = real,
            ) -> None:
                found[key] = inputs[0][real].float().mean(0)

            hooks.append(getattr(layer, kind).register_forward_pre_hook(watch))
    with torch.inference_mode(), torch.autocast("cpu", torch.bfloat16):
        reader.encode(batch.pieces, batch.rows, batch.mask)
    for hook in hooks:
        hook.remove()
    return found

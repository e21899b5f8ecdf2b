"""What each product of the network is fed, channel by channel, on texts of our own.

Eight-bit arithmetic needs a scale for the states that go into a product. Measured
here once and fixed in the graph, it depends on no text that is read, so that a text
gives the same result in any company.
"""

from collections.abc import Iterator

import numpy as np
import torch
from numpy.typing import NDArray
from torch import nn

from corpus_reader import read_corpus
from dragoman.annotate.encoder.case import running_case
from dragoman.annotate.encoder.model import WINDOW_PIECES
from dragoman.annotate.encoder.pieces import PieceVocabulary
from dragoman.annotate.encoder.words import split_words, without_footnotes
from graph import LAYER_PARTS, ROOT_HEADS, WORD_HEADS, merged
from network import Reader
from scales import Range

Floats = NDArray[np.float32]


def measure_ranges(reader: Reader, vocabulary: PieceVocabulary) -> dict[str, Range]:
    """Return the lowest and highest input of each product, ``(channels,)`` each."""
    found: dict[str, Range] = {}
    hooks = []
    for name, product in _products(reader):

        def watch(
            _module: nn.Module, inputs: tuple[torch.Tensor], *, name: str = name
        ) -> None:
            rows = inputs[0].detach().reshape(-1, inputs[0].shape[-1])
            low, high = rows.min(0).values.numpy(), rows.max(0).values.numpy()
            known = found.get(name)
            if known is not None:
                low, high = np.minimum(low, known.low), np.maximum(high, known.high)
            found[name] = Range(low, high)

        hooks.append(product.register_forward_pre_hook(watch))
    with torch.inference_mode():
        for pieces, firsts in _windows(vocabulary):
            rows = torch.tensor([[0, *firsts]])
            states = reader.encode(torch.tensor([pieces]), rows)
            reader.names(states[:, 1:])
            reader.arc_head(states)
    for hook in hooks:
        hook.remove()
    return found


def _products(reader: Reader) -> Iterator[tuple[str, nn.Module]]:
    for number, layer in enumerate(reader.layers):
        for part in LAYER_PARTS:
            yield f"layers.{number}.{part}", getattr(layer, part)
    shape = reader.shape
    if shape.resting:
        yield merged(shape.resting), reader.layers[shape.full].rest
    # Heads that are fed the same states are one product when the model runs.
    yield merged(WORD_HEADS), reader.names
    yield merged(ROOT_HEADS), reader.arc_head


def _windows(vocabulary: PieceVocabulary) -> Iterator[tuple[list[int], list[int]]]:
    """Yield the paragraphs of our own corpus: pieces, places of first pieces."""
    for report in read_corpus():
        for part in report.paragraphs:
            text = without_footnotes(report.text[part.start : part.end])
            spans = split_words(text)
            words = running_case([text[start:end] for start, end in spans])
            glued = [
                index > 0 and spans[index - 1][1] == start
                for index, (start, _) in enumerate(spans)
            ]
            pieces, firsts = vocabulary.encode(zip(words, glued, strict=True))
            last = min(len(pieces), WINDOW_PIECES) - 1
            inside = [first for first in firsts if first < last]
            yield [*pieces[:last], vocabulary.eos], inside

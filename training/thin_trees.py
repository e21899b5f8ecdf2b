"""How far the trees and tags of other states are from those of the states that ship."""

from collections.abc import Mapping

import torch
from torch import Tensor
from torch.nn import functional

from network import Reader

_TAGS = ("upos", "xpos", "lemmas")
_NEVER = -1e4


def tree_losses(
    reader: Reader, told: Tensor, states: Tensor, inside: Tensor
) -> dict[str, Tensor]:
    """Return how far trees and tags are from what ships, by kind; none at first.

    Args:
        reader: Heads that ship.
        told: The shipped states of root and words, ``(windows, 1 + words, hidden)``.
        states: Other states of the same.
        inside: Which words are real, ``(windows, words)``.
    """
    with torch.no_grad():
        shipped = _tell(reader, told)
        allowed = _within_sentences(shipped["starts"][..., 0] > 0, inside)
        before = shipped["arcs"].masked_fill(~allowed, _NEVER)
        heads = before.argmax(-1)
        named = _name(reader, shipped, heads)
    own = _tell(reader, states)
    after = own["arcs"].masked_fill(~allowed, _NEVER)
    share = shipped["starts"].sigmoid()
    starts = functional.binary_cross_entropy_with_logits(
        own["starts"], share, reduction="none"
    ) - functional.binary_cross_entropy_with_logits(
        shipped["starts"], share, reduction="none"
    )
    return {
        "arcs": apart(before, after)[inside].mean(),
        "relations": apart(named, _name(reader, own, heads))[inside].mean(),
        "tags": torch.stack(
            [apart(shipped[tag], own[tag])[inside].mean() for tag in _TAGS]
        ).sum(),
        "starts": starts[inside].mean(),
    }


def changed_heads(
    reader: Reader, told: Tensor, states: Tensor, inside: Tensor
) -> Tensor:
    """Return which words have another best head in their sentence.

    Args:
        reader: Heads that ship.
        told: The shipped states of root and words, ``(windows, 1 + words, hidden)``.
        states: Other states of the same.
        inside: Which words are real, ``(windows, words)``.
    """
    starts = reader.starts(told[:, 1:])[..., 0] > 0
    allowed = _within_sentences(starts, inside)
    before, after = (
        reader.arcs(one[:, :1], one[:, 1:]).masked_fill(~allowed, _NEVER).argmax(-1)
        for one in (told, states)
    )
    return before != after


def _tell(reader: Reader, states: Tensor) -> dict[str, Tensor]:
    root, words = states[:, :1], states[:, 1:]
    dependents, heads = reader.relation_parts(root, words)
    tags = {name: getattr(reader, name)(words).float() for name in (*_TAGS, "starts")}
    arcs = reader.arcs(root, words).float()
    return {**tags, "arcs": arcs, "dependents": dependents, "heads": heads}


def _name(reader: Reader, told: Mapping[str, Tensor], heads: Tensor) -> Tensor:
    parts = told["heads"]
    index = heads[:, :, None].expand(-1, -1, parts.shape[2])
    mixed = functional.gelu(told["dependents"] + parts.gather(1, index))
    return reader.relation(mixed).float()


def _within_sentences(starts: Tensor, inside: Tensor) -> Tensor:
    """Return which heads a word may have: the root and the words of its sentence."""
    number = (starts & inside).long().cumsum(1)
    same = (number[:, :, None] == number[:, None, :]) & inside[:, None, :]
    same &= ~torch.eye(inside.shape[1], dtype=torch.bool)
    return torch.cat([torch.ones_like(same[:, :, :1]), same], 2)


def apart(before: Tensor, after: Tensor) -> Tensor:
    """Return how far probabilities are apart (Kullback and Leibler)."""
    known, fresh = before.log_softmax(-1), after.log_softmax(-1)
    return (known.exp() * (known - fresh)).sum(-1)

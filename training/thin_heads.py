"""How far what small heads tell of other states is from what they tell of what ships.

Names and mentions lose first where an encoder is made thinner: what little their first
products miss, the layers upon them may well see.
"""

from pathlib import Path

import torch
from torch import Tensor
from torch.nn import functional

from head_weights import read_weights
from mention_net import MentionNet
from name_heads import NameNet, read_net
from thin_trees import apart
from thin_windows import Batch

# What finer types weigh beside labels of names, what points beside types of mentions.
_TYPES, _POINTS = 0.3, 0.3


class SmallHeads:
    """The heads of names and mentions that ship, as they are.

    Attributes:
        names: The former.
    """

    def __init__(self, folder: Path, hidden: int, clues: int) -> None:
        self.names: NameNet = read_net(folder, hidden, clues).eval()
        self._mentions = MentionNet(hidden)
        read_weights(folder / "mentions.onnx", self._mentions, ())
        self._mentions.eval()
        for net in (self.names, self._mentions):
            net.requires_grad_(requires_grad=False)

    def names_apart(self, states: Tensor, batch: Batch) -> Tensor:
        """Return how far labels and finer types of words are apart, on average.

        Args:
            states: Other states of root and words, ``(windows, 1 + words, hidden)``.
            batch: The windows, and what ships tells of them.
        """
        inside = batch.inside[:, 1:]
        mask = inside[..., None].float()
        with torch.no_grad():
            labels, types = self.names(batch.told()[:, 1:], batch.clues, mask)
        own_labels, own_types = self.names(states[:, 1:], batch.clues, mask)
        both = apart(labels, own_labels) + _TYPES * apart(types, own_types)
        return both[inside].mean()

    def mentions_apart(self, states: Tensor, batch: Batch) -> Tensor:
        """Return the same of types of mentions, and of what points at their bounds."""
        inside = batch.inside[:, 1:]
        with torch.no_grad():
            types, points = self._mention(batch.told()[:, 1:], inside)
        own_types, own_points = self._mention(states[:, 1:], inside)
        moved = ((own_points - points) ** 2)[inside].mean() / points[inside].var()
        return apart(types, own_types)[inside].mean() + _POINTS * moved

    def _mention(self, words: Tensor, inside: Tensor) -> tuple[Tensor, Tensor]:
        """Do for windows side by side what the network does for one text."""
        net, mask = self._mentions, inside[..., None]
        near = functional.relu(net.mix((words * mask).transpose(1, 2)))
        near = near.transpose(1, 2) * mask
        far = functional.relu(net.far(near.transpose(1, 2))).transpose(1, 2)
        both = torch.cat([words, near + far], 2)
        return net.scores(both), torch.cat([net.pointers(both), net.marks(both)], 2)

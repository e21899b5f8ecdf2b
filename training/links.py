"""Train what finds and links mentions on the states of the model that is exported.

    python links.py TARGET RAW [--epochs N] [--seed S]

Reads ``TARGET/encoder.onnx`` as the pipeline does, so that what is learned fits what
runs, eight bits and all; writes ``links.onnx``, before it ``mentions.onnx`` and
``mention_bounds.json``.
Antecedents are learned for mentions that are found as in texts that are new: by
networks that have not seen the document (three folds).
"""

import argparse
import json
import logging
import random
import shutil
from pathlib import Path
from tempfile import TemporaryDirectory

import torch
from torch import Tensor, nn
from torch.nn import functional

from dragoman.annotate.encoder import DocumentReader
from dragoman.annotate.mentions import MentionFinder
from dragoman.annotate.mentions_links import describe, pair_up
from dragoman.annotate.mentions_notes import MENTION_SIZE
from dragoman.annotate.mentions_pairs import PAIR_SIZE, compare
from halves import halve
from link_documents import Learned, learn_from, read_gum, read_novels, read_own
from mention_bounds import learn_bounds
from mention_net import (
    LABELS,
    MentionNet,
    export_mentions,
    teach,
    train_mentions,
)
from runs import begin

MENTION = 112
HIDDEN = 64
FOLDS = 3
BOUNDS = "mention_bounds.json"
RATE = 1e-3
DECAY = 0.02
log = logging.getLogger("links")


class LinkNet(nn.Module):
    """Scores pairs of mentions."""

    def __init__(self, states: int) -> None:
        super().__init__()
        self.mention = nn.Linear(3 * states + MENTION_SIZE, MENTION)
        self.back = nn.Linear(MENTION, MENTION, bias=False)
        self.later = nn.Linear(MENTION, HIDDEN)
        self.earlier = nn.Linear(MENTION, HIDDEN, bias=False)
        self.pair = nn.Linear(PAIR_SIZE, HIDDEN, bias=False)
        self.out = nn.Linear(HIDDEN, 1)
        self.plain = nn.Linear(PAIR_SIZE, 1, bias=False)
        self.drop = nn.Dropout(0.3)
        nn.init.zeros_(self.back.weight)

    def forward(
        self, mentions: Tensor, later: Tensor, earlier: Tensor, pairs: Tensor
    ) -> Tensor:
        """Return a score for each pair."""
        vectors = self.drop(functional.relu(self.mention(mentions)))
        query = self.back(vectors)
        hidden = (
            self.later(vectors)[later]
            + self.earlier(vectors)[earlier]
            + self.pair(pairs)
        )
        scores = self.out(self.drop(functional.relu(hidden))) + self.plain(pairs)
        return scores[:, 0] + (query[later] * vectors[earlier]).sum(1)


class Prepared:
    """One document in tensors."""

    def __init__(self, learned: Learned) -> None:
        noted = learned.noted
        self.mentions = torch.from_numpy(describe(noted, learned.states))
        later, earlier = pair_up(noted)
        self.pairs = torch.from_numpy(compare(noted, later, earlier))
        self.later, self.earlier = torch.from_numpy(later), torch.from_numpy(earlier)
        chains = torch.tensor(learned.chains)
        self.same = (chains[self.later] == chains[self.earlier]) & (
            chains[self.later] >= 0
        )
        self.count = len(noted)


def loss_of(net: LinkNet, one: Prepared) -> Tensor:
    """Return the mean loss of a document: any right antecedent counts, or none."""
    mentions = one.mentions
    if net.training:
        mentions = functional.dropout(mentions, 0.1)
    scores = net(mentions, one.later, one.earlier, one.pairs)
    everything = _log_sum(scores, one.later, one.count)
    hits = torch.where(one.same, scores, torch.full_like(scores, -1e4))
    right = torch.zeros(one.count, dtype=torch.bool)
    right[one.later[one.same]] = True
    hit = _log_sum(hits, one.later, one.count, nothing=-1e4)
    hit = torch.where(right, hit, torch.zeros_like(hit))
    return (everything - hit).mean()


def _log_sum(scores: Tensor, rows: Tensor, count: int, nothing: float = 0.0) -> Tensor:
    """Return log-sum-exp by row, with one more score for no antecedent."""
    most = torch.full((count,), nothing).scatter_reduce(
        0, rows, scores.detach(), "amax"
    )
    sums = (nothing - most).exp().scatter_add(0, rows, (scores - most[rows]).exp())
    return sums.log() + most


def main() -> None:
    """Train and write both graphs."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("target", type=Path)
    parser.add_argument("raw", type=Path)
    parser.add_argument("--mention-epochs", type=int, default=20)
    parser.add_argument("--epochs", type=int, default=12)
    parser.add_argument("--seed", type=int, default=1)
    arguments = parser.parse_args()
    chance = begin(arguments.seed)
    found, net, _ = learn(
        arguments.target,
        arguments.raw,
        (arguments.mention_epochs, arguments.epochs),
        chance,
    )
    export_both(found, net, arguments.target)


def learn(
    target: Path, raw: Path, epochs: tuple[int, int], chance: random.Random
) -> tuple[MentionNet, LinkNet, list[MentionFinder]]:
    """Return the networks, and finders that each have not seen a fold of documents.

    Args:
        target: Folder of the model; ``mention_bounds.json`` is written there.
        raw: Corpora.
        epochs: For mentions, for antecedents.
        chance: Source of chance.
    """
    reader = DocumentReader(target)
    golds = [*read_gum(raw), *read_novels(raw), *read_own()]
    read = [reader.read_document(gold.document) for gold in golds]
    log.info("%d documents", len(golds))
    taught = {
        number: teach(gold, *one)
        for number, (gold, one) in enumerate(zip(golds, read, strict=True))
        if gold.complete
    }
    _name_types(target / "labels.json")
    nets = [
        train_mentions(
            [one for number, one in taught.items() if number % FOLDS != fold],
            epochs[0] * 4 // 5,
            chance,
        )
        for fold in range(FOLDS)
    ]
    # Those in which everything is marked come first.
    learn_bounds(
        [(golds[number], *read[number]) for number in taught],
        lambda number: nets[number % FOLDS],
        target / BOUNDS,
    )
    finders = [_find_with(net, target) for net in nets]
    documents = [
        Prepared(learn_from(gold, *one, finders[number % FOLDS]))
        for number, (gold, one) in enumerate(zip(golds, read, strict=True))
    ]
    found = train_mentions([*taught.values()], epochs[0], chance)
    return found, train(documents, epochs[1], chance), finders


def export_both(found: MentionNet, net: LinkNet, target: Path) -> None:
    """Write the graphs of mentions and antecedents."""
    export_mentions(found, target / "mentions.onnx")
    export_net(net, target / "links.onnx")
    for name in ("mentions.onnx", "links.onnx"):
        halve(target / name)


def _find_with(net: MentionNet, target: Path) -> MentionFinder:
    with TemporaryDirectory() as name:
        folder = Path(name)
        export_mentions(net, folder / "mentions.onnx")
        shutil.copy(target / "labels.json", folder)
        shutil.copy(target / BOUNDS, folder)
        return MentionFinder(folder)


def _name_types(path: Path) -> None:
    """Put the types of mentions, in the order of their scores, to the labels."""
    labels = json.loads(path.read_text(encoding="utf-8"))
    labels["mentions"] = LABELS
    text = json.dumps(labels, ensure_ascii=False, separators=(",", ":"))
    path.write_text(text + "\n", encoding="utf-8")


def export_net(net: LinkNet, path: Path) -> None:
    """Write the graph that scores antecedents."""
    rows = torch.tensor([1, 2])
    torch.onnx.export(
        net.eval(),
        (
            torch.zeros(3, net.mention.in_features),
            rows,
            rows - 1,
            torch.zeros(2, PAIR_SIZE),
        ),
        str(path),
        input_names=["mentions", "later", "earlier", "pairs"],
        output_names=["scores"],
        dynamic_axes={
            "mentions": {0: "m"},
            **{name: {0: "p"} for name in ("later", "earlier", "pairs", "scores")},
        },
        opset_version=17,
        dynamo=False,
    )


def train(documents: list[Prepared], epochs: int, chance: random.Random) -> LinkNet:
    """Return the trained network."""
    net = LinkNet((documents[0].mentions.shape[1] - MENTION_SIZE) // 3)
    optimiser = torch.optim.AdamW(net.parameters(), lr=RATE, weight_decay=DECAY)
    steps = epochs * len(documents)
    schedule = torch.optim.lr_scheduler.OneCycleLR(
        optimiser, max_lr=RATE, total_steps=steps, pct_start=0.1
    )
    for epoch in range(epochs):
        chance.shuffle(documents)
        total = 0.0
        for one in documents:
            loss = loss_of(net, one)
            optimiser.zero_grad(set_to_none=True)
            loss.backward()
            torch.nn.utils.clip_grad_norm_(net.parameters(), 1.0)
            optimiser.step()
            schedule.step()
            total += loss.item()
        log.info("epoch %d loss %.4f", epoch, total / len(documents))
    return net.eval()


if __name__ == "__main__":
    main()

"""Train what finds and links mentions on the states of the model that is exported.

    python links.py TARGET RAW [--epochs N] [--seed S] [--start | --relate | --again]

Reads ``TARGET/encoder.onnx`` as the pipeline does, so that what is learned fits what
runs, eight bits and all; writes ``links.onnx``, before it ``mentions.onnx`` and
``mention_bounds.json``.
Antecedents are learned for mentions that are found as in texts that are new: by
networks that have not seen the document (three folds). With ``--start`` the scorer
that ships is gone on with, and mentions stay as they are found; with ``--relate``
nothing is learned but how alike mentions are, from our own corpus; with ``--again``
the graph that ships is written anew from its own weights.
"""

import argparse
import copy
import json
import logging
import random
import shutil
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np
import onnx
import torch
from onnx import numpy_helper
from torch import Tensor, nn
from torch.nn import functional

from dragoman.annotate.mentions.finder import Floats, MentionFinder
from dragoman.annotate.mentions.links import describe, pair_up
from dragoman.annotate.mentions.notes import FIRST_PRONOUN, MENTION_SIZE
from dragoman.annotate.mentions.pairs import PAIR_SIZE, compare
from dragoman.annotate.sentences import DocumentReader
from dragoman.model.syntax import Sentence
from halves import halve
from head_weights import read_weights
from link_documents import (
    Gold,
    Learned,
    learn_from,
    read_gum,
    read_novels,
    read_own,
)
from mention_bounds import learn_bounds
from mention_net import (
    LABELS,
    MentionNet,
    Taught,
    export_mentions,
    teach,
    train_mentions,
)
from passages import Passages, passages_loss, read_passages
from person_texts import read_person_texts
from runs import begin, follow
from stretches import in_stretches

MENTION = 112
HIDDEN = 64
# Principal components of the states that tell how alike two mentions are. The first
# ones tell parts of speech and places in the sentence.
KIN = 48
KIN_FIRST = 20
# How alike mentions are that have nothing to do with each other, -1 to 1; what it
# counts to be more alike, in units of the scores.
KIN_USUAL = 0.15
KIN_SHARE = 1.4
FOLDS = 3
BOUNDS = "mention_bounds.json"
DECAY = 0.02
_AVERAGE = 0.995
# What is gone on with keeps this share of what it was.
KEPT = 0.5
# How often a text about persons comes.
_FILLED = 3
_PRODUCTS = ("back", "earlier", "pair", "plain")
log = logging.getLogger("links")


class LinkNet(nn.Module):
    """Scores pairs of mentions.

    How alike the states of two noun phrases are is added as it is (``relate``): it
    holds for words that nothing was learned of. A pronoun is like others whoever is
    meant.
    """

    def __init__(self, states: int) -> None:
        super().__init__()
        self.states = states
        self.register_buffer("kin", torch.zeros(KIN, states), persistent=False)
        self.register_buffer("kin_bias", torch.zeros(KIN), persistent=False)
        self.mention = nn.Linear(3 * states + MENTION_SIZE, MENTION)
        self.back = nn.Linear(MENTION, MENTION, bias=False)
        self.later = nn.Linear(MENTION, HIDDEN)
        self.earlier = nn.Linear(MENTION, HIDDEN, bias=False)
        self.pair = nn.Linear(PAIR_SIZE, HIDDEN, bias=False)
        self.out = nn.Linear(HIDDEN, 1)
        self.plain = nn.Linear(PAIR_SIZE, 1, bias=False)
        self.drop_mentions = nn.Dropout(0.1)
        self.drop = nn.Dropout(0.3)
        nn.init.zeros_(self.back.weight)

    def forward(
        self, mentions: Tensor, later: Tensor, earlier: Tensor, pairs: Tensor
    ) -> Tensor:
        """Return a score for each pair.

        Args:
            mentions: What is seen of each mention (``describe``).
            later: Rows of the later mentions, ``(pairs,)``.
            earlier: Rows of the earlier ones.
            pairs: What is seen of each pair (``compare``), ``(PAIR_SIZE, pairs)``.
        """
        size = self.states
        heads, firsts, lasts, flags = mentions.split(
            [size, size, size, MENTION_SIZE], 1
        )
        phrase = flags[:, :FIRST_PRONOUN].sum(1, keepdim=True)
        kin = functional.linear(heads + firsts + lasts, self.kin, self.kin_bias)
        kin = phrase * kin / (kin.pow(2).sum(1, keepdim=True) + 1e-6).sqrt()
        vectors = self.drop(functional.relu(self.mention(self.drop_mentions(mentions))))
        query = torch.cat(
            [self.back(vectors), KIN_SHARE * kin, -KIN_SHARE * KIN_USUAL * phrase], 1
        )
        sought = torch.cat([vectors, kin, phrase], 1)
        seen = pairs.T.float()
        hidden = (
            self.later(vectors)[later]
            + self.earlier(vectors)[earlier]
            + self.pair(seen)
        )
        scores = self.out(self.drop(functional.relu(hidden))) + self.plain(seen)
        # All with all at once: less work than to gather the rows of each pair.
        alike = (query @ sought.T).reshape(-1)
        return scores.reshape(-1) + alike[later * query.shape[0] + earlier]

    def relate(self, states: Tensor) -> None:
        """Find by what mentions are alike: principal components, the large ones damped.

        Args:
            states: States of words, shape ``(words, states)``.
        """
        mean = states.mean(0)
        _, sizes, rows = torch.linalg.svd(states - mean, full_matrices=False)
        own = slice(KIN_FIRST, KIN_FIRST + KIN)
        scale = (sizes[own] / len(states) ** 0.5).sqrt()
        self.kin = rows[own] / scale[:, None]
        # The sum of three states is looked at.
        self.kin_bias = -3 * self.kin @ mean


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


@dataclass(frozen=True)
class Costs:
    """What is added to the scores of errors, so that they have to be beaten by it.

    As Durrett and Klein do ("Easy victories and uphill battles in coreference
    resolution", 2013).

    Attributes:
        false: An antecedent of what has none.
        missed: No antecedent of what has one.
        wrong: Another antecedent.
    """

    false: float = 0.0
    missed: float = 0.0
    wrong: float = 0.0


@dataclass(frozen=True)
class Way:
    """How a scorer is trained.

    Attributes:
        rate: The highest rate.
        costs: Of errors.
        averaged: Over its last steps, or as it ends.
        passages: What passages count.
    """

    rate: float
    costs: Costs
    averaged: bool
    passages: float = 1.0


FRESH = Way(1e-3, Costs(), averaged=False)
GO_ON = Way(4e-4, Costs(0.1, 1.5, 0.5), averaged=True)


def loss_of(net: LinkNet, one: Prepared, costs: Costs = Costs()) -> Tensor:
    """Return the mean loss of a document: any right antecedent counts, or none."""
    scores = net(one.mentions, one.later, one.earlier, one.pairs)
    right = torch.zeros(one.count, dtype=torch.bool)
    right[one.later[one.same]] = True
    error = torch.where(right[one.later], costs.wrong, costs.false)
    costly = scores + torch.where(one.same, 0.0, error)
    everything = _log_sum(costly, one.later, right * costs.missed)
    hits = torch.where(one.same, scores, torch.full_like(scores, -1e4))
    hit = _log_sum(hits, one.later, torch.full((one.count,), -1e4))
    hit = torch.where(right, hit, torch.zeros_like(hit))
    return (everything - hit).mean()


def _log_sum(scores: Tensor, rows: Tensor, nothing: Tensor) -> Tensor:
    """Return log-sum-exp by row, with one more score for no antecedent."""
    most = nothing.scatter_reduce(0, rows, scores.detach(), "amax")
    sums = (nothing - most).exp().scatter_add(0, rows, (scores - most[rows]).exp())
    return sums.log() + most


def main() -> None:
    """Train and write both graphs, or go on with the scorer."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("target", type=Path)
    parser.add_argument("raw", type=Path)
    parser.add_argument("--mention-epochs", type=int, default=20)
    parser.add_argument("--epochs", type=int)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--start", action="store_true")
    parser.add_argument("--relate", action="store_true")
    parser.add_argument("--again", action="store_true")
    arguments = parser.parse_args()
    chance = begin(arguments.seed)
    target, epochs = (
        arguments.target,
        arguments.epochs or (4 if arguments.start else 12),
    )
    steps = arguments.mention_epochs, epochs
    if arguments.start or arguments.relate or arguments.again:
        if arguments.again:
            net = _read_again(target / "links.onnx")
        elif arguments.relate:
            net = read_net(target)
        else:
            net = go_on(target, arguments.raw, steps, chance)
        export_net(net, target / "links.onnx")
        halve(target / "links.onnx")
    else:
        found, net = learn(target, arguments.raw, steps, chance)
        export_both(found, net, target)


def learn(
    target: Path, raw: Path, epochs: tuple[int, int], chance: random.Random
) -> tuple[MentionNet, LinkNet]:
    """Return the networks that find mentions and score antecedents.

    Args:
        target: Folder of the model; ``mention_bounds.json`` is written there.
        raw: Corpora.
        epochs: For mentions, for antecedents.
        chance: Source of chance.
    """
    read = read_documents(target, raw)
    _name_types(target / "labels.json")
    nets = read.train_folds(epochs[0], chance)
    learn_bounds(read.complete(), lambda number: nets[number % FOLDS], target / BOUNDS)
    finders = [_find_with(net, target) for net in nets]
    documents = read.prepare(finders)
    found = train_mentions([*read.taught.values()], epochs[0], chance)
    states = own_states(target)
    net = LinkNet(states.shape[1])
    net.relate(states)
    passages = read_passages(raw, target, chance)
    return found, train(net, [*documents, *passages], epochs[1], chance, FRESH)


def go_on(
    target: Path, raw: Path, epochs: tuple[int, int], chance: random.Random
) -> LinkNet:
    """Return the scorer that ships, gone on with where errors have a cost."""
    read = read_documents(target, raw)
    nets = read.train_folds(epochs[0], chance)
    documents = read.prepare([_find_with(net, target) for net in nets])
    net = read_net(target)
    before = copy.deepcopy(net)
    passages = read_passages(raw, target, chance)
    net = train(net, [*documents, *passages], epochs[1], chance, GO_ON)
    follow(net, before, 1 - KEPT)
    return net.eval()


def read_net(target: Path) -> LinkNet:
    """Return the scorer that ships; how alike mentions are is found anew."""
    states = own_states(target)
    net = LinkNet(states.shape[1])
    net.relate(states)
    read_weights(target / "links.onnx", net, _PRODUCTS)
    return net.eval()


def _read_again(path: Path) -> LinkNet:
    """Return the scorer as it ships, to be written anew."""
    graph = onnx.load(str(path)).graph
    constants = {
        node.output[0]: torch.from_numpy(numpy_helper.to_array(node.attribute[0].t))
        for node in graph.node
        if node.op_type == "Constant"
    }
    kin = next(
        node
        for node in graph.node
        if node.op_type == "Gemm" and node.input[1] in constants
    )
    weight, bias = (constants[name] for name in kin.input[1:])
    net = LinkNet(weight.shape[1])
    net.kin, net.kin_bias = weight, bias
    read_weights(path, net, _PRODUCTS)
    return net.eval()


def own_states(target: Path) -> Tensor:
    """Return the states of all words of our own reports, ``(words, states)``."""
    reader = DocumentReader(target)
    rows = [
        rows for one in read_own() for rows in reader.read_document(one.document)[1]
    ]
    return torch.from_numpy(np.concatenate(rows))


@dataclass
class Read:
    """Documents as the pipeline reads them.

    Attributes:
        golds: As they are marked; those in which everything is marked come first.
        read: Their sentences and states.
        taught: What mentions are learned from, by number, where all are marked.
    """

    golds: list[Gold]
    read: list[tuple[list[Sentence], list[Floats]]]
    taught: dict[int, Taught]

    def complete(self) -> list[tuple[Gold, list[Sentence], list[Floats]]]:
        """Return the documents in which everything is marked."""
        return [(self.golds[number], *self.read[number]) for number in self.taught]

    def train_folds(self, epochs: int, chance: random.Random) -> list[MentionNet]:
        """Return networks that each have not seen a fold of the documents."""
        return [
            train_mentions(
                [one for number, one in self.taught.items() if number % FOLDS != fold],
                epochs * 4 // 5,
                chance,
            )
            for fold in range(FOLDS)
        ]

    def prepare(self, finders: list[MentionFinder]) -> list[Prepared]:
        """Return all documents with mentions as they are found in new ones."""
        return [
            Prepared(learn_from(gold, *one, finders[number % FOLDS]))
            for number, (gold, one) in enumerate(
                zip(self.golds, self.read, strict=True)
            )
        ]


def read_documents(target: Path, raw: Path) -> Read:
    """Read all documents with the encoder that ships."""
    reader = DocumentReader(target)
    golds = [
        *read_gum(raw),
        *read_novels(raw),
        *read_own(),
        *read_person_texts(_FILLED),
    ]
    read = [reader.read_document(gold.document) for gold in golds]
    log.info("%d documents", len(golds))
    taught = {
        number: teach(gold, *one)
        for number, (gold, one) in enumerate(zip(golds, read, strict=True))
        if gold.complete
    }
    return Read(golds, read, taught)


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
            torch.zeros(PAIR_SIZE, 2, dtype=torch.uint8),
        ),
        str(path),
        input_names=["mentions", "later", "earlier", "pairs"],
        output_names=["scores"],
        dynamic_axes={
            "mentions": {0: "m"},
            **{name: {0: "p"} for name in ("later", "earlier", "scores")},
            "pairs": {1: "p"},
        },
        opset_version=17,
        dynamo=False,
    )
    in_stretches(path, {"later": 0, "earlier": 0, "pairs": 1}, "scores")


def train(
    net: LinkNet,
    documents: list[Prepared | Passages],
    epochs: int,
    chance: random.Random,
    way: Way,
) -> LinkNet:
    """Return the network as it is trained.

    Args:
        net: What is trained, in its place.
        documents: What is learned from.
        epochs: How often.
        chance: Source of chance.
        way: How.
    """
    net.train()
    average = copy.deepcopy(net)
    optimiser = torch.optim.AdamW(net.parameters(), lr=way.rate, weight_decay=DECAY)
    steps = epochs * len(documents)
    schedule = torch.optim.lr_scheduler.OneCycleLR(
        optimiser, max_lr=way.rate, total_steps=steps, pct_start=0.1
    )
    step = 0
    for epoch in range(epochs):
        chance.shuffle(documents)
        total = 0.0
        for one in documents:
            if isinstance(one, Passages):
                scores = net(one.mentions, one.later, one.earlier, one.pairs)
                loss = way.passages * passages_loss(scores, one)
            else:
                loss = loss_of(net, one, way.costs)
            optimiser.zero_grad(set_to_none=True)
            loss.backward()
            torch.nn.utils.clip_grad_norm_(net.parameters(), 1.0)
            optimiser.step()
            schedule.step()
            step, total = step + 1, total + loss.item()
            follow(average, net, min(_AVERAGE, (1 + step) / (10 + step)))
        log.info("epoch %d loss %.4f", epoch, total / len(documents))
    return (average if way.averaged else net).eval()


if __name__ == "__main__":
    main()

"""The network that tells incidents: kinds of a document, parts of its phrases."""

from pathlib import Path

import onnx
import torch
from torch import Tensor, nn
from torch.nn import functional

KINDS = ("attack", "bombing", "kidnapping", "arson", "robbery")
# Who suffered and is not named is a part of its own: the victims of MUC-4 are names.
ROLES = ("perpetrator", "organization", "target", "victim", "weapon", "unnamed victim")
WORD = 160
AROUND = 64
PHRASE = 128
LONGEST = 11
LATEST = 9
# Sentences further down the document are all alike.
FURTHEST = 15
WORDS = 24
DESCRIBED = 7
FORGOTTEN = 0.1
_NEVER = -1e4


class IncidentNet(nn.Module):
    """Phrases by their words, what stands beside them, sentence and document."""

    def __init__(self, hidden: int, words: int) -> None:
        super().__init__()
        # What a word is worth by itself, and what it brings to the mixture.
        self.plain = nn.Embedding(words, len(ROLES) + len(KINDS))
        self.words = nn.Embedding(words, WORDS)
        self.spread = nn.Linear(WORDS, PHRASE, bias=False)
        self.near = nn.Conv1d(hidden, WORD, 5, padding=2)
        self.own = nn.Linear(hidden, WORD)
        self.sentence = nn.Linear(WORD, AROUND)
        self.spot = nn.Embedding(FURTHEST + 1, AROUND)
        self.story = nn.GRU(AROUND, AROUND // 2, bidirectional=True)
        # What kinds a sentence tells, and how much it counts for the document.
        self.told = nn.Linear(AROUND, len(KINDS) + 1)
        self.by_words = nn.Parameter(torch.full((len(KINDS),), 0.7))
        self.kinds = nn.Parameter(torch.zeros(len(KINDS)))
        self.in_story = nn.Linear(AROUND, PHRASE, bias=False)
        self.last = nn.Linear(2 * WORD, PHRASE)
        self.first = nn.Linear(2 * WORD, PHRASE, bias=False)
        self.before = nn.Linear(WORD, PHRASE, bias=False)
        self.after = nn.Linear(WORD, PHRASE, bias=False)
        self.in_sentence = nn.Linear(2 * AROUND, PHRASE, bias=False)
        self.in_document = nn.Linear(len(KINDS), PHRASE, bias=False)
        self.length = nn.Embedding(LONGEST + 1, PHRASE)
        self.place = nn.Embedding(LATEST + 1, PHRASE)
        self.role = nn.Linear(PHRASE, len(ROLES))
        self.part_of = nn.Linear(PHRASE, len(KINDS))
        self.hide = nn.Dropout(0.25)
        self.drop = nn.Dropout(0.4)
        # Most phrases play no part.
        nn.init.constant_(self.role.bias, -4.0)
        nn.init.constant_(self.part_of.bias, -1.5)
        nn.init.zeros_(self.plain.weight)
        nn.init.normal_(self.words.weight, std=0.1)
        nn.init.normal_(self.spot.weight, std=0.1)

    def forward(
        self,
        states: Tensor,
        starts: Tensor,
        ends: Tensor,
        sentences: Tensor,
        kinds: Tensor,
        words: Tensor,
        order: Tensor,
    ) -> tuple[Tensor, Tensor]:
        """Return log odds of roles and kinds for each phrase, of kinds for the whole.

        Args:
            states: States of the words of a document, ``(words, hidden)``.
            starts: First word of each phrase.
            ends: Its last word.
            sentences: Number of the sentence of each word, from 0.
            kinds: Log odds of the kinds of incident in the document.
            words: Rows of what words say of each phrase, ``(phrases, described)``.
            order: The sentences, from 0.
        """
        states = self.hide(states)
        if self.training:
            words = words * (torch.rand_like(words, dtype=torch.float) > FORGOTTEN)
        near = self.drop(functional.relu(self.near(states.T[None]))[0].T)
        own = self.drop(functional.relu(self.own(states)))
        sentence = functional.relu(self.sentence(near))
        index = sentences[:, None].expand_as(sentence)
        # Counted from a tensor, so that the graph needs to know of no number.
        empty = (order[:, None] * 0).to(sentence).expand(-1, AROUND)
        tops = empty.scatter_reduce(0, index, sentence, "amax")
        placed = self.drop(tops) + self.spot(order.clamp(max=FURTHEST))
        story = self.story(placed[:, None])[0][:, 0]
        told = self.told(self.drop(story))
        document = told[:, :-1].logsumexp(0) + self.by_words * kinds + self.kinds
        whole = (told[:, -1:].softmax(0) * story).sum(0)
        around = torch.cat([tops, story], 1)
        both = torch.cat([near, own], 1)
        edge = near.new_zeros(1, PHRASE)
        mixed = (
            self.last(both)[ends]
            + self.first(both)[starts]
            + torch.cat([edge, self.before(near)])[starts]
            + torch.cat([self.after(near), edge])[ends + 1]
            + self.in_sentence(around)[sentences[ends]]
            + self.in_story(self.drop(whole))
            + self.in_document(kinds)
            + self.length((ends - starts).clamp(max=LONGEST))
            + self.place(sentences[ends].clamp(max=LATEST))
            + self.spread(self.drop(self.words(words).sum(1)))
        )
        phrases = self.drop(functional.relu(mixed))
        mixture = torch.cat([self.role(phrases), self.part_of(phrases)], 1)
        return mixture + self.plain(words).sum(1), document


def pool(scores: Tensor, rows: Tensor, count: int) -> Tensor:
    """Return log-sum-exp of the scores by wording, ``(count, columns)``."""
    index = rows[:, None].expand_as(scores)
    most = scores.new_full((count, scores.shape[1]), _NEVER).scatter_reduce(
        0, index, scores.detach(), "amax"
    )
    sums = torch.zeros_like(most).scatter_add(0, index, (scores - most[rows]).exp())
    return most + sums.log()


def export_incidents(net: IncidentNet, path: Path) -> None:
    """Write the graph."""
    place = torch.tensor([0, 1])
    torch.onnx.export(
        net.eval(),
        (
            torch.zeros(4, net.own.in_features),
            place,
            place,
            torch.tensor([0, 0, 1, 1]),
            torch.zeros(len(KINDS)),
            torch.zeros(2, DESCRIBED, dtype=torch.long),
            torch.arange(2),
        ),
        str(path),
        input_names=[
            *("states", "starts", "ends", "sentences", "kinds", "words", "order")
        ],
        output_names=["scores", "told"],
        dynamic_axes={
            "states": {0: "w"},
            "sentences": {0: "w"},
            "starts": {0: "p"},
            "ends": {0: "p"},
            "words": {0: "p"},
            "order": {0: "s"},
            "scores": {0: "p"},
        },
        opset_version=18,
        dynamo=False,
    )
    _decide(path)


def _decide(path: Path) -> None:
    """Put the branch for matrices in the place of the exporter's question of rank.

    Left open, it makes the run time warn of shapes at every document.
    """
    model = onnx.load(str(path))
    for place, node in enumerate(list(model.graph.node)):
        if node.op_type != "If":
            continue
        branches = [attribute.g for attribute in node.attribute]
        (plain,) = [
            branch
            for branch in branches
            if all(inner.op_type == "Identity" for inner in branch.node)
        ]
        model.graph.node.remove(node)
        for inner, output in zip(plain.node, node.output, strict=True):
            made = onnx.helper.make_node("Identity", list(inner.input), [output])
            model.graph.node.insert(place, made)
    onnx.save(model, str(path))

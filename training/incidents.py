"""Train what reads incidents on the states of the model that is exported.

    python incidents.py TARGET RAW [--epochs N] [--seed S]

``RAW/muc4/train.json`` has a document a line, as in ``xinyadu/gtt``: ``doctext`` and
``templates``, each with ``incident_type`` and, by role, entities of mentions with their
offsets. ``RAW/muc4/keys_train`` are the templates that these were made of
(``data/muc/raw_files/proc_output`` there), which hold victims without a name as well.
Writes ``incidents.onnx``, ``incident_words.tsv.gz``,
``incident_phrases.txt.gz``, ``incident_kinds.json``,
``incident_known.tsv.gz``, ``incident_rivals.npz`` and ``incident_pairs.npz``.
"""

import argparse
import gzip
import json
import logging
import random
import re
import string
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np
import torch
from torch import Tensor
from torch.nn import functional

from dragoman.annotate.incidents.kinds import IncidentKinds, gather_evidence
from dragoman.annotate.incidents.reader import find_candidates
from dragoman.annotate.incidents.rivals import Story
from dragoman.annotate.incidents.spans import describe
from dragoman.annotate.incidents.words import features
from dragoman.annotate.sentences import DocumentReader
from dragoman.model.document import Block, BlockKind
from dragoman.model.syntax import Sentence
from incident_net import KINDS, ROLES, IncidentNet, export_incidents, pool
from incident_pairs import Told, learn_pairs
from incident_rivals import Played, Rivals, tell_odds, write_arrays
from incident_words import WordTable
from link_documents import make_document
from runs import begin

COLUMNS = ("PerpInd", "PerpOrg", "Target", "Victim", "Weapon")
UNNAMED = ROLES.index("unnamed victim")
RATE = 1e-3
DECAY = 0.02
# Losses are summed over wordings, of which a document has some 160.
ROLE_SHARE = 1 / 20
KIND_SHARE = 1 / 40
TOLD_SHARE = 0.3
# Documents that tell no incident by the rules of MUC tell of violence all the same:
# this share of them is shown, with half the weight.
OTHERS = 0.4
# Of what kind the network is told that a document is has not been learned from it.
FOLDS = 4
# Documents with what is said of a phrase, either with or without capitals.
SAID = 8
# Documents of a kind that are too few to weigh evidence for it.
FEW = 8
SHRINKAGE = 0.01
log = logging.getLogger("incidents")


@dataclass
class Taught:
    """A document: states, phrases, and what is gold of its wordings.

    ``guess`` is what words that were learned elsewhere tell of its kinds, ``phrases``
    are the rows of what is ``said`` of each phrase. ``played`` holds who plays which part
    in which kind of incident (wording, role, kind), and the numbers of these incidents
    where they are known.
    """

    text: str
    tree: list[Sentence]
    places: list[tuple[int, int, int]]
    keys: list[str]
    played: Played

    states: np.ndarray  # half precision, to hold all of them
    starts: Tensor
    ends: Tensor
    sentences: Tensor
    rows: Tensor
    kinds: Tensor
    roles: Tensor
    parts: Tensor
    words: set[str]
    said: list[tuple[str, ...]]
    guess: Tensor
    phrases: Tensor

    def inputs(self) -> tuple[Tensor, ...]:
        """Return what the network takes."""
        states = torch.from_numpy(self.states.astype(np.float32))
        order = torch.arange(int(self.sentences[-1]) + 1)
        rest = self.sentences, self.guess, self.phrases, order
        return states, self.starts, self.ends, *rest


def read_documents(
    folder: Path, reader: DocumentReader
) -> Iterator[tuple[Taught, Taught]]:
    """Yield each document as it stands, in lower case, and with capitals put in."""
    unnamed = read_unnamed(folder / "keys_train")
    lines = (folder / "train.json").read_text(encoding="utf-8").splitlines()
    for record in map(json.loads, lines):
        record["unnamed"] = unnamed[record["docid"]]
        sentences, states = read_text(record["doctext"], reader)
        taught = teach(record, sentences, states)
        if taught is None:
            continue
        cased = with_capitals(record["doctext"], sentences)
        again = teach(record, *read_text(cased, reader))
        yield taught, again or taught


def read_unnamed(path: Path) -> dict[str, list[tuple[str, list[str]]]]:
    """Return, by document, a kind of incident and wordings of who suffered in it.

    Of victims who are named the templates tell what they are, in another form
    ("colon_clause"); that is left out.
    """
    found: dict[str, list[tuple[str, list[str]]]] = {}
    for part in path.read_text(encoding="utf-8").split("%%%"):
        if not part.strip():
            continue
        slots = json.loads(part)
        told = found.setdefault(dict(slots[:2])["message_id"], [])
        kinds = [value for slot, value in slots if slot == "incident_type"]
        told.extend(
            (kinds[0].lower(), [one for one in value["strings"] if one])
            for slot, value in slots
            if slot == "hum_tgt_description"
            and value
            and value["type"] == "simple_strings"
        )
    return found


def read_text(
    text: str, reader: DocumentReader
) -> tuple[list[Sentence], list[np.ndarray]]:
    """Read a text as one paragraph."""
    block = Block(BlockKind.PARAGRAPH, 0, len(text))
    return reader.read_document(make_document("muc", text, (block,)))


def with_capitals(text: str, sentences: list[Sentence]) -> str:
    """Return a text in lower case with capitals on names and first words.

    The messages have lost theirs; what is learned is for texts that have them.
    """
    letters = list(text)
    for sentence in sentences:
        for index, token in enumerate(sentence):
            around = text[max(token.start - 1, 0) : token.end + 1]
            if token.upos == "PROPN" and around == f"({token.text})":
                high = token.end
            elif token.upos == "PROPN" or index == 0:
                high = token.start + 1
            else:
                continue
            for place in range(token.start, high):
                upper = text[place].upper()
                letters[place] = upper if len(upper) == 1 else text[place]
    return "".join(letters)


def teach(
    record: dict[str, Any], sentences: list[Sentence], states: list[np.ndarray]
) -> Taught | None:
    """Put the roles of the templates on the wordings of a document."""
    spans, places, _ = find_candidates(sentences)
    if not places:
        return None
    numbers: dict[str, int] = {}
    rows = []
    for sentence, first, last in places:
        tree = sentences[sentence]
        text = record["doctext"][tree[first].start : tree[last].end]
        rows.append(numbers.setdefault(plain(text), len(numbers)))
    kinds = torch.zeros(len(KINDS))
    roles = torch.zeros(len(numbers), len(ROLES))
    parts = torch.zeros(len(numbers), len(KINDS))
    played = find_played(record, numbers)
    for row, column, kind in played:
        roles[row, column] = parts[row, kind] = 1
    for template in record["templates"]:
        kind = _number(template["incident_type"])
        if kind is not None:
            kinds[kind] = 1
    counts = [len(block) for block in states]
    return Taught(
        text=record["doctext"],
        tree=sentences,
        places=places,
        keys=list(numbers),
        played=played,
        states=np.concatenate(states).astype(np.float16),
        starts=torch.from_numpy(spans[:, 0].copy()),
        ends=torch.from_numpy(spans[:, 1].copy()),
        sentences=torch.from_numpy(np.repeat(np.arange(len(counts)), counts)),
        rows=torch.tensor(rows),
        kinds=kinds,
        roles=roles,
        parts=parts,
        words=set(features(sentences)),
        said=[describe(sentences[n], first, last) for n, first, last in places],
        guess=torch.zeros(len(KINDS)),
        phrases=torch.zeros(0, dtype=torch.long),
    )


def find_played(record: dict[str, Any], numbers: dict[str, int]) -> Played:
    """Return who plays which part in which kind of incident, and in which of them.

    Args:
        record: The document.
        numbers: Of its wordings.
    """
    played: Played = {}
    for incident, kind, column, mention in _mentions(record):
        row = numbers.get(plain(mention))
        if row is not None:
            those = played.setdefault((row, column, kind), set())
            those.update([] if incident is None else [incident])
    return played


def _mentions(
    record: dict[str, Any],
) -> Iterator[tuple[int | None, int, int, str]]:
    """Yield number and kind of the incident, role and wording of all in a document.

    In which of several incidents somebody without a name suffered is not known.
    """
    for number, template in enumerate(record["templates"]):
        kind = _number(template["incident_type"])
        if kind is None:
            continue
        for column, role in enumerate(COLUMNS):
            for entity in template[role]:
                for mention, _ in entity:
                    yield number, kind, column, mention
    for name, mentions in record["unnamed"]:
        kind = _number(name)
        if kind is not None:
            for mention in mentions:
                yield None, kind, UNNAMED, mention


def _number(name: str) -> int | None:
    """Return the number of a kind of incident.

    "bombing / attack" occurs. Work stoppages are too few to learn from.
    """
    name = name.split(" / ")[0]
    return KINDS.index(name) if name in KINDS else None


def plain(text: str) -> str:
    """Return a wording as the templates are compared by: no articles, no marks."""
    text = text.lower().translate(dict.fromkeys(map(ord, string.punctuation)))
    return " ".join(re.sub(r"\b(?:a|an|the)\b", " ", text).split())


def loss_of(net: IncidentNet, one: Taught) -> Tensor:
    """Return the loss of a document: the roles of its wordings, and their kinds."""
    scores, kinds = net(*one.inputs())
    pooled = pool(scores, one.rows, len(one.roles))
    compare = functional.binary_cross_entropy_with_logits
    roles, parts = pooled[:, : len(ROLES)], pooled[:, len(ROLES) :]
    loss = ROLE_SHARE * compare(roles, one.roles, reduction="sum")
    whole = TOLD_SHARE * compare(kinds, one.kinds, reduction="sum")
    if not one.kinds.any():
        return loss / 2 + 2 * whole
    loss = loss + whole
    playing = one.roles.any(1)
    if playing.any():
        told = compare(parts[playing], one.parts[playing], reduction="sum")
        loss = loss + KIND_SHARE * told
    return loss


def guess_kinds(documents: list[Taught]) -> None:
    """Tell each document what words learned from the other folds say of it."""
    told = np.stack([one.kinds.numpy() for one in documents])
    fold = np.arange(len(documents)) % FOLDS
    for number in range(FOLDS):
        others = [documents[row].words for row in np.flatnonzero(fold != number)]
        table = WordTable(others, told[fold != number])
        own = [documents[row] for row in np.flatnonzero(fold == number)]
        for one, guess in zip(own, table.score([d.words for d in own]), strict=True):
            one.guess = torch.from_numpy(guess)


def number_phrases(documents: list[Taught]) -> list[str]:
    """Return what is said of phrases in several documents, in order of the rows."""
    counts = Counter(
        said
        for one in documents
        for said in {word for words in one.said for word in words}
    )
    known = sorted(said for said, count in counts.items() if count >= SAID)
    rows = {said: row for row, said in enumerate(known, 1)}
    for one in documents:
        one.phrases = torch.tensor([[rows.get(w, 0) for w in ws] for ws in one.said])
    return known


def train(
    pairs: list[tuple[Taught, Taught]], words: int, epochs: int, chance: random.Random
) -> IncidentNet:
    """Return the trained network; each time a document comes with or without case."""
    net = IncidentNet(pairs[0][0].states.shape[1], words)
    optimiser = torch.optim.AdamW(net.parameters(), lr=RATE, weight_decay=DECAY)
    rounds = [
        [
            chance.choice(pair)
            for pair in chance.sample(pairs, len(pairs))
            if pair[0].kinds.any() or chance.random() < OTHERS
        ]
        for _ in range(epochs)
    ]
    schedule = torch.optim.lr_scheduler.OneCycleLR(
        optimiser, max_lr=RATE, total_steps=sum(map(len, rounds)), pct_start=0.1
    )
    for epoch, documents in enumerate(rounds):
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


def tell(net: IncidentNet, documents: list[Taught]) -> list[Story]:
    """Return what the network tells of documents not learned from."""
    stories = []
    with torch.no_grad():
        for one in documents:
            scores, kinds = net(*one.inputs())
            pooled = pool(scores, one.rows, len(one.roles))
            found = scores.numpy(), pooled.numpy(), kinds.numpy()
            stories.append(
                Story(one.tree, one.places, one.rows.numpy(), one.keys, *found)
            )
    return stories


def weigh_again(kinds: IncidentKinds, story: Story, one: Taught) -> Story:
    """Return a story with its kinds weighed with the parts in view."""
    weighed = kinds.weigh(story.kinds, story.wordings, len(one.states))
    return replace(story, kinds=weighed)


def weigh_kinds(evidence: list[np.ndarray], documents: list[Taught]) -> dict[str, Any]:
    """Return weights and biases of the evidence, from documents not learned from.

    Robberies are too few to weigh.
    """
    told = torch.stack([one.kinds for one in documents])
    weights, biases = [], []
    for kind in range(len(KINDS)):
        rows = np.stack([row[kind] for row in evidence])
        if told[:, kind].sum() < FEW:
            weights.append([1.0] + [0.0] * (rows.shape[1] - 1))
            biases.append(0.0)
            continue
        mean, spread = rows.mean(0), rows.std(0) + 1e-6
        weight, bias = _regress(torch.from_numpy((rows - mean) / spread), told[:, kind])
        weights.append((weight / spread).tolist())
        biases.append(float(bias - (weight * mean / spread).sum()))
    return {"weights": weights, "biases": biases}


def _regress(rows: Tensor, told: Tensor) -> tuple[np.ndarray, float]:
    layer = torch.nn.Linear(rows.shape[1], 1)
    torch.nn.init.zeros_(layer.weight)
    optimiser = torch.optim.LBFGS(layer.parameters(), max_iter=100)

    def measure() -> Tensor:
        optimiser.zero_grad()
        loss = functional.binary_cross_entropy_with_logits(layer(rows)[:, 0], told)
        loss = loss + SHRINKAGE * (layer.weight**2).sum()
        loss.backward()
        return loss

    optimiser.step(measure)
    return layer.weight.detach().numpy()[0], layer.bias.item()


def weigh_parts(versions: list[tuple[list[Story], list[Taught]]], target: Path) -> None:
    """Learn to weigh rivals, and who belongs to the same incident; write both."""
    played = [
        (stories, [one.played for one in documents]) for stories, documents in versions
    ]
    Rivals.learn(played).write(target)
    odds = tell_odds(played, FOLDS)
    told = [
        Told(one.text, story, weighed, one.played)
        for (stories, documents), of_version in zip(versions, odds, strict=True)
        for story, one, weighed in zip(stories, documents, of_version, strict=True)
    ]
    write_arrays(learn_pairs(told), target / "incident_pairs.npz")


def main() -> None:
    """Train and write."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("target", type=Path)
    parser.add_argument("raw", type=Path)
    parser.add_argument("--epochs", type=int, default=5)
    parser.add_argument("--seed", type=int, default=1)
    arguments = parser.parse_args()
    chance = begin(arguments.seed)
    reader = DocumentReader(arguments.target)
    pairs = list(read_documents(arguments.raw / "muc4", reader))
    log.info("%d documents", len(pairs))
    for column in zip(*pairs, strict=True):
        guess_kinds(list(column))
    plain = [one for one, _ in pairs]
    told = np.stack([one.kinds.numpy() for one in plain])
    table = WordTable([one.words for one in plain], told)
    table.write(arguments.target / "incident_words.tsv.gz", KINDS)
    known = number_phrases([one for pair in pairs for one in pair])
    data = ("\n".join(known) + "\n").encode("utf-8")
    path = arguments.target / "incident_phrases.txt.gz"
    path.write_bytes(gzip.compress(data, mtime=0))
    # What is weighed must not have been learned from: each quarter by the others.
    cased = [one for _, one in pairs]
    told_of: dict[int, tuple[Story, Story]] = {}
    for fold in range(FOLDS):
        rest = [pair for row, pair in enumerate(pairs) if row % FOLDS != fold]
        net = train(rest, len(known) + 1, arguments.epochs, chance)
        both = zip(
            tell(net, plain[fold::FOLDS]), tell(net, cased[fold::FOLDS]), strict=True
        )
        told_of |= zip(range(fold, len(pairs), FOLDS), both, strict=True)
    versions = [
        ([told_of[row][version] for row in range(len(pairs))], documents)
        for version, documents in enumerate((plain, cased))
    ]
    evidence = [
        gather_evidence(story.kinds, story.wordings, len(one.states))
        for story, one in zip(*versions[0], strict=True)
    ]
    path = arguments.target / "incident_kinds.json"
    weighed = weigh_kinds(evidence, plain)
    path.write_text(json.dumps(weighed) + "\n", encoding="utf-8")
    kinds = IncidentKinds(path)
    versions = [
        ([weigh_again(kinds, *one) for one in zip(*version, strict=True)], version[1])
        for version in versions
    ]
    weigh_parts(versions, arguments.target)
    net = train(pairs, len(known) + 1, arguments.epochs, chance)
    export_incidents(net, arguments.target / "incidents.onnx")


if __name__ == "__main__":
    main()

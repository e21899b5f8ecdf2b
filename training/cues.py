"""Train what finds cues on the states of the model that is exported.

    python cues.py TARGET RAW [--epochs N] [--seed S]

Learns from the corpus and the attribution texts of our own. Words of open treebanks
(``RAW/ewt``, ``RAW/gum``) whose lemma is in no list of reporting words are shown as
no cues: our own texts are too few to hold all that people do besides talking. Reads
``TARGET/encoder.onnx`` as the pipeline does and writes ``TARGET/cues.onnx``.
"""

import argparse
import logging
import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn import functional

from attribution_texts import Marked, read_texts
from corpus_reader import Extent, read_corpus, read_negatives
from dragoman.annotate.encoder.cues import Floats, describe_candidates, find_candidates
from dragoman.annotate.quotations import QuotationsAnnotator
from dragoman.annotate.sentences import DocumentReader
from dragoman.extract.statements.lexicon import load_lexicon
from dragoman.extract.statements.reading import Reading
from dragoman.model.annotation import Annotations
from dragoman.model.document import Block, BlockKind, Document
from dragoman.model.syntax import Sentence
from link_documents import make_document

HIDDEN = 64
BATCH = 64
RATE = 2e-3
DECAY = 0.05
# How many words of treebanks that are no cues are shown.
MOST_OTHERS = 12_000
# Share of common words from which a phrase counts as the content that is marked.
ALIKE = 0.45
_GENRES = ("news", "speech", "bio", "court")
log = logging.getLogger("cues")


class CueNet(nn.Module):
    """One hidden layer over cue, core and source."""

    def __init__(self, size: int) -> None:
        super().__init__()
        self.layers = nn.Sequential(
            nn.Dropout(0.2),
            nn.Linear(size, HIDDEN),
            nn.ReLU(),
            nn.Dropout(0.5),
            nn.Linear(HIDDEN, 1),
        )

    def forward(self, rows: Tensor) -> Tensor:
        """Return a score for each candidate."""
        return self.layers(rows)[:, 0]


class CueOdds(nn.Module):
    """Networks that were trained from several seeds, their probabilities averaged."""

    def __init__(self, nets: Sequence[CueNet]) -> None:
        super().__init__()
        self.nets = nn.ModuleList(nets)

    def forward(self, rows: Tensor) -> Tensor:
        """Return a probability for each candidate."""
        return torch.stack([net(rows).sigmoid() for net in self.nets]).mean(0)


@dataclass(frozen=True, slots=True)
class Examples:
    """Candidates as the network reads them, and whether they are attributions."""

    rows: Floats
    right: np.ndarray


def prose(name: str, text: str) -> Document:
    """Return a document of paragraphs that empty lines part."""
    blocks: list[Block] = []
    start = 0
    for paragraph in text.split("\n\n"):
        end = start + len(paragraph)
        blocks.append(Block(BlockKind.PARAGRAPH, start, end))
        start = end + 2
    return make_document(name, text, tuple(blocks))


def learn_from(
    reader: DocumentReader, document: Document, marked: Sequence[Marked]
) -> Examples | None:
    """Return the candidates of a document; those that are doubtful are left out."""
    sentences, states = reader.read_document(document)
    candidates = find_candidates(sentences)
    if not candidates:
        return None
    rows = describe_candidates(sentences, states, candidates)
    right = np.array(
        [_judge(sentences[n], cue, core, marked) for n, cue, core, _ in candidates]
    )
    return Examples(rows[right >= 0], right[right >= 0])


def _judge(sentence: Sentence, cue: int, core: int, marked: Sequence[Marked]) -> int:
    """Tell whether cue and core are marked: 1 yes, 0 no, -1 in part."""
    judged = 0
    for one in marked:
        content = [n for n in range(len(sentence)) if _lies(sentence, n, one.content)]
        if core not in content or not _lies(sentence, cue, one.cue):
            continue
        told = {n for n in content if sentence[n].upos != "PUNCT"}
        below = {n for n in sentence.subtree(core) if sentence[n].upos != "PUNCT"}
        alike = len(told & below) / len(told | below)
        judged = 1 if alike >= ALIKE or judged == 1 else -1
    return judged


def _lies(sentence: Sentence, word: int, extents: Sequence[Extent]) -> bool:
    return any(one.start <= sentence[word].start < one.end for one in extents)


def read_own(reader: DocumentReader) -> Iterator[Examples]:
    """Yield what our own texts teach."""
    for report in read_corpus():
        marked = [Marked(one.sources, one.cues, one.content) for one in report.quotes]
        found = learn_from(reader, prose(report.id, report.text), marked)
        if found is not None:
            yield found
    for text in read_texts():
        document = prose(text.title, text.text)
        found = learn_from(reader, document, text.attributions)
        if found is not None:
            yield found
    negatives = prose("negatives", "\n\n".join(read_negatives()))
    found = learn_from(reader, negatives, ())
    if found is not None:
        yield found


def read_others(
    reader: DocumentReader, raw: Path, chance: random.Random
) -> Iterator[Examples]:
    """Yield words of treebanks that no list of reporting words holds."""
    lexicon = load_lexicon()
    verbs = {lemma.partition("_")[0] for lemma in lexicon.verbs}
    files = [raw / "ewt" / "train.conllu"]
    for genre in _GENRES:
        files.extend(sorted((raw / "gum" / "dep").glob(f"GUM_{genre}_*.conllu")))
    documents = [one for path in files for one in _documents(path)]
    chance.shuffle(documents)
    left = MOST_OTHERS
    for document in documents:
        if left <= 0:
            return
        sentences, states = reader.read_document(document)
        annotations = Annotations(document.id).with_(sentences=sentences)
        annotations = QuotationsAnnotator().annotate(document, annotations)
        reading = Reading(document, annotations)
        candidates = [
            one
            for one in find_candidates(sentences)
            if sentences[one[0]][one[1]].lemma.lower() not in verbs
            and sentences[one[0]][one[1]].lemma.lower() not in lexicon.nouns
            and reading.quotation_at(sentences[one[0]][one[1]].start) is None
        ]
        if candidates:
            rows = describe_candidates(sentences, states, candidates)
            left -= len(rows)
            yield Examples(rows, np.zeros(len(rows), dtype=np.int64))


def _documents(path: Path) -> Iterator[Document]:
    paragraphs: list[list[str]] = [[]]
    name = ""
    for line in [*path.read_text(encoding="utf-8").split("\n"), "# newdoc id = end"]:
        if line.startswith("# newdoc"):
            text = "\n\n".join(" ".join(one) for one in paragraphs if one)
            if text:
                yield prose(name or path.stem, text)
            paragraphs, name = [[]], line.partition(" = ")[2]
        elif line.startswith("# newpar"):
            paragraphs.append([])
        elif line.startswith("# text = "):
            paragraphs[-1].append(line.removeprefix("# text = ").strip())


def join(examples: Sequence[Examples]) -> Examples:
    """Put examples into one."""
    return Examples(
        np.concatenate([one.rows for one in examples]),
        np.concatenate([one.right for one in examples]),
    )


def train(examples: Examples, epochs: int) -> CueNet:
    """Return the trained network."""
    rows = torch.from_numpy(examples.rows)
    right = torch.from_numpy(examples.right.astype(np.float32))
    net = CueNet(rows.shape[1])
    optimiser = torch.optim.AdamW(net.parameters(), lr=RATE, weight_decay=DECAY)
    steps = epochs * -(-len(rows) // BATCH)
    schedule = torch.optim.lr_scheduler.OneCycleLR(
        optimiser, max_lr=RATE, total_steps=steps, pct_start=0.1
    )
    for epoch in range(epochs):
        total = 0.0
        for batch in torch.randperm(len(rows)).split(BATCH):
            scores = net(rows[batch])
            loss = functional.binary_cross_entropy_with_logits(scores, right[batch])
            optimiser.zero_grad(set_to_none=True)
            loss.backward()
            optimiser.step()
            schedule.step()
            total += loss.item() * len(batch)
        log.info("epoch %d loss %.4f", epoch, total / len(rows))
    return net.eval()


def export_odds(odds: CueOdds, size: int, path: Path) -> None:
    """Write the graph that gives probabilities."""
    torch.onnx.export(
        odds.eval(),
        (torch.zeros(2, size),),
        str(path),
        input_names=["rows"],
        output_names=["odds"],
        dynamic_axes={"rows": {0: "n"}, "odds": {0: "n"}},
        opset_version=17,
        dynamo=False,
    )


def main() -> None:
    """Train and write the graph."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("target", type=Path)
    parser.add_argument("raw", type=Path)
    parser.add_argument("--epochs", type=int, default=9)
    parser.add_argument("--seeds", type=int, nargs="+", default=[1, 2])
    arguments = parser.parse_args()
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(message)s")
    torch.set_num_threads(1)
    reader = DocumentReader(arguments.target)
    own = join(list(read_own(reader)))
    chance = random.Random(arguments.seeds[0])
    others = join(list(read_others(reader, arguments.raw, chance)))
    examples = join([own, others])
    log.info("%d candidates, %d attributions", len(own.right), own.right.sum())
    nets = []
    for seed in arguments.seeds:
        torch.manual_seed(seed)
        nets.append(train(examples, arguments.epochs))
    size = examples.rows.shape[1]
    export_odds(CueOdds(nets), size, arguments.target / "cues.onnx")


if __name__ == "__main__":
    main()

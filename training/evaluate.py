"""Measure what ships: dependencies and tags on treebanks, names for the scorer.

    python evaluate.py MODEL trees TREEBANK.conllu ...
    python evaluate.py MODEL names INPUT.jsonl OUTPUT.jsonl [--case upper]
    python evaluate.py MODEL origins ORIGINS.tsv
    python evaluate.py MODEL speed INPUT.jsonl

``trees`` prints two lines for a treebank: with the words and sentences of the
treebank given (the usual figure for tags, UAS and LAS, punctuation counted), and
from raw paragraphs (F1 of words, sentences, UAS and LAS).
"""

import argparse
import json
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from dragoman.annotate.encoder.draft import ReadWord
from dragoman.annotate.encoder.model import ReadingModel
from dragoman.annotate.encoder.words import split_words
from treebank import Tree, read_trees

Span = tuple[int, int]
# start, end, head's start (-1 for the root), relation
Arc = tuple[int, int, int, str]


def main() -> None:
    """Run one of the measurements."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("model", type=Path)
    parser.add_argument("what", choices=("trees", "names", "origins", "speed"))
    parser.add_argument("files", type=Path, nargs="+")
    parser.add_argument("--case", choices=("title", "upper", "lower"))
    arguments = parser.parse_args()
    began = time.perf_counter()
    model = ReadingModel(arguments.model)
    print(f"loaded in {time.perf_counter() - began:.3f} s")
    if arguments.what == "trees":
        for path in arguments.files:
            trees = list(read_trees(path))
            print(path.stem, "given words:", measure_given(model, trees))
            print(path.stem, "raw text:   ", measure_raw(model, trees))
    elif arguments.what == "names":
        source, target = arguments.files
        write_names(model, source, target, arguments.case)
    elif arguments.what == "origins":
        measure_origins(model, arguments.files[0])
    else:
        measure_speed(model, arguments.files[0])


def measure_given(model: ReadingModel, trees: list[Tree]) -> str:
    """Score tags, lemmas and trees with words and sentences given."""
    right: Counter[str] = Counter()
    total = 0
    for tree in trees:
        words = [word.text for word in tree.words]
        glued = [word.glued for word in tree.words]
        glued[0] = False
        read = [
            (first, word)
            for first, sentence, _ in model.read(words, glued, whole=True)
            for word in sentence
        ]
        for gold, (first, word) in zip(tree.words, read, strict=True):
            head = first + word.head + 1 if word.head >= 0 else 0
            total += 1
            right["UPOS"] += gold.upos == word.upos
            right["XPOS"] += gold.xpos == word.xpos
            right["lemma"] += gold.lemma.lower() == word.lemma.lower()
            right["UAS"] += gold.head == head
            right["LAS"] += (gold.head, gold.deprel) == (head, word.deprel)
            right["CLAS-like (no subtype)"] += (
                gold.head,
                gold.deprel.partition(":")[0],
            ) == (head, word.deprel.partition(":")[0])
    scores = ", ".join(f"{k} {100 * v / total:.2f}" for k, v in right.items())
    return f"{scores} ({total} words)"


def measure_raw(model: ReadingModel, trees: list[Tree]) -> str:
    """Score words, sentences and trees from raw paragraphs."""
    right: Counter[str] = Counter()
    gold_count: Counter[str] = Counter()
    read_count: Counter[str] = Counter()
    for text, gold_sentences in _paragraphs(trees):
        read_sentences = list(_read_arcs(model, text))
        for name, gold, read in (
            ("words", _words(gold_sentences), _words(read_sentences)),
            ("sentences", _bounds(gold_sentences), _bounds(read_sentences)),
            ("UAS", _arcs(gold_sentences, 3), _arcs(read_sentences, 3)),
            ("LAS", _arcs(gold_sentences, 4), _arcs(read_sentences, 4)),
        ):
            right[name] += len(gold & read)
            gold_count[name] += len(gold)
            read_count[name] += len(read)
    return ", ".join(
        f"{name} F1 {200 * right[name] / (gold_count[name] + read_count[name]):.2f}"
        for name in right
    )


def _words(sentences: list[list[Arc]]) -> set[tuple[int | str, ...]]:
    return {arc[:2] for sentence in sentences for arc in sentence}


def _bounds(sentences: list[list[Arc]]) -> set[tuple[int | str, ...]]:
    return {(sentence[0][0], sentence[-1][1]) for sentence in sentences}


def _arcs(sentences: list[list[Arc]], width: int) -> set[tuple[int | str, ...]]:
    return {arc[:width] for sentence in sentences for arc in sentence}


def _paragraphs(trees: list[Tree]) -> Iterator[tuple[str, list[list[Arc]]]]:
    text = ""
    sentences: list[list[Arc]] = []
    for tree in trees:
        if tree.paragraph and sentences:
            yield text, sentences
            text, sentences = "", []
        text += " " if text else ""
        starts = []
        for index, word in enumerate(tree.words):
            text += " " if index and not word.glued else ""
            starts.append(len(text))
            text += word.text
        sentences.append(
            [
                (
                    start,
                    start + len(word.text),
                    starts[word.head - 1] if word.head else -1,
                    word.deprel,
                )
                for start, word in zip(starts, tree.words, strict=True)
            ]
        )
    if sentences:
        yield text, sentences


def _read(
    model: ReadingModel, text: str
) -> Iterator[tuple[list[Span], list[ReadWord]]]:
    spans = split_words(text)
    words = [text[start:end] for start, end in spans]
    glued = [i > 0 and spans[i - 1][1] == start for i, (start, _) in enumerate(spans)]
    for first, sentence, _ in model.read(words, glued):
        yield spans[first : first + len(sentence)], sentence


def _read_arcs(model: ReadingModel, text: str) -> Iterator[list[Arc]]:
    for spans, sentence in _read(model, text):
        yield [
            (start, end, spans[word.head][0] if word.head >= 0 else -1, word.deprel)
            for (start, end), word in zip(spans, sentence, strict=True)
        ]


def write_names(
    model: ReadingModel, source: Path, target: Path, case: str | None
) -> None:
    """Write predictions of names, one JSON object a line."""
    with (
        source.open(encoding="utf-8") as given,
        target.open("w", encoding="utf-8") as out,
    ):
        for line in given:
            record = json.loads(line)
            text = _change_case(record["text"], case)
            entities = [
                {"start": start, "end": end, "label": label}
                for start, end, label in _names(model, text)
                if label != "MISC"
            ]
            out.write(json.dumps({"id": record["id"], "entities": entities}) + "\n")


def measure_origins(model: ReadingModel, table: Path) -> None:
    """Print how many names of each origin are found as persons, exactly."""
    frames = table.with_name("origin_frames.txt").read_text("utf-8").splitlines()
    for line in table.read_text(encoding="utf-8").splitlines():
        if line.startswith("#"):
            continue
        origin, names = line.split("\t")
        whole = last = 0
        people = names.split("|")
        for person in people:
            for frame in frames:
                whole += person in _people(model, frame.format(person))
                family = person.split(" ", 1)[1]
                last += family in _people(model, frame.format(family))
        total = len(people) * len(frames)
        print(
            f"{origin}\tfull name {100 * whole / total:.0f}\t"
            f"second part alone {100 * last / total:.0f}"
        )


def _people(model: ReadingModel, text: str) -> set[str]:
    return {text[s:e] for s, e, label in _names(model, text) if label == "PER"}


def _names(model: ReadingModel, text: str) -> list[tuple[int, int, str]]:
    found: list[tuple[int, int, str]] = []
    for spans, sentence in _read(model, text):
        for (start, end), word in zip(spans, sentence, strict=True):
            place, _, label = word.name.partition("-")
            if place == "B":
                found.append((start, end, label))
            elif place == "I":
                found[-1] = (found[-1][0], end, label)
    return found


def _change_case(text: str, case: str | None) -> str:
    """Change the case letter by letter, so that no offset moves."""
    if case is None:
        return text
    if case == "title":
        return "".join(
            _one(letter, letter.upper())
            if not index or text[index - 1].isspace()
            else letter
            for index, letter in enumerate(text)
        )
    return "".join(_one(letter, getattr(letter, case)()) for letter in text)


def _one(letter: str, changed: str) -> str:
    return changed if len(changed) == 1 else letter


def measure_speed(model: ReadingModel, source: Path) -> None:
    """Print words a second, white-space words, everything included."""
    with source.open(encoding="utf-8") as given:
        texts = [json.loads(line)["text"] for line in given]
    began = time.perf_counter()
    for text in texts:
        for _ in _read(model, text):
            pass
    spent = time.perf_counter() - began
    words = sum(len(text.split()) for text in texts)
    print(f"{words / spent:.0f} words/s ({words} words in {spent:.2f} s)")


if __name__ == "__main__":
    main()

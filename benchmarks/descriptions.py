"""Whom descriptions stand for: "the minister", "her running mate", "both leaders".

    python benchmarks/descriptions.py BENCH [--only SETS] [--held-back] [--show]

Of those whose gold chain has a name, how many get the right name, a wrong one, none; of
all others how many are named (``false``). Gold: our stories (``[the minister|NAME]``,
``A+B``, ``-`` for nobody; of those held back sums only), our corpus (the scorer learned
from it), MEANTIME, NewsWCL50, GUM outside the training list.
"""

import argparse
import json
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from predict import annotate, make_document

from dragoman.model.annotation import Annotations, MentionKind
from dragoman.model.syntax import DEFINITE, Sentence

TRAINING = Path(__file__).parents[1] / "training"
_SETS = ("coref_gum", "crossdoc_meantime", "crossdoc_newswcl50")
_WHO = {"person", "organization", "place", "PER", "ORG", "LOC", "ACTOR", "COUNTRY"}
_VERDICTS = ("right", "wrong", "none", "false", "left")
_MARK = re.compile(r"\[([^|\]]+)\|([^\]]+)\]")
# Start, end, chains, whether it is a name ("": look at the words), or to be judged.
Gold = tuple[int, int, frozenset[str], str]


def read_story(marked: str) -> tuple[str, list[Gold]]:
    """Return the text of a story and its gold: the names wherever they stand."""
    text, at, golds = "", 0, list[Gold]()
    for mark in _MARK.finditer(marked):
        text += marked[at : mark.start()]
        chains = frozenset(mark[2].split("+")) - {"-"}
        golds.append((len(text), len(text) + len(mark[1]), chains, "judged"))
        text, at = text + mark[1], mark.end()
    text += marked[at:]
    for name in {name for gold in golds for name in gold[2]}:
        at = text.index(name)
        golds.append((at, at + len(name), frozenset({name}), "name"))
    return text, golds


def read_gold(bench: Path, *, held: bool) -> Iterator[tuple[str, str, list[Gold]]]:
    """Yield set, text and gold of each document."""
    for part in ("open", "held") if held else ("open",):
        path = Path(__file__).parent / f"descriptions_{part}.txt"
        for story in path.read_text(encoding="utf-8").split("\n\n"):
            yield f"stories_{part}", *read_story(story.strip())
    sys.path.insert(0, str(TRAINING))
    from corpus_reader import read_corpus  # noqa: PLC0415 - not a package

    for report in read_corpus():
        marks = [(m.extent, frozenset(m.entities), m.kind) for m in report.mentions]
        golds = [(at.start, at.end, chains, kind) for at, chains, kind in marks]
        yield "corpus", report.text, golds
    learned = (TRAINING / "gum_documents.txt").read_text().split()
    for name in _SETS:
        for line in (bench / "dev" / f"b_{name}_en.jsonl").read_text().splitlines():
            record = json.loads(line)
            if record["id"] not in learned:
                gold = record["gold"].get("mentions") or record["gold"]["entities"]
                yield name, record["text"], list(_read_mentions(gold))


def _read_mentions(mentions: list[dict[str, Any]]) -> Iterator[Gold]:
    """Yield persons, bodies and places; what has one extent is one mention."""
    places: dict[tuple[int, int], set[str]] = {}
    for one in mentions:
        if one.get("kind", one.get("etype", one.get("type"))) in _WHO:
            chain = one.get("instance") or one.get("chain")
            places.setdefault((one["start"], one["end"]), set()).add(chain)
    names = [(m["start"], m["end"]) for m in mentions if m.get("syntax") == "NAM"]
    for place, chains in places.items():
        yield *place, frozenset(chains - {None}), "name" if place in names else ""


def _is_description(tree: Sentence, head: int, gold: Gold) -> bool:
    first = tree.token_at(gold[0])
    if gold[3] in {"name", "judged"} or first is None:
        return gold[3] == "judged"  # no predicate, nothing beside a name
    points = tree[first].small in DEFINITE or tree[first].tag == "PRP$"
    beside = tree[head].deprel in {"appos", "compound", "flat"}
    alone = not tree.children(head, "cop", "appos", "flat")
    return points and alone and not beside and tree[head].tag in {"NN", "NNS"}


def judge(notes: Annotations, golds: list[Gold]) -> Iterator[tuple[str, Gold, str]]:
    """Yield what became of each description, with the names that it was given."""
    numbers = [(gold, notes.sentence_at(gold[0])) for gold in golds]
    placed = [
        (gold, number, head)
        for gold, number in numbers
        if number is not None
        and (head := notes.sentences[number].head_of(*gold[:2])) is not None
    ]
    names = defaultdict[str, set[str]](set)
    for (_, _, chains, kind), number, head in placed:
        if (kind or notes.sentences[number][head].upos) in {"name", "PROPN"}:
            mention = notes.mention_headed(number, head)
            mention = mention or notes.mention_covering(number, head)
            if len(chains) == 1 and mention and mention.kind is MentionKind.NAME:
                found = {one.id for one in notes.expand(mention.chain)}
                names[next(iter(chains))].update(found)
    for gold, number, head in placed:
        if not _is_description(notes.sentences[number], head, gold):
            continue
        mention = notes.mention_headed(number, head)
        chains = notes.expand(mention.chain) if mention is not None else ()
        given = {c.id for c in chains if c.name is not None}
        text = "; ".join(c.name or "?" for c in chains)
        wanted = [names[c] for c in gold[2]] if gold[2] <= set(names) else []
        if wanted:
            right = len(given) == len(wanted) and all(given & one for one in wanted)
            yield "right" if right else "wrong" if given else "none", gold, text
        else:
            yield "false" if given else "left", gold, text


def main() -> None:
    """Run from the command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("bench", type=Path)
    parser.add_argument("--only", default="")
    for flag in ("--held-back", "--show"):
        parser.add_argument(flag, action="store_true")
    options = parser.parse_args()
    sums = defaultdict[str, Counter[str]](Counter)
    gold_of_all = read_gold(options.bench, held=options.held_back)
    for number, (name, text, golds) in enumerate(gold_of_all):
        if options.only and name not in options.only.split(","):
            continue
        notes = annotate(make_document({"id": f"{name}{number}", "text": text}))
        for verdict, gold, given in judge(notes, golds):
            sums[name][verdict] += 1
            if options.show and name != "stories_held":
                words = text[gold[0] : gold[1]]
                print(verdict, f"{number} {words!r}", given, *gold[2], sep="\t")
    for name, one in sums.items():
        print(f"{name:18}", *(f"{one[key]:5} {key}" for key in _VERDICTS))


if __name__ == "__main__":
    main()

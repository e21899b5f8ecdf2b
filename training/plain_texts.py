"""Texts that ``thin.py`` reads for their states alone: a file a corpus, a paragraph a line.

    python plain_texts.py RAW TARGET [--base URL] [--keep-out FILE ...]

``RAW`` is what ``gather.py`` fills. More texts without labels are cloned at the commits
below. Paragraphs that share ten words in a row with a ``--keep-out`` file (JSON lines, all
strings count) or with what is measured on in ``RAW`` are dropped.
"""

import argparse
import html
import io
import json
import random
import re
import tempfile
import zipfile
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from itertools import chain
from pathlib import Path

from corpus_reader import read_corpus
from gather import LITBANK, clone, git
from prepare import read_columns

NLTK = "nltk/nltk_data", "5db857e6f7df11eabb5e5665836db9ec8df07e28"
FACTBOOK = "factbook/factbook.json", "8662a8b17a784841ab4528631b04090eb2f183eb"
HISTORY = (
    ("HistoryAtState/frus-history", "a6bd97c22fcf0d946f6a36890357cf5e95d02256"),
    ("HistoryAtState/milestones", "d0a1f8c9fd2bb6af8efd45eead38e7524ad98169"),
    ("HistoryAtState/rdcr", "f3c53549557dd8cf5d9d85096140ed58208f91c6"),
)
WIKISPLIT = (
    "google-research-datasets/wiki-split",
    "80f5bddf42d1a68201b7b107ee4b8d86d82e9fde",
)
RE3D = "dstl/re3d", "b061ff06713cad4df7e5cfaed3fd07bf15b2598c"
_CROSSNER_PARTS = {"politics": ("train",)}
# Paragraphs of each novel, letters of one that is read; words that two texts share.
_NOVEL, _SHORTEST, _SHARED = 60, 40, 10
# A table in words: more than a semicolon for so many letters.
_LISTED = 40
_WORD = re.compile(r"\w+")
_CLOSING = re.compile(r" ([.,;:!?%)\]}]|n't\b|'(?:s|re|ve|ll|d|m)\b|’s\b)")
_OPENING = re.compile(r"([(\[{$£€]) ")

Paragraphs = Iterator[tuple[str, str]]


def main() -> None:
    """Write the files."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("raw", type=Path)
    parser.add_argument("target", type=Path)
    parser.add_argument("--base", default="https://github.com/{}.git")
    parser.add_argument("--keep-out", type=Path, nargs="*", default=[])
    arguments = parser.parse_args()
    arguments.target.mkdir(parents=True, exist_ok=True)
    chance = random.Random(5)
    measured = barred(arguments.keep_out) | _measured(arguments.raw)
    seen: set[str] = set()
    found: dict[str, list[str]] = {}
    dropped: Counter[str] = Counter()
    with tempfile.TemporaryDirectory() as folder:
        fetch = partial(clone, arguments.base, scratch=Path(folder))
        gathered = _gathered(arguments.raw, chance)
        for corpus, text in chain(gathered, _cloned(fetch, chance)):
            paragraph = " ".join(text.split())
            if not paragraph or paragraph in seen:
                continue
            seen.add(paragraph)
            if measured.isdisjoint(shingles(paragraph)):
                found.setdefault(corpus, []).append(paragraph)
            else:
                dropped[corpus] += 1
    for corpus, paragraphs in found.items():
        path = arguments.target / f"{corpus}.txt"
        path.write_text("\n".join(paragraphs) + "\n", encoding="utf-8")
        words = sum(len(one.split()) for one in paragraphs)
        print(f"{corpus}\t{words} words, {dropped[corpus]} paragraphs dropped")


def shingles(text: str) -> set[int]:
    """Return marks of all runs of ten words, letters and digits alone."""
    words = _WORD.findall(text.lower())
    return {
        hash(tuple(words[low : low + _SHARED]))
        for low in range(len(words) - _SHARED + 1)
    }


def barred(keep_out: Iterable[Path]) -> set[int]:
    """Return the shingles of all strings in files of JSON lines."""
    found: set[int] = set()
    for path in keep_out:
        for line in path.read_text(encoding="utf-8").splitlines():
            for text in _strings(json.loads(line)):
                found |= shingles(text)
    return found


def _measured(raw: Path) -> set[int]:
    """Return those of the parts of the corpora that are measured on."""
    found: set[int] = set()
    for path in (raw / "ewt/dev.conllu", raw / "ewt/test.conllu", raw / "pud.conllu"):
        found |= shingles(" ".join(_paragraphs(path.read_text(encoding="utf-8"))))
    for part in ("dev", "test"):
        path = raw / f"crossner/ner_data/politics/{part}.txt"
        for words, _ in read_columns(path, "\t"):
            found |= shingles(" ".join(words))
    return found


def _strings(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for one in value.values():
            yield from _strings(one)
    elif isinstance(value, list):
        if all(isinstance(one, str) for one in value):
            yield " ".join(value)
        for one in value:
            yield from _strings(one)


def _gathered(raw: Path, chance: random.Random) -> Paragraphs:
    for path in (raw / "ewt/train.conllu", *sorted((raw / "gum/dep").glob("*.conllu"))):
        for text in _paragraphs(path.read_text(encoding="utf-8")):
            yield path.parts[-2].replace("dep", "gum"), text
    yield from _columns(raw, chance)
    for path in sorted((raw / "litbank").glob("*.conll")):
        for text in _grouped(_novel_sentences(path), 2, 6, chance):
            yield "litbank", text
    for line in (raw / "muc4/train.json").read_text(encoding="utf-8").splitlines():
        for text in re.split(r"  +", json.loads(line)["doctext"]):
            yield "muc", text
    for report in read_corpus():
        for part in report.paragraphs:
            yield "own", report.text[part.start : part.end]


def _cloned(
    fetch: Callable[[tuple[str, str]], Path], chance: random.Random
) -> Paragraphs:
    yield from _speeches(fetch(NLTK), chance)
    yield from _factbook(fetch(FACTBOOK))
    for source in HISTORY:
        for _, data in _files(fetch(source), source[1], r"(?!schema).*\.xml"):
            for text in _marked(data.decode("utf-8", "ignore")):
                yield source[0].rpartition("/")[2], text
    for _, data in _files(fetch(WIKISPLIT), WIKISPLIT[1], r"(tune|validation)\.tsv"):
        for line in data.decode().splitlines():
            yield "wikisplit", joined(line.partition("\t")[0].split())
    yield from _reports(fetch(RE3D))
    for _, data in _files(fetch(LITBANK), LITBANK[1], r"original/.*"):
        blocks = data.decode("utf-8", "ignore").split("\n\n")
        blocks = [one for one in blocks if len(one) > 2 * _SHORTEST]
        for text in chance.sample(blocks, min(len(blocks), _NOVEL)):
            yield "novels", text


def _reports(repository: Path) -> Paragraphs:
    # Texts of the BBC are under no open licence.
    for _, data in _files(repository, RE3D[1], r"(?!BBC).*documents\.json"):
        for line in data.decode().splitlines():
            for text in json.loads(line)["text"].splitlines():
                yield "re3d", text


def _columns(raw: Path, chance: random.Random) -> Paragraphs:
    """Yield corpora in columns, a few sentences at a time."""
    for folder in sorted((raw / "crossner/ner_data").iterdir()):
        parts = _CROSSNER_PARTS.get(folder.name, ("train", "dev", "test"))
        for part in parts:
            sentences = _sentences(folder / f"{part}.txt", "\t")
            for text in _grouped(sentences, 1, 3, chance):
                yield f"crossner_{folder.name}", text
    wikigold = raw / "wikigold/wikigold.conll.txt"
    for text in _grouped(_sentences(wikigold, " "), 2, 5, chance):
        yield "wikigold", text
    for path in sorted((raw / "btc").iterdir()):
        for text in _sentences(path, "\t"):
            yield "btc", text


def _sentences(path: Path, separator: str) -> list[str]:
    return [joined(words) for words, _ in read_columns(path, separator)]


def _novel_sentences(path: Path) -> list[str]:
    found: list[str] = []
    for block in path.read_text(encoding="utf-8").split("\n\n"):
        rows = [line.split() for line in block.splitlines() if not line.startswith("#")]
        words = [row[3] for row in rows if row]
        if words:
            found.append(joined(words))
    return found


def _speeches(repository: Path, chance: random.Random) -> Paragraphs:
    """Yield MASC and the addresses of presidents, from archives in a repository."""
    for corpus in ("state_union", "inaugural", "masc_tagged"):
        path = f"packages/corpora/{corpus}.zip"
        data = git("--git-dir", str(repository), "show", f"{NLTK[1]}:{path}")
        archive = zipfile.ZipFile(io.BytesIO(data))
        for name in archive.namelist():
            if not name.endswith(".txt") or name.endswith("categories.txt"):
                continue
            if corpus == "masc_tagged":
                lines = archive.read(name).decode("utf-8", "ignore").splitlines()
                sentences = [
                    joined([word.rpartition("_")[0] for word in line.split()])
                    for line in lines
                    if line.strip()
                ]
                texts = _grouped(sentences, 2, 6, chance)
            else:
                text = archive.read(name).decode("latin-1")
                texts = iter(re.split(r"\n\s*\n|\n(?=[A-Z])", text))
            for text in texts:
                if len(text) > _SHORTEST:
                    yield corpus, text


def _factbook(repository: Path) -> Paragraphs:
    for _, data in _files(repository, FACTBOOK[1], r"(?!meta).*/.*\.json"):
        for value in _strings(json.loads(data)):
            text = html.unescape(re.sub(r"<[^>]+>", " ", html.unescape(value)))
            prose = text.count(";") * _LISTED < len(text)
            if prose and len(text) > 3 * _SHORTEST:
                yield "factbook", text


def _marked(text: str) -> Iterator[str]:
    """Yield the paragraphs of a text in TEI."""
    for found in re.findall(r"<p[ >][^<]*.*?</p>", text, re.DOTALL):
        plain = re.sub(r"<note.*?</note>", "", found, flags=re.DOTALL)
        plain = html.unescape(re.sub(r"<[^>]+>", "", plain))
        if len(plain) > _SHORTEST:
            yield plain


def _paragraphs(treebank: str) -> Iterator[str]:
    """Yield paragraphs of a treebank, six sentences at the most."""
    found: list[str] = []
    for line in treebank.splitlines():
        opens = line.startswith(("# newpar", "# newdoc"))
        if found and (opens or len(found) == 6):
            yield " ".join(found)
            found = []
        if line.startswith("# text ="):
            found.append(line.partition("=")[2].strip())
    if found:
        yield " ".join(found)


def _grouped(
    sentences: list[str], least: int, most: int, chance: random.Random
) -> Iterator[str]:
    place = 0
    while place < len(sentences):
        count = chance.randint(least, most)
        yield " ".join(sentences[place : place + count])
        place += count


def joined(words: list[str]) -> str:
    """Return words that white space parts as running text."""
    text = " ".join(words).replace("-LRB-", "(").replace("-RRB-", ")")
    text = re.sub(r"(``|'') ?", '" ', text)
    text = _OPENING.sub(r"\1", _CLOSING.sub(r"\1", text))
    parts, inside = [], False
    for part in re.split(r'(\s*"\s*)', text):
        if part.strip() == '"':
            part, inside = ('" ' if inside else ' "'), not inside
        parts.append(part)
    return "".join(parts).replace('" .', '".').replace('" ,', '",').strip()


def _files(repository: Path, commit: str, pattern: str) -> Iterator[tuple[str, bytes]]:
    """Yield the files whose whole path fits a pattern: path, contents."""
    listed = git("--git-dir", str(repository), "ls-tree", "-rz", "--name-only", commit)
    for name in listed.decode().split("\0"):
        if re.fullmatch(pattern, name):
            yield name, git("--git-dir", str(repository), "show", f"{commit}:{name}")


if __name__ == "__main__":
    main()

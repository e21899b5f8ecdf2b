"""Universal Dependencies in CoNLL-U, as words with the space before them."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path


@dataclass
class Word:
    """One syntactic word of a treebank.

    Attributes:
        text: Letters of the running text that the word stands for.
        glued: Whether it follows the word before without white space.
        lemma: Base form.
        upos: Universal part of speech.
        xpos: Penn Treebank tag.
        head: Number of the head in the sentence from 1, 0 for the root.
        deprel: Relation to the head.
        misc: Last column as it stands.
    """

    text: str
    glued: bool
    lemma: str
    upos: str
    xpos: str
    head: int
    deprel: str
    misc: str


@dataclass
class Tree:
    """One sentence of a treebank."""

    document: str
    identifier: str
    paragraph: bool
    text: str
    words: list[Word] = field(default_factory=list)


def read_trees(path: Path) -> Iterator[Tree]:
    """Read the sentences of one CoNLL-U file."""
    document = path.stem
    for block in path.read_text(encoding="utf-8").split("\n\n"):
        lines = block.split("\n")
        comments = [line for line in lines if line.startswith("#")]
        rows = [line.split("\t") for line in lines if line and line[0] != "#"]
        for comment in comments:
            if comment.startswith("# newdoc id = "):
                document = comment.removeprefix("# newdoc id = ")
        if not rows:
            continue
        tree = Tree(
            document=document,
            identifier=_comment(comments, "sent_id"),
            paragraph=any(c.startswith("# newpar") for c in comments)
            or any(c.startswith("# newdoc") for c in comments),
            text=_comment(comments, "text"),
        )
        _fill(tree, rows)
        yield tree


def _comment(comments: list[str], name: str) -> str:
    start = f"# {name} = "
    return next((c.removeprefix(start) for c in comments if c.startswith(start)), "")


def _fill(tree: Tree, rows: list[list[str]]) -> None:
    """Turn rows into words; parts of a contraction get the letters they stand for."""
    surface: dict[int, str] = {}
    space_after: dict[int, bool] = {}
    glued = False
    for row in rows:
        if "-" in row[0]:
            first, last = map(int, row[0].split("-"))
            forms = [
                r[1] for r in rows if r[0].isdigit() and first <= int(r[0]) <= last
            ]
            for number, part in zip(
                range(first, last + 1), _share(row[1], forms), strict=True
            ):
                surface[number] = part
                space_after[number] = False
            space_after[last] = "SpaceAfter=No" not in row[9]
    for row in rows:
        if not row[0].isdigit():
            continue
        number = int(row[0])
        tree.words.append(
            Word(
                text=surface.get(number, row[1]),
                glued=glued,
                lemma=row[2],
                upos=row[3],
                xpos=row[4],
                head=int(row[6]),
                deprel=row[7],
                misc=row[9],
            )
        )
        glued = not space_after.get(number, "SpaceAfter=No" not in row[9])


def _share(surface: str, forms: list[str]) -> list[str]:
    """Share the letters of a contraction among its words: ``dont`` is do + nt."""
    parts = []
    rest = surface
    for index, form in enumerate(forms):
        left = len(forms) - index - 1
        take = max(1, min(len(form), len(rest) - left)) if left else len(rest)
        parts.append(rest[:take])
        rest = rest[take:]
    return [part or forms[i] for i, part in enumerate(parts)]

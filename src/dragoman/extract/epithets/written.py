"""Names without quotation marks behind words that announce one: "alias Pepper"."""

import re
from collections.abc import Iterator

from dragoman.extract.epithets.words import load_words
from dragoman.model.annotation import Annotations, Quotation
from dragoman.model.document import Document

# So far in large letters, small words within: "the Butcher of Sova", "Abu Ramla".
_NAME = r"[A-ZÀ-Ý][\w'’-]*(?:\s+(?:(?:of|the|al|de)\s+){0,2}[A-ZÀ-Ý][\w'’-]*){0,3}"
_LARGE = re.compile(rf"(?P<name>(?:the\s+)?{_NAME})")
# A full name is one like others: "also known as Adam Zaki Salim".
_FULL = re.compile(r"(?:[A-ZÀ-Ý][\w'’-]*\s+){2,}[A-ZÀ-Ý][\w'’-]*")
_THE = re.compile(rf"(?P<name>the\s+{_NAME})")


def find_written(
    document: Document, annotations: Annotations
) -> Iterator[tuple[int, Quotation]]:
    """Yield sentence and place of names in large letters that words announce.

    Behind "nicknamed" and "known as" only "the Butcher of Sova" is one: a name like
    others may stand there too.
    """
    words = load_words()
    for number, sentence in enumerate(annotations.sentences):
        if words.announcing.isdisjoint(sentence.words):
            continue
        text = document.text[sentence.start : sentence.end]
        for pattern, written in (
            (words.announced, _LARGE),
            (words.calling, _THE),
        ):
            for cue in pattern.finditer(text):
                found = written.match(text, cue.end())
                if found is None or _FULL.fullmatch(found["name"]):
                    continue
                start = sentence.start + found.start("name")
                end = sentence.start + found.end("name")
                yield number, Quotation(start, end, start, end)

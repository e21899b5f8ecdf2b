"""Two of one name, where the text says so: "no relation to", "not to be confused"."""

import re
from collections import defaultdict
from collections.abc import Sequence as Items

from dragoman.annotate.names_sequences import Sequence
from dragoman.model.annotation import Annotations

_SAID = re.compile(
    r"\b(?:no|any|not a) (?:relation|relative|kin)s? (?:to|of|with)\b"
    r"|\b(?:not|un)[ ]?related to\b|\bnot to be confused with\b"
    r"|\bshar(?:es?|ed|ing) (?:his|her|a|the same|their) (?:full |family |last |sur)?"
    r"names? with\b|\bof the same name\b|\bnamesakes?\b",
    re.IGNORECASE,
)


def find_namesakes(
    raw: Items[Sequence], annotations: Annotations, text: str
) -> tuple[set[str], set[int]]:
    """Find full names that two bear.

    Returns:
        The keys of these names; and by ``id`` the sequences that name the other one:
        the second of a name in the sentence that says so.
    """
    told = {
        number
        for number, sentence in enumerate(annotations.sentences)
        if _SAID.search(text, sentence.start, sentence.end)
    }
    keys: set[str] = set()
    others: set[int] = set()
    if not told:
        return keys, others
    for number in told:
        by_key: defaultdict[str, list[Sequence]] = defaultdict(list)
        for sequence in raw:
            if sequence.sentence == number and len(sequence.keys) > 1:
                by_key[sequence.key].append(sequence)
        keys.update(by_key)
        others.update(id(same[1]) for same in by_key.values() if len(same) > 1)
    return keys, others

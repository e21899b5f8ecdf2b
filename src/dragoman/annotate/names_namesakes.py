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
# What may stand between a name and these words: "X, who is no relation of", "X and a
# poet of the same name". Behind a verb they are said of something else: "X said that
# the strike was unrelated to".
_BESIDE = re.compile(
    r"(?:[\s,()–—-]+(?:who|and|but|is|was|are|were|has|had|he|she|bears?|also|no|not))*"
    r"(?:[\s,(–—-]+(?:an?|the|another) \w+)?[\s,()–—-]+",
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
        number: found
        for number, sentence in enumerate(annotations.sentences)
        if (found := _SAID.search(text, sentence.start, sentence.end)) is not None
    }
    keys: set[str] = set()
    others: set[int] = set()
    by_name: defaultdict[tuple[int, str], list[Sequence]] = defaultdict(list)
    for sequence in raw:
        if sequence.sentence in told and len(sequence.keys) > 1:
            by_name[sequence.sentence, sequence.key].append(sequence)
    for (number, key), same in by_name.items():
        said = told[number].start()
        if len(same) > 1:
            others.add(id(same[1]))
        elif not (same[0].end <= said and _BESIDE.fullmatch(text, same[0].end, said)):
            continue
        keys.add(key)
    return keys, others

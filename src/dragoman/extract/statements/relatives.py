"""Whom "who" stands behind, whatever its clause was hung on."""

from dragoman.model.syntax import Sentence


def just_before(sentence: Sentence, relative: int) -> int | None:
    """Return the name that "who" stands behind: "the courage of Bishop Ruiz, who".

    Whatever the relative clause was hung on: who speaks has a name or is a noun of
    persons, and stands right before.
    """
    place = relative - 1
    while place >= 0 and sentence[place].upos == "PUNCT":
        place -= 1
    if place < 0 or sentence[place].upos != "PROPN":
        return None
    while (
        sentence[place].deprel in {"flat", "compound", "nmod", "conj"}
        and 0 <= sentence[place].head < relative
        and sentence[sentence[place].head].upos == "PROPN"
    ):
        place = sentence[place].head
    # "the caliph in Touba, who": no town speaks as one who does.
    return None if sentence[place].entity.endswith(("GPE", "LOC", "FAC")) else place


def named_before(sentence: Sentence, relative: int) -> int | None:
    """Return the noun that ", who" stands behind where its clause was hung elsewhere.

    "... is likely to please Democrats on the Hill, who have argued that".
    """
    place = relative - 1
    if place < 1 or sentence[place].text not in {",", "—", "–", "-", "--"}:
        return None
    place -= 1
    while sentence[place].deprel in {"nmod", "flat", "compound", "appos"}:
        if not 0 <= sentence[place].head < relative:
            break
        place = sentence[place].head
    return place if sentence[place].upos in {"NOUN", "PROPN"} else None

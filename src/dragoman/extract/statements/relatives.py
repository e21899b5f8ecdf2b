"""Names that their place in the sentence tells, whatever the parse has them for."""

from dragoman.model.syntax import SUBJECTS, TENSED, Sentence

# Adverbs that open a sentence whose subject is left out: "Later said ...".
_ADVERBS = frozenset({"later", "then", "now", "also", "once", "never", "still"})
# How many words such a name has, at most.
_LONGEST_NAME = 3


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


def antecedent(sentence: Sentence, noun: int, name: int | None) -> int:
    """Return whom "who" stands for: the noun that it was hung on, or a name nearer.

    In "Ana Ruiz, an aide at the Department who" the Department does not speak.
    """
    if name is None or sentence[name].entity.endswith("PERSON"):
        return noun if name is None else name
    if noun != name:
        # "officials of the Union", "Ana Ruiz of the Union"; not "the fate of the Union"
        people = sentence[noun].tag == "NNS" or sentence[noun].entity.endswith("PERSON")
        return noun if people and noun in _path(sentence, name) else name
    above = sentence[name].head
    if sentence[name].deprel == "nmod" and sentence[above].deprel == "appos":
        person = sentence[sentence[above].head].entity.endswith("PERSON")
        return above if person else name
    return name


def _path(sentence: Sentence, place: int) -> list[int]:
    """Return a word and all that it hangs below."""
    found: list[int] = []
    while place >= 0 and len(found) < len(sentence):
        found.append(place)
        place = sentence[place].head
    return found


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


def opening_name(sentence: Sentence, verb: int) -> int | None:
    """Return the capitalized word that opens a sentence right before its verb.

    "Osk thinks the mill will close": a name that the parser has never seen may be
    taken for an adverb, and a finite verb has a subject.
    """
    if verb == 0 or verb > _LONGEST_NAME or sentence[verb].tag not in TENSED:
        return None
    if sentence.child(verb, *SUBJECTS, "expl") is not None:
        return None
    words = sentence.tokens[:verb]
    named = all(token.text[0].isupper() for token in words)
    word = words[-1].text.lower()
    adverb = word in _ADVERBS or word.endswith("ly")
    return verb - 1 if named and not adverb else None

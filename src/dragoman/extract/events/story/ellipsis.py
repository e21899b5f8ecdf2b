"""Deeds told by pointing at another: "Chad did the same", "Mali followed suit".

And "Chad condemned the attack, as did Mali". The deed is the one told just before; who
does it is new, and often to whom.
"""

from collections.abc import Iterator, Sequence

from dragoman.extract.clauses.obliques import find_obliques
from dragoman.extract.clauses.predicates import is_negated
from dragoman.extract.events.draft import Draft
from dragoman.extract.events.sentence.behind import owner_of_matter
from dragoman.extract.events.sentence.reading import SentenceReader
from dragoman.model.claim import Modality, Participant, Party
from dragoman.model.syntax import Sentence

_POINTING = frozenset({"do", "follow"})
_SAME = frozenset({"same", "likewise"})
_ALSO = frozenset({"as", "so"})
_TO = frozenset({"to", "with", "for", "against"})
_TOLD = frozenset({Modality.ASSERTED, Modality.PLANNED})


def repeat_deeds(
    reader: SentenceReader,
    sentence: int,
    found: Sequence[Draft],
    before: Sequence[Draft],
) -> Iterator[Draft]:
    """Yield what a sentence tells by pointing at another deed.

    Args:
        reader: Reads parties and times.
        sentence: Index of the sentence.
        found: Events that it tells by words of their own.
        before: Events told in the sentences before.
    """
    tree = reader.annotations.sentences[sentence]
    for verb in tree.find_lemmas(_POINTING):
        shared = _is_shared(tree, verb)
        if not (shared or _is_pointer(tree, verb)) or is_negated(tree, verb):
            continue
        deed = _find_deed(reader, sentence, verb, found, before)
        modality = None if deed is None else _modality(tree, verb, deed)
        if deed is None or modality is None:
            continue
        actors = tuple(
            party
            for subject in tree.children(verb, "nsubj")
            for party in reader.parties.read(sentence, subject, "party")
        )
        if not actors or any(one in _of(deed, "actor") for one in actors):
            continue
        others = _other_side(reader, sentence, verb, deed, actors)
        made = deed.again_in(
            sentence,
            tree,
            verb,
            [
                *(Participant(one, "actor") for one in actors),
                *(Participant(one, "recipient") for one in others),
            ],
        )
        made.modality, made.verbal = modality, True
        if not shared:
            words = tree.subtree(verb)
            made.time = reader.settings.time_within(sentence, words)
            made.place = reader.settings.place_within(sentence, words)
        yield made


def _is_pointer(tree: Sentence, verb: int) -> bool:
    """Tell whether a verb is that of "did the same", "followed suit"."""
    asked = frozenset({"suit"}) if tree[verb].lemma == "follow" else _SAME
    return any(
        tree[child].lemma.lower() in asked
        for child in tree.children(verb, "obj", "advmod")
    )


def _is_shared(tree: Sentence, verb: int) -> bool:
    """Tell whether a verb is that of "as did Chad", "and so did Chad"."""
    subject = tree.child(verb, "nsubj")
    return (
        tree[verb].text.lower() == "did"
        and subject is not None
        and subject > verb
        and verb > 0
        and tree[verb - 1].text.lower() in _ALSO
        and tree.child(verb, "obj") is None
    )


def _find_deed(
    reader: SentenceReader,
    sentence: int,
    verb: int,
    found: Sequence[Draft],
    before: Sequence[Draft],
) -> Draft | None:
    """Return the deed meant: that of the clause above, or of the sentence before."""
    tree = reader.annotations.sentences[sentence]
    above = tree[verb].head
    if above >= 0:
        return next((one for one in found if one.head == above and one.verbal), None)
    if not sentence or not before:
        return None
    last = reader.annotations.sentences[sentence - 1]
    return next(
        (
            one
            for one in reversed(before)
            if one.sentence == sentence - 1
            and one.block == tree.block
            and one.verbal
            and one.head == last.root
        ),
        None,
    )


def _modality(tree: Sentence, verb: int, deed: Draft) -> Modality | None:
    """Return how the second deed is put, ``None`` if it is not told."""
    if deed.modality not in _TOLD:
        return None
    helpers = [tree[child] for child in tree.children(verb, "aux")]
    if any(one.lemma.lower() in {"will", "shall"} for one in helpers):
        return Modality.PLANNED
    done = tree[verb].tag == "VBD" or (
        tree[verb].tag == "VBN" and any(one.lemma == "have" for one in helpers)
    )
    return deed.modality if done else None


def _of(deed: Draft, part: str) -> list[Party]:
    return [one.party for one in deed.participants if one.part == part]


def _other_side(
    reader: SentenceReader,
    sentence: int,
    verb: int,
    deed: Draft,
    actors: Sequence[Party],
) -> Sequence[Party]:
    """Return to whom it was done: who is named, or the first doers in return."""
    tree = reader.annotations.sentences[sentence]
    for one in find_obliques(tree, verb):
        if one.case in _TO:
            named = reader.parties.read(sentence, one.token, "party")
            named = named or owner_of_matter(reader.parties, sentence, one.token)
            if named:
                return named
    hit = _of(deed, "recipient")
    # "Chad expelled Mali's envoy, and Mali followed suit": in return
    back = any(one.name in party.name for one in actors for party in hit)
    return _of(deed, "actor") if back else hit

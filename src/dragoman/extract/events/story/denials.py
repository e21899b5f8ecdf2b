"""Denials and numbers of an event told just before: "denied that there was one".

They name the event by a bare noun ("that any attack took place") or not at all, and
take its participants, place and time from the sentences before.
"""

from collections.abc import Sequence

from dragoman.extract.clauses.disowned import denies_part, is_disowned
from dragoman.extract.events.draft import Draft
from dragoman.extract.events.sentence.reading import SentenceReader
from dragoman.extract.events.triggers.quantities import parse_number
from dragoman.model.claim import Modality, Party, Quantity
from dragoman.model.syntax import Sentence
from dragoman.text.sayings import DENYING

_CLOSE = 2  # sentences over which an event is still spoken of
_HAPPEN = frozenset({"take", "happen", "occur", "be"})
_UNDONE = DENYING | _HAPPEN
_ESTIMATE = frozenset(
    {"speak", "put", "estimate", "claim", "say", "give", "count", "report", "number"}
)
_DENIED_TYPES = frozenset({"ASSAULT", "COERCE", "MOBILIZE", "PROTEST", "CONSULT"})
_LEAST_CROWD = 20


class DenialReader:
    """Reads what is said against an event told before, and other numbers of it."""

    def __init__(self, reader: SentenceReader) -> None:
        self.reader = reader

    def deny(
        self, sentence: int, tree: Sentence, drafts: Sequence[Draft]
    ) -> Draft | None:
        """Return the denial of the event that a sentence speaks of, if it is one."""
        for verb in tree.find_lemmas(_UNDONE):
            token = tree[verb]
            if token.upos not in {"VERB", "AUX"} or tree.is_negated(verb):
                continue
            if token.lemma.lower() in DENYING:
                inner = [
                    index
                    for child in tree.children(verb, "ccomp", "obj", "xcomp")
                    for index in tree.subtree(child)
                ]
                if denies_part(tree, verb) or any(is_disowned(tree, i) for i in inner):
                    continue
                last = self._spoken_of(sentence, tree, inner, drafts)
                subject = tree.child(verb, "nsubj")
                if last is not None and subject is not None:
                    parties = self.reader.parties.read(sentence, subject, "party")
                    return _copy(last, sentence, tree, verb, parties)
            else:
                subject = tree.child(verb, "nsubj")
                none = subject is not None and any(
                    tree[child].text.lower() == "no"
                    for child in tree.children(subject, "det")
                )
                if subject is None or not none:
                    continue
                last = self._spoken_of(sentence, tree, [subject], drafts)
                if last is not None:
                    return _copy(last, sentence, tree, verb, ())
        return None

    def _spoken_of(
        self,
        sentence: int,
        tree: Sentence,
        tokens: Sequence[int],
        drafts: Sequence[Draft],
    ) -> Draft | None:
        """Return the event told before that words name by a bare noun or "one"."""
        ontology = self.reader.ontology
        kinds = {
            kind
            for index in tokens
            if tree[index].upos == "NOUN"  # "denied that she had called him a fool"
            for kind in ontology.types_of(tree[index].lemma.lower())
        }
        there = any(tree[index].deprel == "expl" for index in tokens) and any(
            tree[index].text.lower() == "one" for index in tokens
        )
        found: Draft | None = None
        for draft in reversed(drafts):
            if sentence - draft.sentence > _CLOSE:
                break
            told = draft.modality is Modality.ASSERTED and draft.type in _DENIED_TYPES
            pinned = draft.place is not None or len(draft.participants) > 1
            if told and pinned and (draft.type in kinds or there):
                # Of "attacked the station at X and destroyed a pump" the one with X.
                if draft.place is not None:
                    return draft
                found = found or draft
        return found

    def count(self, sentence: int, tree: Sentence, drafts: Sequence[Draft]) -> bool:
        """Add another number of a crowd: "The organisers spoke of 40,000"."""
        last = drafts[-1] if drafts else None
        if last is None or last.type != "PROTEST" or sentence - last.sentence > 1:
            return False
        root = tree.root
        if sentence == last.sentence or tree[root].lemma.lower() not in _ESTIMATE:
            return False
        for child in tree.children(root, "obl", "obj", "ccomp", "xcomp"):
            token = tree[child]
            bare = token.upos == "NUM" and not tree.children(child, "nmod")
            value = parse_number([token.text]) if bare else None
            if value is not None and value >= _LEAST_CROWD:
                more = Quantity("participants", value, value, None, token.text)
                last.quantities.append(more)
                last.spans.append((tree.start, tree.end))
                return True
        return False


def _copy(
    last: Draft, sentence: int, tree: Sentence, head: int, deniers: Sequence[Party]
) -> Draft:
    return Draft(
        type=last.type,
        mode=last.mode,
        participants=list(last.participants),
        modality=Modality.DENIED,
        sentence=sentence,
        block=tree.block,
        head=head,
        lemma=last.lemma,
        place=last.place,
        time=last.time,
        attribution=list(deniers),
        spans=[(tree.start, tree.end)],
        verbal=False,
        past=True,
    )

"""Who hosts whom: "his hosts there were A and B", "Gao hosted talks".

And who is there to talk at all.
"""

from collections.abc import Iterator

from dragoman.extract.clauses.obliques import find_obliques
from dragoman.extract.events.draft import Draft, Filled
from dragoman.extract.events.parties.parties import HOSTS, PartyReader
from dragoman.extract.events.setting.settings import SettingReader
from dragoman.extract.events.triggers.triggers import Match
from dragoman.model.annotation import Schema
from dragoman.model.claim import Modality, Participant
from dragoman.model.syntax import Sentence

_HOSTS = HOSTS | {"interlocutor"}
_IN = frozenset({"in", "at"})


def read_hosts(
    settings: SettingReader, sentence: int, tree: Sentence
) -> Iterator[Draft]:
    """Yield the meeting of whoever a sentence names as somebody's hosts.

    Args:
        settings: Reads parties and places of the document.
        sentence: Index of the sentence.
        tree: Its parse.
    """
    for noun in tree.find_lemmas(_HOSTS):
        if tree[noun].deprel != "nsubj":
            continue
        owner = tree.child(noun, "nmod:poss")
        name = _find_name(tree, noun)
        if owner is None or name is None:
            continue
        hosts = settings.reader.read(sentence, name, "person")
        guests = settings.reader.read(sentence, owner, "person")
        if not hosts or not guests or any(p.entity is None for p in (*hosts, *guests)):
            continue
        places = (
            settings.named_place(sentence, one.token)
            for head in (noun, name)
            for one in find_obliques(tree, head)
            if one.case in _IN
        )
        yield Draft(
            type="CONSULT",
            mode="meeting",
            participants=[
                *(Participant(one, "actor") for one in hosts),
                *(Participant(one, "recipient") for one in guests if one not in hosts),
            ],
            modality=Modality.ASSERTED,
            sentence=sentence,
            block=tree.block,
            head=noun,
            lemma="host",
            place=next((place for place in places if place is not None), None),
            spans=[(tree.start, tree.end)],
            past=True,
        )


def seat_talks(reader: PartyReader, tree: Sentence, filled: Filled) -> None:
    """Read "Gao hosted talks between A and B" as held in Gao: no town mediates."""
    seats = [token for token, part in filled.tokens if part == "mediator"]
    for one in list(filled.participants):
        chain = reader.annotations.chain_by_id.get(one.party.entity or "")
        if chain is None:
            there = any(tree.bases[token] in reader.words["sites"] for token in seats)
        else:
            there = chain.schema is Schema.PLACE and "state" not in chain.types
        if one.part == "mediator" and there:
            filled.participants.remove(one)
            filled.places += seats


def are_a_pair(tree: Sentence, match: Match) -> bool:
    """Tell "Lee and Kim discussed the river" from "the leaders discussed it"."""
    subjects = () if match.clause is None else match.clause.subjects
    with_ = any(one.case == "with" for one in find_obliques(tree, match.head))
    return with_ or any(len(tree.conjuncts(one)) > 1 for one in subjects)


def _find_name(tree: Sentence, noun: int) -> int | None:
    """Return the name that "were" says of hosts as a fact, wherever it hangs."""
    top = tree[noun].head
    if tree.is_negated(top) or tree.children(top, "aux"):
        return None
    if tree[top].lemma == "be" and tree[top].tag == "VBD":  # "his hosts there were A"
        after = [child for child in tree.children(top, "nsubj") if child > top]
        return after[0] if after else None
    told = any(tree[child].tag == "VBD" for child in tree.children(top, "cop"))
    return top if told else None

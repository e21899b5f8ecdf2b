"""Portfolios that somebody takes or is given: "X takes the economy portfolio"."""

from dragoman.annotate.appointments.states import Home
from dragoman.annotate.appointments.verbs import find_person
from dragoman.annotate.coreference.passing import CoreferencePass
from dragoman.annotate.offices.real import lies_ahead
from dragoman.data.tables import countries
from dragoman.model.annotation import Office
from dragoman.model.syntax import Sentence

_TAKES = frozenset({"assume", "get", "hold", "keep", "receive", "retain", "take"})
_GIVES = frozenset({"allot", "assign", "award", "entrust", "give", "hand", "task"})
_LOSES = frozenset({"lose", "relinquish"})
_THINGS = frozenset({"portfolio", "ministry"})
_RELATIONS = ("obj", "obl", "obl:agent", "obl:unmarked", "iobj")


def find_portfolios(
    reader: CoreferencePass, ids: list[str], home: Home | None
) -> list[Office]:
    """Return the offices of those who are told to take a portfolio.

    The title is made of its field: "economy minister".
    """
    found: list[Office] = []
    for number, sentence in enumerate(reader.sentences):
        for thing in sentence.find_lemmas(_THINGS):
            if sentence[thing].deprel in _RELATIONS:
                office = _office(reader, number, thing, ids, home)
                if office is not None:
                    found.append(office)
    return found


def _office(
    reader: CoreferencePass, number: int, thing: int, ids: list[str], home: Home | None
) -> Office | None:
    sentence = reader.sentences[number]
    verb = sentence[thing].head
    field = _field(reader, sentence, thing)
    if verb < 0 or not field or sentence.is_negated(verb):
        return None
    holder = _holder(reader, number, verb)
    ahead = lies_ahead(sentence, verb)
    if holder is None or ahead is None:
        return None
    lemma = sentence[verb].lemma.lower()
    gone = lemma in _LOSES or (lemma == "hold" and sentence[verb].tag == "VBD")
    state = None if home is None else home.code
    return Office(
        start=sentence[thing].start,
        end=sentence[thing].end,
        title=f"{field} minister",
        holder=ids[holder],
        organization=None,
        organization_name=None if state is None else countries()[state].name,
        status="designate" if ahead else "former" if gone else "current",
        evidence=(sentence.start, sentence.end),
    )


def _holder(reader: CoreferencePass, number: int, verb: int) -> int | None:
    sentence = reader.sentences[number]
    lemma = sentence[verb].lemma.lower()
    tells = _GIVES if sentence.is_passive(verb) else _TAKES | _LOSES
    subject = sentence.subject(verb) if lemma in tells else None
    return None if subject is None else find_person(reader, number, subject)


def _field(reader: CoreferencePass, sentence: Sentence, thing: int) -> str:
    """Return "economy" of "the economy portfolio"."""
    words = [
        sentence[one].text
        for one in sentence.children(thing, "compound", "amod")
        if one < thing and sentence[one].text.lower() in reader.words.portfolios
    ]
    return " ".join(words)

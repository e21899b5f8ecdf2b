"""Offices that a verb tells: "X, who heads the commission", "Y chairs the bloc"."""

from dragoman.annotate.coreference_pass import CoreferencePass
from dragoman.annotate.names_chains import display_name
from dragoman.model.annotation import Office, Schema

_TITLES = {
    "head": "head",
    "lead": "leader",
    "chair": "chair",
    "command": "commander",
    "preside": "president",
    "govern": "governor",
    "direct": "director",
}

_CUT = frozenset({"acl", "appos", "conj", "cc", "punct", "case", "det"})


def _body(
    reader: CoreferencePass, number: int, token: int
) -> tuple[str | None, int | None]:
    """Return name and chain of what is headed, in the words where it has no name."""
    chain = reader.discourse.headed.get((number, token))
    if chain is not None:
        draft = reader.discourse.chains[chain]
        named = draft.schema is Schema.ORGANIZATION and bool(draft.names)
        return (display_name(draft), chain) if named else (None, None)
    sentence = reader.sentences[number]
    lemma = sentence[token].lemma.lower()
    if not reader.words.is_body(lemma) or lemma == "delegation":
        return None, None
    start, end = sentence.extent(token, without=_CUT)
    return reader.text[start:end], None


def find_verbal_offices(reader: CoreferencePass, ids: list[str]) -> list[Office]:
    """Return the offices of persons who head, lead, chair or command a body."""
    found: list[Office] = []
    for number, sentence in enumerate(reader.sentences):
        for verb, token in enumerate(sentence.tokens):
            if token.lemma.lower() in _TITLES and token.tag in {"VBZ", "VBD", "VBP"}:
                office = _office(reader, number, verb, ids)
                if office is not None:
                    found.append(office)
    return found


def _office(
    reader: CoreferencePass, number: int, verb: int, ids: list[str]
) -> Office | None:
    sentence, discourse = reader.sentences[number], reader.discourse
    token = sentence[verb]
    subject = sentence.child(verb, "nsubj")
    body = sentence.child(verb, "obj", "obl")
    if subject is None or body is None or sentence.is_negated(verb):
        return None
    holder = discourse.headed.get((number, subject))
    if holder is None or sentence.case_of(body) not in {"", "over"}:
        return None
    person = discourse.chains[holder]
    name, chain = _body(reader, number, body)
    if person.schema is not Schema.PERSON or not person.names or name is None:
        return None
    start = min(token.start, sentence[subject].start)
    return Office(
        start=token.start,
        end=token.end,
        title=_TITLES[token.lemma.lower()],
        holder=ids[holder],
        organization=ids[chain] if chain is not None else None,
        organization_name=name,
        status="former" if token.tag == "VBD" else "current",
        evidence=(start, max(token.end, sentence.extent(body, without=_CUT)[1])),
    )

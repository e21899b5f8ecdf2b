"""Offices that a verb tells: "X, who heads the commission", "Y chairs the bloc"."""

from dragoman.annotate.coreference.passing import CoreferencePass
from dragoman.annotate.names.drafts import display_name
from dragoman.annotate.offices.held import Held
from dragoman.annotate.offices.said import DISMISSING
from dragoman.model.annotation import Office, Schema
from dragoman.model.syntax import Sentence, Token

_TITLES = {
    "head": "head",
    "lead": "leader",
    "chair": "chair",
    "command": "commander",
    "preside": "president",
    "govern": "governor",
    "direct": "director",
    "found": "founder",
}
_RUNS = {"run": "head"}  # of a body with a name only: one runs many things
# The base forms that "founded" is given, too.
_LEADING = _TITLES.keys() | _RUNS.keys() | {"find", "founded"}
_PERFECT = ("has", "have", "had")
_PARTIES = frozenset(
    {"delegation", "mission", "team", "group", "convoy", "column", "force", "coalition"}
)

_ASPIRING = frozenset({"nominee", "candidate", "contender", "frontrunner"})
REPLACES = frozenset({"replace", "succeed"})
_CUT = frozenset(
    {"acl", "acl:relcl", "advmod", "appos", "aux", "case", "cc", "conj", "cop", "det",
     "mark", "nsubj", "parataxis", "punct"}
)  # fmt: skip


def _body(
    reader: CoreferencePass, number: int, token: int
) -> tuple[str | None, int | None]:
    """Return name and chain of what is headed, in the words where it has no name."""
    sentence = reader.sentences[number]
    # "X was a company founded by Y": that company is X
    named = sentence.children(token, "nsubj") if sentence.child(token, "cop") else ()
    for owned in (token, *named, *sentence.children(token, "nmod:poss")):
        chain = reader.discourse.headed.get((number, owned))
        draft = None if chain is None else reader.discourse.chains[chain]
        if draft is None:
            continue
        if draft.schema is Schema.ORGANIZATION and draft.names:
            return display_name(draft), chain
        if owned == token:
            return None, None
    lemma = sentence[token].lemma.lower()
    if not reader.words.is_body(lemma) or lemma == "delegation":
        return None, None
    start, end = sentence.extent(token, without=_CUT)
    return reader.text[start:end], None


def find_verbal_offices(reader: CoreferencePass, ids: list[str]) -> list[Office]:
    """Return the offices of persons who head, lead, chair or command a body."""
    found: list[Office] = []
    for number, sentence in enumerate(reader.sentences):
        for verb in sentence.find_lemmas(_LEADING):
            token, office = sentence[verb], None
            lemma = _lemma(token)
            if lemma not in _TITLES and lemma not in _RUNS:
                continue
            if token.tag in {"VBZ", "VBD", "VBP"} or _has(sentence, verb, *_PERFECT):
                office = _office(reader, number, verb, ids)
            elif token.tag == "VBN" and lemma in _TITLES:
                office = _led_by(reader, number, verb, ids)
            if office is not None:
                found.append(office)
    return found


def find_replaced(reader: CoreferencePass, held: Held, holder: int) -> int | None:
    """Return who held an office before: "was named envoy, replacing Y".

    Args:
        reader: The reading of the document.
        held: The title, told by a verb.
        holder: Chain of who holds it now.
    """
    if held.how != "verb" or held.phrase.word in _ASPIRING:
        return None  # "the nominee to replace Y": nobody was a nominee before
    sentence, number = reader.sentences[held.phrase.sentence], held.phrase.sentence
    for verb in sentence.find_lemmas(DISMISSING | REPLACES):
        token = sentence[verb]
        lemma = token.lemma.lower()
        removed = lemma in DISMISSING and token.deprel == "advcl" and token.tag == "VBG"
        if not (lemma in REPLACES or removed) or sentence.is_passive(verb):
            continue
        for person in sentence.children(verb, "obj"):
            chain = _named_person(reader, number, person)
            if chain not in {None, holder} and not sentence.is_negated(verb):
                return chain
    return None


def find_person(reader: CoreferencePass, number: int, token: int) -> int | None:
    """Return the chain of a named person that a phrase or its apposition is."""
    found = _person_at(reader, number, token)
    return None if found is None else found[0]


def _person_at(
    reader: CoreferencePass, number: int, token: int
) -> tuple[int, int] | None:
    """Return the chain of the person, and which word of the phrase heads it."""
    for one in (token, *reader.sentences[number].children(token, "appos", "flat")):
        chain = _named_person(reader, number, one)
        if chain is not None:
            return chain, one
    return None


def _named_person(reader: CoreferencePass, number: int, token: int) -> int | None:
    chain = reader.discourse.headed.get((number, token))
    if chain is None:
        return None
    draft = reader.discourse.chains[chain]
    named = draft.schema is Schema.PERSON and draft.names and not draft.members
    return chain if named else None


def _lemma(token: Token) -> str:
    """Return the base form; "founded" is no form of "find"."""
    return "found" if token.text.lower() == "founded" else token.lemma.lower()


def _has(sentence: Sentence, verb: int, *words: str) -> bool:
    """Tell whether "has led" or "had led" is meant, not "led by"."""
    return sentence[verb].tag == "VBN" and any(
        sentence[child].text.lower() in words
        for child in sentence.children(verb, "aux")
    )


def _led_by(
    reader: CoreferencePass, number: int, verb: int, ids: list[str]
) -> Office | None:
    """Read "the Guards, led by X", "It is chaired by X"."""
    sentence = reader.sentences[number]
    token = sentence[verb]
    if token.deprel == "acl":
        body = token.head
        above = sentence[body]
        hung = above.deprel == "nmod" and sentence[above.head].lemma.lower() in _PARTIES
        if hung:  # "a delegation of the bank headed by X": the bank is not headed
            return None
    else:
        subject = sentence.child(verb, "nsubj:pass")
        now = {sentence[c].text.lower() for c in sentence.children(verb, "aux:pass")}
        present = bool(now & {"is", "are", "'s", "’s"}) or _lemma(token) == "found"
        if subject is None or not present:
            return None
        body = subject
    name, chain = _body(reader, number, body)
    if name is None or sentence.is_negated(verb):
        return None
    for agent in sentence.children(verb, "obl:agent", "obl"):
        if sentence.case_of(agent) != "by":
            continue
        found = _person_at(reader, number, agent)
        if found is None:
            continue
        holder, one = found
        return Office(
            start=token.start,
            end=token.end,
            title=_TITLES[_lemma(token)],
            holder=ids[holder],
            organization=ids[chain] if chain is not None else None,
            organization_name=name,
            status="current",
            evidence=(
                min(token.start, sentence[body].start),
                max(token.end, sentence[one].end),
            ),
        )
    return None


def _office(
    reader: CoreferencePass, number: int, verb: int, ids: list[str]
) -> Office | None:
    sentence, discourse = reader.sentences[number], reader.discourse
    token = sentence[verb]
    subject = sentence.subject(verb)  # "fled and now leads"
    # The parse may hang both words of "the opposition League" on the verb.
    bodies = sentence.children(verb, "obj") or sentence.children(verb, "obl")
    body = bodies[-1] if bodies else None
    if subject is None or body is None or sentence.is_negated(verb):
        return None
    holder = discourse.headed.get((number, subject))
    named = find_person(reader, number, subject)  # "A former captain, X commanded"
    holder = holder if named is None else named
    if holder is None or sentence.case_of(body) not in {"", "over"}:
        return None
    person = discourse.chains[holder]
    name, chain = _body(reader, number, body)
    if person.schema is not Schema.PERSON or not person.names or name is None:
        return None
    lemma = _lemma(token)
    if lemma in _RUNS and (chain is None or token.tag == "VBD"):
        return None
    if any(
        sentence.child(place, "mark") is not None
        for place in sentence.children(verb, "xcomp", "ccomp")
    ):
        return None  # "directed the ministry to grant", "commanded that the army leave"
    start = min(token.start, sentence[subject].start)
    past = token.tag == "VBD" or _has(sentence, verb, "had")
    return Office(
        start=token.start,
        end=token.end,
        title=_TITLES.get(lemma) or _RUNS[lemma],
        holder=ids[holder],
        organization=ids[chain] if chain is not None else None,
        organization_name=name,
        status="former" if past and lemma != "found" else "current",
        evidence=(start, max(token.end, sentence.extent(body, without=_CUT)[1])),
        time=reader.terms.term_of(number, verb) if lemma != "found" else None,
    )

"""Where public bodies and office holders act: at home, unless a place is told.

"The Gao High Court sentenced", "the mayor of Gao was abducted from his home": courts,
police and councils of a town act in it, and what the organs of a state do to its own
people they do there. Who deals with those abroad is left without a place.
"""

from collections.abc import Iterator

from dragoman.data.tables import country_names, demonyms, fold_key, places, region_names
from dragoman.extract.clauses.nearby import clause_tokens
from dragoman.extract.clauses.obliques import find_obliques
from dragoman.extract.events.draft import Filled
from dragoman.extract.events.setting.places import IN, Place, PlaceReader
from dragoman.extract.events.triggers.triggers import Match
from dragoman.model.annotation import Schema

# Who acts in the town that they are called by.
_LOCAL = frozenset(
    {"court", "tribunal", "judge", "magistrate", "jury", "prosecutor", "police"}
    | {"sheriff", "council", "councillor", "mayor", "governor", "prefect"}
    | {"municipality", "authority", "administration", "bishop", "archbishop", "imam"}
    | {"diocese", "university", "school", "hospital", "assembly", "government", "chief"}
    | {"resident", "villager", "inhabitant", "student", "pupil", "teacher", "docker"}
    | {"schoolteacher", "worker", "farmer", "herder", "shopkeeper", "trader", "miner"}
    | {"driver", "nurse", "doctor", "parent", "elder", "parish", "congregation"}
    | {"inmate", "prisoner", "commissioner", "command", "department", "opposition"}
)
# The organs of a state, and what they do that is felt there.
_ORGANS = frozenset(
    {"government", "parliament", "cabinet", "court", "tribunal", "commission", "senate"}
    | {"legislature", "police", "authority", "regulator", "prosecutor", "assembly"}
    | {"bank", "judge", "junta", "congress", "presidency", "president", "ministry"}
    | {"king", "monarch", "minister"}
)
# Whose refusals are rulings.
_JUDGES = frozenset(
    {"court", "tribunal", "judge", "council", "commission", "parliament"}
)
_AT_HOME = frozenset({"CONCEDE", "SANCTION", "COERCE"})
# Those of a town act in it in most that they do, but not as guests, or by arms.
_IN_TOWN = _AT_HOME | {"PROTEST", "REQUEST", "REJECT", "SUPPORT", "ACCUSE", "THREATEN"}
_HIT = frozenset({"ASSAULT", "COERCE"})
_SENT_AWAY = frozenset({"expel", "deport"})
# Holders of local office who are hit, or called on, at home.
_HOLDERS = frozenset({"mayor", "prefect", "imam", "bishop", "archbishop"})
_LONGEST = 3  # words of a town in the name of a court


def find_home(
    reader: PlaceReader, sentence: int, match: Match, filled: Filled
) -> Place | None:
    """Return the town or the state whose body or office holder acts in an event.

    Args:
        reader: Knows the mentions of a document.
        sentence: Index of the sentence.
        match: The event, for which no place was told.
        filled: Its parties.
    """
    kind, mode = match.trigger.type, match.trigger.mode
    for token, part in filled.tokens:
        if part == "actor" and kind in _IN_TOWN:
            bodies = _JUDGES if kind == "REJECT" else _LOCAL | _ORGANS
        elif part != "actor" and (kind in _HIT | {"SANCTION"} or mode == "visit"):
            bodies = _HOLDERS
        else:
            continue
        if part == "actor" and mode in _SENT_AWAY:
            state = _state(reader, sentence, token)
            if state is not None:
                return state  # "Niger expelled the envoy"
        for place in _seats(reader, sentence, token, bodies):
            return place if _is_theirs(reader, sentence, match, part, place) else None
    return None


def _is_theirs(
    reader: PlaceReader, sentence: int, match: Match, part: str, place: Place
) -> bool:
    """Tell whether nothing speaks for another place than that of who acts."""
    tree = reader.annotations.sentences[sentence]
    kind = match.trigger.type
    state = _is_state(reader, place)
    told = kind not in _AT_HOME | _HIT | {"PROTEST", "CONSULT", "REJECT"}
    if told and _is_wide(reader, place):
        return False
    if state and (kind not in _AT_HOME | {"REJECT"} or part != "actor"):
        return False
    others = [
        mention
        for mention in reader.annotations.mentions_by_sentence.get(sentence, ())
        if mention.schema is Schema.PLACE and mention.chain != place[0]
    ]
    if state or told or kind == "REJECT":
        key = fold_key(place[1])
        own = country_names().get(key)
        return not others and all(
            demonyms().get(fold_key(word.text)) in {None, own}
            for word in tree.tokens
            if word.text[:1].isupper()
        )
    clause = set(clause_tokens(tree, match.head))
    return not any(
        one.head in clause and tree.case_of(one.head) in IN | {"to", "from"}
        for one in others
    )


def _seats(
    reader: PlaceReader, sentence: int, token: int, bodies: frozenset[str]
) -> Iterator[Place]:
    """Yield the town or state that a body or office holder is called by."""
    tree = reader.annotations.sentences[sentence]
    heads = [token, *tree.children(token, "appos", "compound")]
    heads += [o.token for o in find_obliques(tree, token) if o.case in {"at", "of"}]
    for head in heads:
        if tree[head].lemma.lower() not in bodies:
            continue
        for one in find_obliques(tree, head):
            if one.case in {"of", "in", "at"}:
                yield from _named(reader, sentence, one.token)
        for child in tree.children(head, "nmod:poss", "compound"):
            yield from _named(reader, sentence, child)
        if head != token:  # "Konna mayor Lee"
            for child in tree.children(token, "nmod:poss", "compound"):
                yield from _named(reader, sentence, child)
        yield from _in_name(reader, sentence, head)


def _named(reader: PlaceReader, sentence: int, token: int) -> Iterator[Place]:
    mention = reader.annotations.mention_headed(sentence, token)
    if mention is None or mention.schema is not Schema.PLACE:
        return
    chain = reader.annotations.chain_by_id[mention.chain]
    if chain.name is not None:
        yield chain.id, chain.name


def _in_name(reader: PlaceReader, sentence: int, head: int) -> Iterator[Place]:
    """Yield the town in "Gao High Court", if the table has it."""
    mention = reader.annotations.mention_headed(sentence, head)
    if mention is None or mention.schema is not Schema.ORGANIZATION:
        return
    words = mention.text.removeprefix("the ").removeprefix("The ").split()
    for count in range(min(_LONGEST, len(words) - 1), 0, -1):
        known = places().get(fold_key(" ".join(words[:count])))
        if known is not None:
            name = known.name
            for chain in reader.annotations.chains:
                if chain.schema is Schema.PLACE and chain.name == name:
                    yield chain.id, name
                    return
            yield None, name
            return


def _state(reader: PlaceReader, sentence: int, token: int) -> Place | None:
    for place in _named(reader, sentence, token):
        return place if _is_state(reader, place) else None
    return None


def _is_wide(reader: PlaceReader, place: Place) -> bool:
    """Tell whether a place is a region or a state, of which one speaks anywhere."""
    chain = None if place[0] is None else reader.annotations.chain_by_id[place[0]]
    wide = chain is not None and "region" in chain.types
    return wide or fold_key(place[1]) in region_names() or _is_state(reader, place)


def _is_state(reader: PlaceReader, place: Place) -> bool:
    if fold_key(place[1]) in country_names():
        return True
    return (
        place[0] is not None
        and "state" in reader.annotations.chain_by_id[place[0]].types
    )

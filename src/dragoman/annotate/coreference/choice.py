"""Which of several is meant: a shared surname, a bare "the League"."""

from dragoman.annotate.coreference.discourse import Discourse, Referent
from dragoman.annotate.names.drafts import ChainDraft
from dragoman.annotate.names.sequences import Sequence
from dragoman.annotate.offices.alone import Fact, fit
from dragoman.model.annotation import Schema

# What an organisation of no known kind may be called: a band of people, no ministry.
_BANDS = frozenset({"armed_group", "movement", "party"})
_ARMS = frozenset({"armed_group", "movement"})
# What only those do who bear arms.
_FIGHTING = frozenset(
    {"attack", "fire", "shell", "kill", "withdraw", "retreat", "seize", "capture"}
    | {"ambush", "fight", "advance", "abduct", "kidnap", "surrender", "disarm", "raid"}
)
# How much more than its place in the text speaks for a body: its name has the word,
# it spoke last, it bears arms where arms are used.
_NAMED, _SPOKE, _ARMED = 40.0, 20.0, 200.0
# Who of several of one surname was turned to last.
_TURNED_TO = 150.0
# A body of a kind that the word is used of, most of all of its first kinds.
_OF_KIND, _LESS = 60.0, 10.0
# Behind the head of a name: "Committee for a Fair Vote".
_GOES_ON = frozenset({"for", "of", "on", "against"})
# How many sentences back bodies are looked for.
_REACH = 40


def choose(
    discourse: Discourse,
    sequence: Sequence,
    chains: list[int],
    fact: Fact | None = None,
) -> int | None:
    """Return which of several a surname means."""
    known = discourse.chain_of.get(id(sequence))
    if known is not None:
        return known
    chosen = _choose(discourse, sequence, chains, fact)
    if chosen is not None:
        discourse.chain_of[id(sequence)] = chosen
    return chosen


def _choose(
    discourse: Discourse, sequence: Sequence, chains: list[int], fact: Fact | None
) -> int | None:
    title = sequence.title
    if title is not None and title.plural:
        return discourse.group(chains, sequence.start)
    referents = [discourse.referents[chain] for chain in chains]
    if sequence.honorific is not None:
        gender = discourse.words.honorifics.get(sequence.honorific)
        if gender in {"m", "f"}:
            referents = [r for r in referents if r.gender in {gender, None}]
    if fact is not None and referents:
        points = [max((fit(fact, o) for o in r.facts), default=0) for r in referents]
        top = max(points)
        if top:
            referents = [r for r, p in zip(referents, points, strict=True) if p == top]
        else:
            referents = _unknown_yet(discourse, sequence, referents) or referents
    introduced = [r for r in referents if r.sentence >= 0]
    if introduced:
        number = sequence.sentence
        return max(
            introduced,
            key=lambda r: (
                discourse.salience(r, number)
                + 60.0 * min(r.count, 5)
                + _TURNED_TO * _is_turned_to(r, introduced, number),
                -r.chain,
            ),
        ).chain
    return referents[0].chain if referents else None


def _is_turned_to(referent: Referent, namesakes: list[Referent], sentence: int) -> bool:
    """Tell whether the text has just turned to one of several of a surname.

    He was the last of them to be named, right before, as the subject of his clause.
    """
    return (
        referent.sentence in {sentence - 1, sentence}
        and referent.role.startswith("nsubj")
        and all(
            other.sentence < referent.sentence
            for other in namesakes
            if other is not referent
        )
    )


def _unknown_yet(
    discourse: Discourse, sequence: Sequence, referents: list[Referent]
) -> list[Referent]:
    """Return the namesake not met so far, if all others hold some other office."""
    fresh = [r for r in referents if r.sentence < 0]
    known = [r for r in referents if r.sentence >= 0]
    bear = all(
        any(name.key == sequence.key for name in discourse.chains[r.chain].names)
        for r in referents
    )
    return fresh if bear and known and all(r.facts for r in known) else []


def generic_chain(discourse: Discourse, sequence: Sequence) -> int | None:
    """Return the organisation that a bare capitalised head means.

    Where none that was named may be called so, "the League" names one.
    """
    key = id(sequence)
    if key not in discourse.chain_of:
        chain = body_with(discourse, sequence.key, after=sequence.start)
        if chain is None and _names_a_body(discourse, sequence):
            chain = discourse.named_chain(sequence)
        if chain is None:
            return None
        discourse.chain_of[key] = chain
    return discourse.chain_of[key]


def _names_a_body(discourse: Discourse, sequence: Sequence) -> bool:
    """Tell whether a head with an article is a name, and no part of a longer one."""
    units = discourse.reading.units[sequence.sentence]
    article = sequence.first > 0 and units[sequence.first - 1].key == "the"
    behind = units[sequence.last + 1].key if sequence.last + 1 < len(units) else ""
    return (
        sequence.key in discourse.words.by_name
        and article
        and not sequence.quoted
        and behind not in _GOES_ON
        and sequence.hint in {None, Schema.ORGANIZATION}
    )


def may_be_called(discourse: Discourse, chain: int, word: str) -> bool:
    """Tell whether "the League" may be short for a name, and not for another body's.

    The name has the word, or is letters of which one may stand for it; what is called
    by another such word is something else. "The Movement" may be anybody's.
    """
    by_name = discourse.words.by_name
    draft = discourse.chains[chain]
    if word not in by_name or word in _words_of(draft):
        return True
    letters = any(
        name.text.isupper() and word[0].upper() in name.text for name in draft.names
    )
    return letters and by_name.isdisjoint(_words_of(draft))


def _words_of(draft: ChainDraft) -> set[str]:
    """Return the words of all names of a body."""
    return {word for name in draft.names for word in name.key.replace("-", " ").split()}


def body_of_section(discourse: Discourse, word: str, sentence: int) -> int | None:
    """Return the organisation that the heading above names, if a word can mean it."""
    topic = discourse.topics.get(discourse.sentences[sentence].block)
    if topic is None:
        return None
    kinds = set(discourse.words.describes.get(word, ()))
    types = set(discourse.chains[topic].types)
    return topic if kinds & (types or _BANDS) else None


def body_described(
    discourse: Discourse, word: str, sentence: int, token: int, *, armed: bool
) -> int | None:
    """Return the organisation of the last sentences that "the group" means.

    Among those of a fitting kind the most salient one; who spoke goes before who was
    spoken of, and only who is armed withdraws to the hills.

    Args:
        discourse: What is known so far.
        word: The noun.
        sentence: Index of its sentence.
        token: Its index there.
        armed: Whether it is said to bear arms: "the rebel group".
    """
    kinds = [
        kind
        for kind in discourse.words.describes.get(word, ())
        if kind != "government_body" and (not armed or kind in _ARMS)
    ]
    tree = discourse.sentences[sentence]
    capital = tree[token].text[:1].isupper()
    verb = tree[token].head if tree[token].deprel.startswith("nsubj") else -1
    fights = armed or (verb >= 0 and tree[verb].lemma in _FIGHTING)
    found: list[tuple[bool, float, int]] = []
    for referent in discourse.candidates(sentence, _REACH):
        draft = discourse.chains[referent.chain]
        if draft.schema is not Schema.ORGANIZATION or draft.members:
            continue
        if capital and not may_be_called(discourse, referent.chain, word):
            continue
        named = word in _words_of(draft)
        fitting = [place for place, kind in enumerate(kinds) if kind in draft.types]
        if not (named or fitting or (not draft.types and _BANDS & set(kinds))):
            continue
        points = discourse.salience(referent, sentence)
        points += _OF_KIND * bool(fitting) - _LESS * min(fitting, default=0)
        points += _NAMED * named + _SPOKE * _has_spoken(discourse, referent)
        bears = not draft.types or bool(_ARMS & set(draft.types))
        if armed and not bears:
            continue
        points += _ARMED * (fights and bears)
        if word != "party" and draft.types[:1] == ("party",):
            points /= 2
        found.append((bool(named or fitting), points, referent.chain))
    # Where a body of the kind was named, "the bloc" is none of no kind.
    return max(found)[2] if found else None


def _has_spoken(discourse: Discourse, referent: Referent) -> bool:
    """Tell whether somebody, or a spokesman of his, spoke where he was named last."""
    tree = discourse.sentences[referent.sentence]
    head = referent.heads[-1]
    for _ in range(3):
        token = tree[head]
        if token.head < 0:
            return False
        if token.deprel.startswith("nsubj"):
            return tree[token.head].lemma in discourse.words.person_verbs
        head = token.head
    return False


def body_of_state(discourse: Discourse, word: str) -> int | None:
    """Return the body that "the army" means: the only one named so far."""
    found = [
        chain
        for chain in discourse.recent
        if chain in discourse.reading.state_bodies
        and any(name.words[-1] == word for name in discourse.chains[chain].names)
    ]
    return found[0] if len(found) == 1 else None


def body_with(discourse: Discourse, word: str, after: int) -> int | None:
    """Return the last organisation whose name has a word, or of its kind."""
    kinds = set(discourse.words.describes.get(word, ())) - {"government_body"}
    by_kind: int | None = None
    of_no_kind: int | None = None
    for chain in reversed(discourse.recent):
        draft = discourse.chains[chain]
        if draft.schema is not Schema.ORGANIZATION or draft.members:
            continue
        if word in _words_of(draft):
            return chain
        if not may_be_called(discourse, chain, word):
            continue
        if by_kind is None and kinds & set(draft.types):
            by_kind = chain
        if of_no_kind is None and not draft.types and kinds & _BANDS:
            of_no_kind = chain
    for chain, draft in enumerate(discourse.chains):
        comes = draft.schema is Schema.ORGANIZATION and draft.first > after
        if comes and any(word in name.key.split() for name in draft.names):
            return chain
    if by_kind is None:
        by_kind = of_no_kind
    return by_kind if word not in {"ministry", "embassy", "court"} else None

"""Groups without a name that "they", "them" and "it" take up in the next sentence.

Chains hold whoever has a name or an office. "Miners marched on the capital. They
blocked the highway" has neither: the subject goes on as subject, whom something was
done to as whom something is done to.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from dragoman.data.tables import fold_key, given_names
from dragoman.extract.events.draft import Draft
from dragoman.extract.parties import parties_of_chain
from dragoman.model.annotation import Annotations, Mention, MentionKind, Schema
from dragoman.model.claim import Modality, Party
from dragoman.model.syntax import Sentence

_MANY = frozenset({"they", "them"})
# Bodies that act as one: "the junta ... it".
_BODIES = frozenset(
    {"army", "junta", "government", "ministry", "council", "court", "commission"}
    | {"parliament", "cabinet", "militia", "movement", "union", "party", "regime"}
    | {"authority", "committee", "navy", "group", "brigade", "company", "coalition"}
    | {"battalion", "federation", "administration", "military", "agency", "faction"}
)
_SEX = {"he": "m", "she": "f"}
_TELLING = frozenset(
    {"say", "add", "repeat", "reiterate", "insist", "declare", "announce", "claim"}
    | {"note", "promise", "deny", "admit", "acknowledge", "explain", "argue", "write"}
    | {"tweet", "hope", "suggest", "vow", "state", "confirm", "recall", "testify"}
)
# What takes two.
_MUTUAL = frozenset(
    {"meet", "talk", "speak", "confer", "sign", "agree", "discuss", "dine", "lunch"}
    | {"negotiate", "sit"}
)
_TWO = 2
_TOLD = frozenset({Modality.ASSERTED, Modality.PLANNED})


@dataclass(frozen=True, slots=True)
class Groups:
    """Who without a name acted in a sentence, and to whom it was done.

    Attributes:
        sentence: Index of the sentence.
        block: Index of its block.
        actors: Unnamed parties that acted.
        others: Unnamed parties on the other side.
        many: Whether those who acted are several.
        body: Whether one body acted.
    """

    sentence: int
    block: int
    actors: tuple[Party, ...]
    others: tuple[Party, ...]
    many: bool
    body: bool


def note_groups(
    tree: Sentence, sentence: int, found: Sequence[Draft], heads: Sequence[int]
) -> Groups | None:
    """Return the unnamed parties of the main event of a sentence.

    Args:
        tree: The sentence.
        sentence: Its index.
        found: Events that it tells.
        heads: Subjects of its main verb.
    """
    main = next(
        (d for d in found if d.head == tree.root and d.verbal and d.modality in _TOLD),
        None,
    )
    if main is None or not heads:
        return None
    actors = _unnamed(main, "actor")
    if len(actors) < sum(one.part == "actor" for one in main.participants):
        actors = ()  # one with a name among them: chains know him
    head = tree[heads[0]]
    many = head.tag in {"NNS", "NNPS"} or len(actors) > 1
    body = head.tag == "NN" and head.lemma.lower() in _BODIES
    return Groups(sentence, tree.block, actors, _unnamed(main, "recipient"), many, body)


def _unnamed(draft: Draft, part: str) -> tuple[Party, ...]:
    return tuple(
        one.party
        for one in draft.participants
        if one.part == part and one.party.entity is None
    )


def take_up(
    tree: Sentence, token: int, sentence: int, told: Groups | None
) -> tuple[Party, ...]:
    """Return who a pronoun takes up from the sentence before, if that is plain."""
    if told is None or sentence != told.sentence + 1 or tree.block != told.block:
        return ()
    word, relation = tree[token].text.lower(), tree[token].deprel
    if word in _MANY:
        if relation == "nsubj" and told.many:
            return told.actors
        if relation in {"obj", "nsubj:pass"}:
            return told.others or (told.actors if told.many else ())
        return ()
    return told.actors if told.body and relation == "nsubj" else ()


def find_pair(annotations: Annotations, sentence: int, token: int) -> tuple[Party, ...]:
    """Return A and B for "They met on Monday" behind "A waited for B".

    Two do what takes two; only where the sentence before names two people, no more.
    """
    tree = annotations.sentences[sentence]
    verb = tree[token].head
    last = sentence - 1
    if verb < 0 or last < 0 or tree[token].deprel != "nsubj":
        return ()
    if tree[token].text.lower() not in _MANY or tree[verb].lemma not in _MUTUAL:
        return ()
    if annotations.sentences[last].block != tree.block:
        return ()
    before = annotations.sentences[last]
    told = [
        mention
        for mention in annotations.mentions_by_sentence.get(last, ())
        if mention.schema is Schema.PERSON
    ]
    chains = dict.fromkeys(mention.chain for mention in told)
    parties = [party for one in chains for party in parties_of_chain(annotations, one)]
    several = any(before[one.head].tag in {"NNS", "NNPS"} for one in told)
    named = all(party.entity is not None for party in parties)
    return tuple(parties) if len(parties) == _TWO and named and not several else ()


def find_teller(annotations: Annotations, sentence: int, token: int) -> Mention | None:
    """Return Lee as "he" of "Lee said that he would go", whoever stands before.

    Not where somebody is told it, or where the name is one of the other sex.
    """
    tree = annotations.sentences[sentence]
    sex = _SEX.get(tree[token].text.lower())
    verb = tree[token].head
    if sex is None or verb < 0 or not tree[token].deprel.startswith("nsubj"):
        return None
    said = tree[verb].head
    if tree[verb].deprel != "ccomp" or tree[said].lemma.lower() not in _TELLING:
        return None
    if tree.children(said, "obj", "iobj") or said > token:
        return None
    subject = tree.child(said, "nsubj")
    mention = None if subject is None else annotations.mention_headed(sentence, subject)
    if mention is None or mention.kind is not MentionKind.NAME:
        return None
    chain = annotations.chain_by_id[mention.chain]
    first = fold_key((chain.name or "").partition(" ")[0])
    same = given_names().get(first, sex) == sex
    return mention if chain.schema is Schema.PERSON and same else None

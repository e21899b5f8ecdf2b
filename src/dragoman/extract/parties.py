"""From a noun phrase to the parties that it names or describes."""

from dragoman.model.annotation import Annotations, Mention, MentionKind, Schema
from dragoman.model.claim import Party
from dragoman.model.document import Document
from dragoman.model.syntax import Sentence
from dragoman.text.respect import BY_RESPECT

# What is cut from a description: relative clauses, appositions, coordination.
CUT = frozenset({"acl", "appos", "conj", "cc", "parataxis", "punct", "case"})

# Whoever stands behind these takes the same part.
ALONG = frozenset({"along with", "together with", "alongside"})
# Prepositions that tell what something is about, not who it is.
_ASIDE = frozenset(
    {"concerning", "regarding", "about", "on", "amid", "after", "before", "during"}
    | {"following", "as", "including", "such as", "despite", "over", "through", "via"}
)


# What somebody is called by.
_CALLING = frozenset({"know", "call", "name", "dub"})
# What opens a sentence, and is no part of who acts in it.
_FRONTED = frozenset({"on", "in", "at", "after", "before", "during"})
# Whoever asks in a transcript without being named.
QUESTIONER = Party(None, "the questioner")


def parties_of_chain(annotations: Annotations, chain_id: str) -> tuple[Party, ...]:
    """Return the parties behind a chain: its members, or the chain itself.

    A chain without a name (someone described but never named) becomes a party
    without entity, named by its first mention.
    """
    found: list[Party] = []
    for chain in annotations.expand(chain_id):
        if chain.name is not None:
            party = Party(chain.id, chain.name)
        else:
            mentions = annotations.mentions_by_chain.get(chain.id, [])
            described = [m for m in mentions if m.kind is not MentionKind.PRONOUN]
            if not described:
                continue
            party = Party(None, close_brackets(_without_day(annotations, described[0])))
        if party not in found:
            found.append(party)
    return tuple(found)


def close_brackets(text: str) -> str:
    """Return a description without a bracket that it opens and does not close.

    >>> close_brackets("the envoys of the League (Ana Ruiz of Chad")
    'the envoys of the League'
    """
    opened = text.rfind("(")
    return text[:opened].rstrip() if opened > 0 and ")" not in text[opened:] else text


def _without_day(annotations: Annotations, mention: Mention) -> str:
    """Return the words of a mention without the day behind it: "a bomber Friday"."""
    for time in annotations.times_in(mention.start + 1, mention.end):
        if time.end == mention.end:
            return mention.text[: time.start - mention.start].rstrip()
    return mention.text


def party_named(annotations: Annotations, name: str) -> Party:
    """Return the entity that bears a name, else a party that has only the name.

    A person is found by a longer name too: "former minister Ana Ruiz".
    """
    folded = name.casefold().removeprefix("the ")
    for chain in annotations.chains:
        if chain.name is None or chain.schema is Schema.PLACE:
            continue
        other = chain.name.casefold().removeprefix("the ")
        person = chain.schema is Schema.PERSON and " " in other
        if other == folded or (person and folded.endswith(f" {other}")):
            return Party(chain.id, chain.name)
    return Party(None, name)


def parties_at(
    document: Document, annotations: Annotations, sentence: int, token: int
) -> tuple[Party, ...]:
    """Return the parties of the noun phrase headed by a token, conjuncts included.

    Pronouns that could not be resolved yield nothing; other phrases without a
    mention become parties without entity, named by their words.
    """
    tree = annotations.sentences[sentence]
    found: list[Party] = []
    for head in tree.conjuncts(token):
        mention = mention_of(annotations, sentence, head)
        if mention is None:
            mention = _named_beside(annotations, sentence, head)
        if head != token and (_is_none(tree, head) or _is_same(tree, token, head)):
            continue  # "Ruiz, the chair, and no relation of the minister"
        if mention is not None:
            parties = parties_of_chain(annotations, mention.chain)
        elif tree[head].upos == "PRON":
            parties = ()
        else:
            parties = (Party(None, describe(document, tree, head)),)
        found.extend(party for party in parties if party not in found)
    return tuple(found)


def mention_of(annotations: Annotations, sentence: int, head: int) -> Mention | None:
    """Return the mention that a phrase is, or the body that it says it is called."""
    own = annotations.mention_headed(sentence, head)
    if own is not None and own.kind is MentionKind.NAME:
        return own
    return (
        _named_as(annotations, sentence, head)
        or _respected(annotations, sentence, head)
        or own
    )


def _respected(annotations: Annotations, sentence: int, head: int) -> Mention | None:
    """Return whose office stands behind the respect: "His Highness the Emir"."""
    tree = annotations.sentences[sentence]
    if tree[head].lemma.lower() not in BY_RESPECT:
        return None
    for child in tree.children(head, "appos"):
        mention = annotations.mention_headed(sentence, child)
        if mention is not None and mention.schema is Schema.PERSON:
            return mention
    return None


def _named_as(annotations: Annotations, sentence: int, head: int) -> Mention | None:
    """Return the body that "the electoral authority, known as X" is."""
    tree = annotations.sentences[sentence]
    if tree[head].upos != "NOUN":
        return None
    for clause in tree.children(head, "acl"):
        if tree[clause].tag != "VBN" or tree[clause].lemma not in _CALLING:
            continue
        for child in tree.children(clause, "obl", "xcomp", "obj"):
            mention = annotations.mention_headed(sentence, child)
            if mention is None or mention.schema is not Schema.ORGANIZATION:
                continue
            if tree.case_of(child) in {"", "as"} and mention.kind is MentionKind.NAME:
                return mention
    return None


def _named_beside(annotations: Annotations, sentence: int, head: int) -> Mention | None:
    """Return the body or state set beside what it is: "its ally, the Front"."""
    tree = annotations.sentences[sentence]
    if tree[head].upos != "NOUN":
        return None
    for child in tree.children(head, "appos"):
        mention = annotations.mention_headed(sentence, child)
        if mention is None or mention.kind is not MentionKind.NAME:
            continue
        owned = tree.child(head, "nmod:poss") is not None
        land = mention.schema is Schema.PLACE and owned
        if mention.schema is Schema.ORGANIZATION or land:
            return mention
    return None


def _is_none(tree: Sentence, head: int) -> bool:
    return any(tree[c].text.lower() == "no" for c in tree.children(head, "det"))


def _is_same(tree: Sentence, token: int, head: int) -> bool:
    """Tell a second description of one: "a blogger and journalist".

    So is that of "Ruiz, a professor of law and the editor of a journal", with no comma
    before its "and".
    """
    if tree[head].tag != "NN" or head < token:
        return False
    articles = {tree[c].small for c in tree.children(token, "det")}
    if tree[token].tag == "NN":
        alone = tree.child(head, "det", "nmod:poss", "amod") is None
        return alone and bool(articles & {"a", "an"})
    beside = [c for c in tree.children(token, "appos") if token < c < head]
    link = tree.child(head, "cc")
    if not beside or link is None or tree[token].upos != "PROPN":
        return False
    return tree[beside[-1]].tag == "NN" and tree[link - 1].text != ","


def describe(document: Document, tree: Sentence, head: int) -> str:
    """Return the words of a noun phrase up to what only adds to it.

    "Israeli media concerning the raid, known as ..." is "Israeli media".
    """
    start, end = tree.extent(head, without=CUT)
    start = max(start, _behind_fronted(tree, head))
    for child in tree.children(head, "nmod", "obl"):
        if tree.case_of(child) in _ASIDE:
            first = tree[tree.subtree(child)[0]].start
            end = min(end, max(first, tree[head].end))
    return document.text[start:end].strip(" ,;:–—-")


def _behind_fronted(tree: Sentence, head: int) -> int:
    """Return where a phrase begins behind "on April 8," that was hung on it."""
    fronted = [
        child
        for child in tree.children(head, "nmod", "obl")
        if child < head and tree.case_of(child) in _FRONTED
    ]
    article = tree.child(head, "det")
    adverbs = [c for c in tree.children(head, "advmod") if article and c < article]
    if adverbs and article is not None:
        return tree[article].start  # "even after a court": hung on the court
    return tree[tree.subtree(fronted[-1])[-1]].end + 1 if fronted else 0

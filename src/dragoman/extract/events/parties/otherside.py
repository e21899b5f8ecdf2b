"""Who else takes part, told by what stands beside the deed.

Whoever acts "in step with Chad" or is arrested "along with his brother"; the addressee
of the letter that demands; the creditors "under pressure from" whom a tax is dropped;
Chad, whose "move" others condemn; the host at whose invitation somebody comes.
"""

from collections.abc import Iterator, Mapping

from dragoman.extract.clauses.asked import asked_of
from dragoman.extract.clauses.clause import WRITINGS, Clause, clause_head, find_subjects
from dragoman.extract.clauses.obliques import find_obliques
from dragoman.extract.events.draft import Filled
from dragoman.extract.events.parties.parties import PartyReader
from dragoman.extract.events.triggers.triggers import Match
from dragoman.extract.parties import ALONG
from dragoman.model.claim import Party
from dragoman.model.syntax import Sentence

_STEP = frozenset(
    {"step", "concert", "coordination", "tandem", "conjunction", "cooperation"}
    | {"collaboration", "league", "alliance", "association", "partnership", "union"}
)
_JOINTLY = frozenset({"jointly", "together", "along"})
_WRITTEN = frozenset({"in", "with", "by", "through"})
_DEEDS = frozenset({"move", "step", "decision", "gesture", "measure", "act", "action"})
_APPOSED = frozenset({"appos", "parataxis", "obl:unmarked", "conj", "dep", "nmod"})
# What makes somebody give in.
_PRESSURE = frozenset(
    {"pressure", "demand", "protest", "strike", "outcry", "criticism", "ultimatum"}
    | {"threat", "insistence", "objection", "backlash", "complaint", "boycott", "plea"}
)
_UNDER = frozenset(
    {"under", "amid", "after", "following", "to", "at", "in the face of", "because of"}
    | {"in response to", "due to"}
)
_YIELDS = frozenset({"bow", "yield", "cave", "bend", "respond", "accede", "give"})
# What somebody offers, asks or says, and others take or refuse: "refused his money".
_MATTERS = frozenset(
    {"money", "offer", "proposal", "demand", "resignation", "apology", "remark", "plea"}
    | {"request", "appeal", "claim", "invitation", "plan", "call", "decision", "stance"}
    | {"comment", "statement", "account", "version", "term", "condition", "courage"}
    | {"conduct", "leadership", "policy", "candidacy", "bid", "accusation", "word"}
)
_ANSWERS = frozenset({"REJECT", "CONCEDE", "SUPPORT", "ACCUSE"})
_WHOSE = frozenset({"of", "from", "by", "among"})


def add_other_side(
    reader: PartyReader, sentence: int, match: Match, filled: Filled
) -> None:
    """Add whom the phrases around a deed name as part of it.

    Args:
        reader: Reads parties.
        sentence: Index of the sentence.
        match: The trigger.
        filled: Its frame so far, added to.
    """
    tree = reader.annotations.sentences[sentence]
    clause, kind = match.clause, match.trigger.type
    if clause is None:
        return
    for token, part in _beside(tree, clause, match):
        _add(reader, sentence, token, part, filled)
    if any(one.part == "recipient" for one in filled.participants):
        return
    verb = match.trigger.frame.verb
    for token in _against(tree, clause, kind, verb):
        _add(reader, sentence, token, "recipient", filled)
    if kind in _ANSWERS:
        told = _of_pronoun(reader, sentence, clause)
        for party in told or _answered(reader, sentence, clause, filled):
            filled.add(party, "recipient")


def _beside(tree: Sentence, clause: Clause, match: Match) -> Iterator[tuple[int, str]]:
    """Yield who takes part besides, whoever else does."""
    kind = match.trigger.type
    if kind not in {"CONSULT", "AGREE"}:
        yield from _along(tree, clause)
    if kind == "REQUEST":
        yield from ((token, "recipient") for token in _second_asked(tree, clause))
    if match.trigger.mode == "visit":
        yield from ((token, "recipient") for token in _hosts(tree, clause))


def _against(
    tree: Sentence, clause: Clause, kind: str, verb: Mapping[str, str]
) -> Iterator[int]:
    """Yield the other side of a deed that names none."""
    if "complement" in verb:
        yield from _addressees(tree, clause)
    if "complement" in verb or verb.get("object") == "recipient":
        yield from _whose_deed(tree, clause)
    if kind == "CONCEDE":
        yield from _pressing(tree, clause)


def _add(
    reader: PartyReader, sentence: int, token: int, part: str, filled: Filled
) -> None:
    parties = reader.read(sentence, token, "party")
    for party in parties:
        filled.add(party, part)
    if parties:
        filled.tokens.append((token, part))


def _along(tree: Sentence, clause: Clause) -> Iterator[tuple[int, str]]:
    """Yield who does or undergoes it as well, each with his part.

    "Chad, in step with Mali, closed the border"; "arrested the poet along with Lee".
    """
    for head in (clause.verb, *clause.subjects):
        for noun in tree.children(head, "obl", "nmod"):
            if tree.case_of(noun) == "in" and tree[noun].lemma.lower() in _STEP:
                yield from ((child, "actor") for child in _with(tree, noun))
        for adverb in tree.children(head, "advmod"):
            if tree[adverb].text.lower() in _JOINTLY:
                for child in _with(tree, adverb):
                    yield child, _part_of(tree, clause, child)
    for one in clause.obliques:
        if one.case in ALONG:
            yield one.token, _part_of(tree, clause, one.token)


def _with(tree: Sentence, head: int) -> Iterator[int]:
    for child in tree.children(head, "nmod", "obl"):
        if tree.case_of(child) == "with" and child > head:
            yield child


def _part_of(tree: Sentence, clause: Clause, token: int) -> str:
    """Return the part of who comes along: that of whom it stands behind.

    "Prosecuted the case along with fellow prosecutor Lee": they act together.
    """
    beside = tree.children(token, "amod", "compound")
    if any(tree[one].lemma.lower() in {"fellow", "colleague"} for one in beside):
        return "actor"
    if clause.passive:
        return "recipient"
    done_to = any(clause.verb < hit < token for hit in clause.objects)
    return "recipient" if done_to and token > clause.verb else "actor"


def _second_asked(tree: Sentence, clause: Clause) -> Iterator[int]:
    """Yield Mali of "called on Chad to leave and on Mali to stay"."""
    lemma = tree[clause.verb].lemma.lower()
    if lemma not in {"call", "appeal", "plead"}:
        return
    for token in range(clause.verb + 1, len(tree)):
        told = tree[token].deprel == "conj" and tree.child(token, "acl") is not None
        if told and asked_of(tree, token):
            yield token


def _hosts(tree: Sentence, clause: Clause) -> Iterator[int]:
    """Yield at whose invitation somebody comes."""
    for one in clause.obliques:
        if one.case in {"at", "on"} and tree[one.token].lemma == "invitation":
            yield from _owners(tree, one.token)


def _addressees(tree: Sentence, clause: Clause) -> Iterator[int]:
    """Yield to whom the letter goes that demands, condemns or thanks.

    "Handed him a note condemning it"; "in a letter to the court, the union demanded".
    """
    verb = clause.verb
    noun = tree[verb].head
    if tree[verb].deprel == "acl" and tree[noun].lemma.lower() in WRITINGS:
        sender = tree[noun].head
        yield from _sent_to(tree, noun)
        if tree[noun].deprel == "obj" and sender >= 0:
            yield from tree.children(sender, "iobj")
            yield from (o.token for o in find_obliques(tree, sender) if o.case == "to")
        return
    for one in clause.obliques:
        if one.case in _WRITTEN and tree[one.token].lemma.lower() in WRITINGS:
            yield from _sent_to(tree, one.token)


def _sent_to(tree: Sentence, writing: int) -> Iterator[int]:
    yield from (o.token for o in find_obliques(tree, writing) if o.case == "to")


def _whose_deed(tree: Sentence, clause: Clause) -> Iterator[int]:
    """Yield who did what "a move condemned by Chad" speaks of: the clause before it."""
    for noun in clause.objects:
        beside = tree[noun].deprel in _APPOSED and not tree.case_of(noun)
        if not beside or tree[noun].lemma.lower() not in _DEEDS:
            continue
        if tree.child(noun, "nmod:poss", "nmod") is not None or tree[noun].head < 0:
            continue
        above = clause_head(tree, tree[noun].head)
        if above < noun:
            yield from find_subjects(tree, above)


def _of_pronoun(
    reader: PartyReader, sentence: int, clause: Clause
) -> tuple[Party, ...]:
    """Return whose the thing is in "refused his money"."""
    tree = reader.annotations.sentences[sentence]
    for noun in clause.objects:
        if tree[noun].lemma.lower() not in _MATTERS:
            continue
        own = tree.child(noun, "nmod:poss")
        if own is not None and tree[own].text.lower() in {"his", "her"}:
            found = reader.read_one(sentence, own, "party")
            if found:
                return found
    return ()


def _answered(
    reader: PartyReader, sentence: int, clause: Clause, filled: Filled
) -> tuple[Party, ...]:
    """Return whose the offer, charge or raid is that was told before."""
    answering = [one.party for one in filled.participants]
    if reader.answers is None or not answering:
        return ()
    for noun in clause.objects:
        found = reader.answers.whose(sentence, noun, answering)
        if found:
            return found
    return ()


def _pressing(tree: Sentence, clause: Clause) -> Iterator[int]:
    """Yield to whom somebody gives in: "under pressure from the creditors"."""
    heads = [clause.verb]
    heads += [
        child
        for child in tree.children(clause.verb, "advcl")
        if tree[child].lemma.lower() in _YIELDS and tree[child].tag == "VBG"
    ]
    for head in heads:
        for one in find_obliques(tree, head):
            if one.case in _UNDER and tree[one.token].lemma.lower() in _PRESSURE:
                yield from _owners(tree, one.token)


def _owners(tree: Sentence, noun: int) -> Iterator[int]:
    yield from (c for c in tree.children(noun, "nmod:poss"))
    yield from (o.token for o in find_obliques(tree, noun) if o.case in _WHOSE)

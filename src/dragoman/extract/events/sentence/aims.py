"""Whom an act by words is aimed at, where no phrase of its own names the other side."""

from collections.abc import Collection, Iterator

from dragoman.data.tables import demonyms, fold_key
from dragoman.extract.events.draft import Filled
from dragoman.extract.events.parties.nations import find_state
from dragoman.extract.events.setting.settings import LOCATIVES, SettingReader
from dragoman.extract.events.triggers.sources import is_craft
from dragoman.extract.events.triggers.triggers import Match
from dragoman.model.annotation import MentionKind, Schema
from dragoman.model.claim import Party
from dragoman.model.syntax import DASHES, Sentence
from dragoman.text.governors import is_none

# What a verb of saying opens: its clause, its object, its phrases.
_CONTENT = ("ccomp", "xcomp", "obj", "obl", "advcl", "acl", "nmod")
_ASIDE = LOCATIVES - {"on", "over"} | frozenset(
    {"despite", "during", "after", "before", "since", "until", "following", "as"}
    | {"amid", "by", "under", "through", "throughout", "because of", "according to"}
    | {"ahead of", "like", "unlike", "without"}
)
_RELATIVES = frozenset({"acl:relcl", "parataxis"})
_SENT = frozenset({"peacekeeper", "observer", "monitor", "ambassador", "envoy"})
_HARMS = frozenset(
    {"arrest", "detention", "killing", "murder", "abduction", "kidnapping", "jailing"}
    | {"assassination", "execution", "imprisonment", "shelling", "bombing", "attack"}
    | {"raid", "assault", "expulsion", "deportation", "closure", "strike", "beating"}
    | {"release", "freeing", "liberation", "repatriation", "freedom"}
)
# Of these somebody's own are what he suffers, unless it is told of whom.
_SUFFERED = _HARMS - {"raid", "assault", "strike", "attack", "bombing", "shelling"}
# Frames of what somebody is to do himself: whom it is done to or with stands beside it,
# and whoever else is named takes no part ("promised calm until the boy is back").
_OWN_TO_DO = frozenset({"promise", "accord"})
_PARTNERS = frozenset({"to", "with", "for", "of", "from", "on", "against"})
_DEEDS = ("xcomp", "ccomp", "acl")
_MOVES = frozenset(
    {"return", "trip", "travel", "move", "transfer", "flight", "journey", "go", "come"}
    | {"repatriation", "deportation", "delivery", "import", "export", "passage"}
    | {"fly", "deport", "repatriate", "expulsion", "eviction", "evacuation"}
    | {"relocation", "resettlement", "extradition", "invitation", "visit"}
)
# What opens a clause that only tells when or why.
_ASIDE_MARKS = frozenset(
    {"as", "because", "when", "while", "since", "after", "before", "if", "unless"}
    | {"although", "though", "until", "where", "whereas", "once", "so"}
)
_OPPOSING = frozenset({"protest", "opposition", "defiance"})


class AimReader:
    """Finds the other side in what is said."""

    def __init__(self, settings: SettingReader) -> None:
        self._settings = settings
        self._reader = settings.reader
        self._annotations = settings.annotations

    def aim(self, sentence: int, match: Match, part: str, filled: Filled) -> None:
        """Find the other side in what is said: "demanded that Chad withdraw".

        The first party in the clause or phrase that a word opens, who is not the one
        who says it; a state by its adjective too ("rejected the Chadian offer").
        """
        told = [one.part for one in filled.participants]
        if part in told or (match.trigger.frame.name == "accord" and len(told) > 1):
            return  # "A and B agreed to": they agreed with each other
        if match.trigger.type == "REQUEST" and asks_somebody(
            self._annotations.sentences[sentence], match.head
        ):
            return  # "asked the crowd to greet Lee": the crowd, whoever it is
        known = {one.party for one in filled.participants}
        tree = self._annotations.sentences[sentence]
        # "a rally by the Front's youth wing": whose those are who act
        acting = [head for head, played in filled.tokens if played == "actor"]
        whose = {one for head in acting for one in _find_owners(tree, head)}
        for token in self._told_words(sentence, match):
            if token in whose:
                continue
            for party in self.aimed_at(sentence, token):
                if party not in known:
                    filled.add(party, part)
                    filled.tokens.append((token, part))
                    return

    def _told_words(self, sentence: int, match: Match) -> Iterator[int]:
        """Yield the words of what is said in which the other side may stand."""
        tree = self._annotations.sentences[sentence]
        heads = [match.head] if match.noun is None else [match.head, match.noun]
        blaming = match.trigger.type in {"ACCUSE", "REQUEST"}
        for head in heads:
            for child in tree.children(head, *_CONTENT):
                if _is_aside(tree, head, child):
                    continue
                if is_to_be_done(tree, child):
                    yield from tree.children(child, "obl:agent")
                    continue  # "demanded that Lee be freed": nobody asks it of Lee
                case = tree.case_of(child)
                by = case == "by" and tree[head].tag != "VBN"
                against = tree[child].lemma.lower() in _OPPOSING and case == "in"
                if case in _ASIDE and not by and not against:
                    continue
                if match.trigger.frame.name in _OWN_TO_DO:
                    matter = self._is_matter(match, case)
                    found = _find_partners(tree, child)
                    yield from (
                        one
                        for one in found
                        if not (_is_whither(tree, one) or (matter and one == child))
                    )
                    continue
                for token in tree.subtree(child, without=_RELATIVES):
                    inner = _case_of_row(tree, token) if token != child else ""
                    matter = token == child and self._is_matter(match, case)
                    aside = inner in LOCATIVES - {"on"} or matter
                    people = self._reader.words["people"]
                    aside = aside or (blaming and _is_struck(tree, token, child))
                    if not aside and not is_beside(tree, token, people):
                        yield token

    def _is_matter(self, match: Match, case: str) -> bool:
        """Tell whether a phrase is what is agreed: "agreed to a commission"."""
        return match.trigger.frame.name == "accord" and case in {"to", "on"}

    def aimed_at(self, sentence: int, token: int) -> tuple[Party, ...]:
        """Return the party that a word of what is said stands for, if any."""
        tree = self._annotations.sentences[sentence]
        word = tree[token]
        if word.upos not in {"NOUN", "PROPN", "ADJ", "NUM"} or is_none(tree, token):
            return ()
        if self._settings.inside_time(sentence, token):
            return ()
        mention = self._annotations.mention_headed(sentence, token)
        inside = word.deprel in {"amod", "compound"}
        lemma = word.lemma.lower()
        own_forces = lemma in self._reader.words["forces"] or lemma in _SENT
        named = mention is not None and mention.kind is MentionKind.NAME
        own_forces = own_forces or is_craft(lemma)
        if own_forces and word.deprel == "obj" and not named:
            return ()  # "pledged to send troops to Haiti"
        if inside and mention is not None and mention.schema is Schema.PLACE:
            # "at the Dervan bridge": where; "the Chadian offer": whose.
            return self._by_adjective(sentence, token)
        person = lemma in self._reader.words["people"] and not inside
        own = tree.child(token, "nmod:poss")
        if person and own is not None and tree[own].upos == "PRON":
            return ()  # "its staff": one's own people are not the other side
        nation = word.tag == "NNPS" and fold_key(word.text.rstrip("s")) in demonyms()
        if mention is not None or person or nation:
            return self._reader.read_one(sentence, token, "party")
        if inside and word.text[:1].isupper():
            return self._by_adjective(sentence, token)
        return ()

    def _by_adjective(self, sentence: int, token: int) -> tuple[Party, ...]:
        """Return who "Chadian" stands for: its noun if that is people, or the state."""
        tree = self._annotations.sentences[sentence]
        code = demonyms().get(fold_key(tree[token].text))
        if code is None or (token and tree[token - 1].text in DASHES):
            return ()  # "the Pan-American Highway"
        noun = tree[token].head
        if tree[noun].lemma.lower() in self._reader.words["people"]:
            return self._reader.read_one(sentence, noun, "party")
        return (find_state(self._annotations, code),)


def _is_struck(tree: Sentence, token: int, top: int) -> bool:
    """Tell whether a word of a phrase is where a blow fell: "the attack on Gao".

    Args:
        tree: The sentence.
        token: The word.
        top: Head of the phrase.
    """
    while token != top and tree[token].head >= 0:
        above = tree[token].head
        if tree[above].lemma.lower() in _HARMS and tree[token].deprel == "nmod":
            return tree.case_of(token) in {"on", "against", "at", "near"}
        token = above
    return False


def _find_owners(tree: Sentence, head: int) -> Iterator[int]:
    """Yield whose somebody is: "the Front's wing", "supporters of the Front"."""
    for child in tree.children(head, "nmod:poss", "nmod", "compound"):
        if tree.case_of(child) in {"", "of"}:
            yield child


def _find_partners(tree: Sentence, child: int) -> Iterator[int]:
    """Yield to or with whom it is to be done: "offered to help Chad"."""
    if tree[child].deprel not in _DEEDS:
        yield from _find_named(tree, child)
        return
    yield from tree.children(child, "nsubj", "nsubj:pass", "iobj")
    for noun in tree.children(child, "obj", "obl"):
        yield from _find_named(tree, noun)
    for deeper in tree.children(child, *_DEEDS, "conj"):
        yield from _find_partners(tree, deeper)


def _find_named(tree: Sentence, noun: int) -> Iterator[int]:
    """Yield who is named by a phrase: "its costs for Chad", "talks with Chad"."""
    if tree[noun].deprel in {"obl", "nmod"} and tree.case_of(noun) not in _PARTNERS:
        return
    yield from tree.children(noun, "nmod:poss", "amod", "compound")
    yield from tree.conjuncts(noun)
    for inner in tree.children(noun, "nmod"):
        yield from _find_named(tree, inner)


def asks_somebody(tree: Sentence, verb: int) -> bool:
    """Tell whether a verb says by its object of whom something is asked."""
    return any(
        tree[clause].tag == "VB" and any(verb < o < clause for o in objects)
        for objects in [tree.children(verb, "obj", "iobj")]
        for clause in tree.children(verb, "xcomp")
    )


def _is_aside(tree: Sentence, head: int, child: int) -> bool:
    """Tell "condemned the attack, as did Chad", "because of it", and who undergoes it.

    As in "called for Lee to be freed".
    """
    if tree[child].deprel == "advcl":
        return (
            child < head
            or tree[child].lemma == "do"
            or _tells_of_another(tree, child)
            or not _ASIDE_MARKS.isdisjoint(_marks(tree, child))
        )
    return tree.case_of(child) == "for" and any(
        is_to_be_done(tree, one) for one in tree.children(head, "xcomp")
    )


def _tells_of_another(tree: Sentence, clause: int) -> bool:
    """Tell "led by the Union, whose head, Lee, forbade flags" wherever it hangs."""
    return any(
        tree[one].tag == "WP$"
        for subject in tree.children(clause, "nsubj", "nsubj:pass")
        for one in tree.children(subject, "nmod:poss")
    )


def _marks(tree: Sentence, clause: int) -> set[str]:
    return {tree[one].text.lower() for one in tree.children(clause, "mark", "advmod")}


def _is_whither(tree: Sentence, token: int) -> bool:
    """Tell where somebody goes: "opposed his return to Chad", "agreed to visit it"."""
    first = token
    while tree[first].deprel in {"conj", "compound", "flat"} and tree[first].head >= 0:
        first = tree[first].head
    above = tree[first].head
    if above < 0 or tree[above].lemma.lower() not in _MOVES:
        return False
    if tree[above].lemma == "visit" and tree[first].deprel == "obj":
        return True
    whence = "to" if tree[above].lemma == "invitation" else "from"
    return tree.case_of(first) in {"to", "into", whence}


def _case_of_row(tree: Sentence, token: int) -> str:
    """Return the preposition of a phrase, that of the first of a row: "in A and B"."""
    first = token
    while tree[first].deprel == "conj" and not tree.case_of(first):
        first = tree[first].head
    return tree.case_of(first)


def is_to_be_done(tree: Sentence, clause: int) -> bool:
    """Tell "that he be freed" and "to be freed", which somebody undergoes."""
    return (
        tree[clause].deprel in {"xcomp", "ccomp"}
        and tree.is_passive(clause)
        and any(
            tree[aux].text.lower() == "be"
            for aux in tree.children(clause, "aux:pass", "aux")
        )
    )


def is_beside(tree: Sentence, token: int, people: Collection[str]) -> bool:
    """Tell who is in what is said without being its other side.

    Who suffered what is condemned, where somebody goes to or is from, who is to be
    freed.

    Args:
        tree: The sentence.
        token: Head of the phrase.
        people: Base forms of nouns that are people.
    """
    if is_harmed(tree, token) or _is_whither(tree, token):
        return True
    above = tree[token].head
    origin = above >= 0 and tree.case_of(token) == "from"
    if origin and tree[above].lemma.lower() in people:
        return True
    undergone = tree[token].deprel == "nsubj:pass" or tree[token].deprel == "obj"
    return undergone and above >= 0 and is_to_be_done(tree, above)


def is_harmed(tree: Sentence, token: int) -> bool:
    """Tell who suffered in "condemned the arrest of Lee": nobody is blamed for that."""
    first = token
    while tree[first].deprel in {"compound", "conj", "flat", "amod", "appos"} or (
        tree[first].deprel == "nmod:poss"
        and tree[tree[first].head].lemma.lower() not in _HARMS
    ):
        first = tree[first].head
    above = tree[first].head
    if above < 0:
        return False
    noun = tree[above].lemma.lower()
    if tree[first].deprel == "nmod:poss":
        told = any(tree.case_of(c) == "of" for c in tree.children(above, "nmod"))
        return noun in _SUFFERED and not told
    harmed = tree[first].deprel == "nmod" and tree.case_of(first) in {"of", "on"}
    return harmed and noun in _HARMS


def is_spared(tree: Sentence, match: Match, token: int) -> bool:
    """Tell who is to be freed in "demanded the release of Lee": nobody asks it of Lee.

    The same for who is to be arrested.
    """
    return match.trigger.type == "REQUEST" and is_harmed(tree, token)


def asks_for_deed(tree: Sentence, match: Match) -> bool:
    """Tell whether something is asked for that befalls somebody, of whom is open.

    "demanded that Lee be freed", "called for the release of Lee".
    """
    if match.trigger.type != "REQUEST":
        return False
    noun = match.noun
    return any(
        is_to_be_done(tree, one) for one in tree.children(match.head, "xcomp", "ccomp")
    ) or (noun is not None and tree[noun].lemma.lower() in _HARMS)

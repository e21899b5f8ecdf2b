"""Words that tell an event only of the right things: no album is set free.

"Released" tells of captives and of films, "trained" of soldiers and of musicians,
"demonstrated" of crowds and of programs. What it is done to, or by whom, decides.
"""

from dragoman.extract.events.draft import Filled
from dragoman.extract.events.triggers.quantities import parse_number
from dragoman.extract.events.triggers.triggers import Match
from dragoman.model.annotation import Annotations, Schema
from dragoman.model.claim import Party
from dragoman.model.syntax import Sentence, Token
from dragoman.schema.loader import EventOntology
from dragoman.text.governors import is_none

# What a work comes out as or on: "released as a single", "on vinyl".
_EDITIONS = frozenset(
    {"album", "single", "dvd", "vinyl", "cd", "cassette", "video", "download", "label"}
    | {"upgrade", "update", "disc", "blu-ray", "paperback", "hardcover", "version"}
    | {"film", "movie", "soundtrack", "ep", "theater", "theatre", "cinema", "platform"}
)
_PUT_OUT = frozenset({"as", "on", "under", "in", "to", "for"})
# Plans that a firm has for itself bind nobody else.
_OWN_PLANS = frozenset(
    {"plan", "program", "programme", "statement", "text", "document"}
)
_FIRMS = frozenset(
    {"company", "firm", "board", "maker", "carmaker", "retailer", "bank"}
)
# Money for these is a price.
_SHARES = frozenset({"share", "stock", "stake", "dividend", "bond", "shareholder"})
# Officers who command nobody: "a chief executive officer".
_OF_FIRMS = frozenset(
    {"executive", "financial", "operating", "technology", "information", "marketing"}
    | {"compliance", "investment", "probation", "loan", "press", "welfare", "returning"}
)
_MARKETS = frozenset({"market", "exchange"})
_WARDS = frozenset({"hospital", "clinic", "ward"})
_CELLS = frozenset(
    {"prison", "jail", "custody", "detention", "police", "captor", "hostage", "arrest"}
    | {"prisoner", "detainee", "kidnap", "abduct", "detain", "court", "bail", "militia"}
)
# What is met without a meeting.
_MET = frozenset(
    {"expectation", "duty", "deadline", "demand", "need", "standard", "requirement"}
    | {"target", "goal", "criterion", "criteria", "condition", "challenge", "cost"}
    | {"obligation", "quota", "resistance", "opposition", "fate", "death", "end"}
    | {"commitment", "threshold", "test", "promise", "payment", "approval", "success"}
)
_LIKE = frozenset({"word", "lauding", "reaping"})
_SAT = frozenset({"meeting", "host"})


class Senses:
    """Tells the senses of triggers in one document."""

    def __init__(self, annotations: Annotations, ontology: EventOntology) -> None:
        self._chains = annotations.chain_by_id
        self._words = ontology.words

    def differs(self, tree: Sentence, match: Match, filled: Filled) -> bool:
        """Tell whether a trigger means something else of what it is told of.

        Args:
            tree: Sentence.
            match: The trigger.
            filled: Who was found in its frame.
        """
        trigger, clause = match.trigger, match.clause
        if trigger.frame.name == "free":
            return self._is_put_out(tree, match, filled)
        if trigger.frame.name in _SAT and self._is_of_thing(tree, match, filled):
            return True
        if trigger.lemma == "demonstrate" and clause is not None:
            shown = tree.child(match.head, "ccomp") is not None
            return shown or any(not _is_time(tree, one) for one in clause.objects)
        if trigger.type == "COOPERATE" and trigger.lemma == "train":
            return not self._is_drill(tree, filled)
        if trigger.type == "SUPPORT":
            return _is_mere_fame(match, filled) or _is_spokesman(tree, match)
        if trigger.type == "AGREE" and match.noun is not None:
            return self._is_own_plan(tree, match.noun, filled)
        if trigger.type == "AID":
            return _is_of_shares(tree)
        if trigger.type == "MOBILIZE" and match.noun is not None:
            return _is_clerk(tree, match.noun)
        if trigger.pattern == "close =facility" and match.noun is not None:
            return tree[match.noun].lemma.lower() in _MARKETS and _is_of_money(
                tree, match.noun
            )
        return False

    def _is_put_out(self, tree: Sentence, match: Match, filled: Filled) -> bool:
        """Tell whether what is released is a work, a figure or a product."""
        clause = match.clause
        if clause is not None and any(
            one.case in _PUT_OUT and tree[one.token].lemma.lower() in _EDITIONS
            for one in clause.obliques
        ):
            return True
        if match.trigger.lemma != "release":
            return False
        if not _WARDS.isdisjoint(tree.lemmas) and _CELLS.isdisjoint(tree.lemmas):
            return True  # "was taken to hospital and released in the evening"
        freed = [one for one in filled.participants if one.part == "recipient"]
        filled.participants = [
            one
            for one in filled.participants
            if one.part != "recipient" or not self._is_body(one.party)
        ]
        heads = [tree[t] for t, part in filled.tokens if part == "recipient"]
        if freed:
            left = [one for one in filled.participants if one.part == "recipient"]
            product = all(map(_is_product, heads)) and all(
                one.party.entity is None for one in left
            )
            return not left or product
        if clause is None:
            return False
        return any(
            tree[one].upos in {"NOUN", "PROPN"} and not is_none(tree, one)
            for one in clause.objects
        )

    def _is_body(self, party: Party) -> bool:
        chain = self._chains.get(party.entity or "")
        return chain is not None and chain.schema in {Schema.ORGANIZATION, Schema.WORK}

    def _is_of_thing(self, tree: Sentence, match: Match, filled: Filled) -> bool:
        """Tell whether what is met is a duty: "to meet the expectations"."""
        clause = match.clause
        if clause is None or match.noun is not None or not clause.objects:
            return False
        met = any(one.part == "recipient" for one in filled.participants)
        return not met and any(
            tree[token].lemma.lower() in _MET for token in clause.objects
        )

    def _is_drill(self, tree: Sentence, filled: Filled) -> bool:
        """Tell whether forces, or those of a state or body, are trained."""
        armed = self._words["forces"] | {"recruit", "cadet", "pilot", "army", "militia"}
        if any(
            tree[token].lemma.lower() in armed
            for token, part in filled.tokens
            if part == "recipient"
        ):
            return True
        return bool(filled.participants) and all(
            (chain := self._chains.get(one.party.entity or "")) is not None
            and chain.schema is not Schema.PERSON
            for one in filled.participants
        )

    def _is_own_plan(self, tree: Sentence, noun: int, filled: Filled) -> bool:
        """Tell whether a firm has adopted a plan of its own."""
        if tree[noun].lemma.lower() not in _OWN_PLANS or len(filled.participants) > 1:
            return False
        return any(self._is_firm(one.party) for one in filled.participants)

    def _is_firm(self, party: Party) -> bool:
        chain = self._chains.get(party.entity or "")
        if chain is not None:
            return "company" in chain.types
        return party.name.lower().rpartition(" ")[2] in _FIRMS


def _is_product(word: Token) -> bool:
    """Tell whether a noun that is no known name is one of a thing: no "Gao Nine"."""
    counted = word.text.isalpha() and parse_number([word.text.lower()]) is not None
    return word.upos == "PROPN" and not counted


def _is_time(tree: Sentence, token: int) -> bool:
    return tree[token].entity.endswith(("DATE", "TIME"))


def _is_mere_fame(match: Match, filled: Filled) -> bool:
    """Tell whether nobody is named who praises: "is credited with the reforms"."""
    return match.trigger.frame.name in _LIKE and not any(
        one.part == "actor" for one in filled.participants
    )


def _is_spokesman(tree: Sentence, match: Match) -> bool:
    """Tell who speaks for somebody from who speaks out for him."""
    return match.trigger.pattern == "speak ~for" and tree[match.head].tag == "VBG"


def _is_clerk(tree: Sentence, noun: int) -> bool:
    return tree[noun].lemma.lower() == "officer" and any(
        tree[child].lemma.lower() in _OF_FIRMS
        for child in tree.children(noun, "compound", "amod")
    )


def _is_of_shares(tree: Sentence) -> bool:
    """Tell whether money is the price of shares: "will pay $27 a share"."""
    return not _SHARES.isdisjoint(tree.lemmas) and any(
        token.upos == "NOUN" and token.lemma.lower() in _SHARES for token in tree
    )


def _is_of_money(tree: Sentence, noun: int) -> bool:
    """Tell "the stock market closed" from "the market was closed"."""
    return tree[noun].tag == "NNS" or any(
        tree[child].lemma.lower() in {"stock", "bond", "share", "financial", "equity"}
        for child in tree.children(noun, "compound", "amod")
    )

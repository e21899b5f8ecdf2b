"""Which place a phrase names."""

from collections.abc import Iterable

from dragoman.data.tables import countries, country_names, demonyms, fold_key
from dragoman.extract.clauses.obliques import find_obliques
from dragoman.extract.events.setting.seats import capital_before, town_before
from dragoman.extract.events.setting.times import TimeReader
from dragoman.extract.parties import CUT
from dragoman.model.annotation import Mention, MentionKind, Schema
from dragoman.model.syntax import Sentence

IN = frozenset({"in", "at", "inside", "outside", "within", "near"})
_PARTS = frozenset({"front", "vicinity", "heart", "outskirt", "middle", "back"})
_TOWNS = frozenset({"town", "city", "village"})
# "Hit the bridge with artillery": no part of what the bridge is called.
_ASIDE = frozenset({"with", "against", "after", "before", "during", "amid"})
_STATES = frozenset({"prison", "jail", "custody", "detention", "court"})

Place = tuple[str | None, str]


def _is_state(tree: Sentence, token: int) -> bool:
    """Tell "to 12 years in prison": a state that one is in, no place of a deed."""
    bare = not tree.children(token, "det", "amod", "compound", "nmod:poss")
    return bare and tree[token].lemma.lower() in _STATES


def _is_of_office(tree: Sentence, token: int) -> bool:
    """Tell whether a place is of what somebody is: "Lee, head of the bank in Rome"."""
    while tree[token].deprel in {"nmod", "conj", "appos"}:
        if tree[token].deprel == "appos":
            return True
        token = tree[token].head
    return False


class PlaceReader(TimeReader):
    """Reads places from their phrases."""

    def named_place(self, sentence: int, token: int) -> Place | None:
        """Return a phrase as a place: its entity if it is named, and its words."""
        tree = self.annotations.sentences[sentence]
        if self.inside_time(sentence, token):
            return None
        if tree[token].lemma.lower() in _PARTS:  # "in front of the consulate"
            for child in tree.children(token, "nmod"):
                return self.named_place(sentence, child)
        mention = self.reader.mention(sentence, token)
        if mention is None:
            return self._unnamed_place(sentence, token)
        if mention.schema is Schema.PERSON:
            return self._inner_place(sentence, token)
        if mention.schema is Schema.WORK:
            return None
        chain = self.annotations.chain_by_id[mention.chain]
        within = self._capital(tree, token) or self._in_words(sentence, token, mention)
        if within is not None:
            return within
        if chain.name is None or chain.members:
            return (
                self._inner_place(sentence, token)
                or self._town(tree, token)
                or (None, mention.text)
            )
        return chain.id, chain.name

    def place_within(self, sentence: int, tokens: Iterable[int]) -> Place | None:
        """Return the first place that something is told to be in, among some words."""
        tree = self.annotations.sentences[sentence]
        for token in tokens:
            if tree.case_of(token) in IN and not _is_of_office(tree, token):
                place = self.named_place(sentence, token)
                if place is not None and self.is_place(place):
                    return place
        return None

    def _in_words(self, sentence: int, token: int, mention: Mention) -> Place | None:
        """Return X of "the town of X", whichever town the words were taken for."""
        if mention.kind is not MentionKind.NOMINAL:
            return None
        inner = self._inner_place(sentence, token)
        return None if inner is None or inner[0] is None else inner

    def _unnamed_place(self, sentence: int, token: int) -> Place | None:
        """Return a place that is no mention: by a name in it, or by its words."""
        found = (
            self._capital(self.annotations.sentences[sentence], token)
            or self._inner_place(sentence, token)
            or self._nested(sentence, token)
            or self._named_part(sentence, token)
            or self._town(self.annotations.sentences[sentence], token)
        )
        if found is not None:
            return found
        tree = self.annotations.sentences[sentence]
        if _is_state(tree, token):
            return None
        if tree[token].lemma.lower() in self._sites or tree[token].upos == "PROPN":
            return None, self._words(tree, token)
        return None

    def _words(self, tree: Sentence, token: int) -> str:
        """Return the words of a place, without what something was done with there."""
        start, end = tree.extent(token, without=CUT)
        if tree.child(token, "cop") is not None:  # "who had been at the camp"
            before = tree.children(token, "det", "amod", "compound", "nmod:poss")
            start, end = tree[min((token, *before))].start, tree[token].end
        for child in tree.children(token, "nmod"):
            case, inner = tree.case_of(child), tree[child]
            within = inner.upos == "PROPN" or inner.lemma.lower() in self._sites
            if child > token and (case in _ASIDE or (case == "in" and not within)):
                end = min(end, tree[tree.reach(child)[0] - 1].end)
        return self.document.text[start:end]

    def _capital(self, tree: Sentence, token: int) -> Place | None:
        """Return the city that "the Togolese capital" is, if the document names it."""
        if tree[token].lemma.lower() != "capital":
            return None
        for child in tree.children(token, "amod", "compound", "nmod:poss"):
            key = fold_key(tree[child].text)
            code = demonyms().get(key) or country_names().get(key)
            if code is None:
                continue
            names = {fold_key(name) for name in countries()[code].capitals}
            for chain in self.annotations.chains:
                if chain.schema is not Schema.PLACE or chain.name is None:
                    continue
                if fold_key(chain.name) in names:
                    return chain.id, chain.name
        if tree.children(token, "amod", "compound", "nmod:poss", "nmod"):
            return None
        return capital_before(self.annotations, tree.start)

    def _town(self, tree: Sentence, token: int) -> Place | None:
        """Return which town "the town" is."""
        if tree[token].lemma.lower() not in _TOWNS:
            return None
        bare = not tree.children(token, "amod", "compound", "nmod", "nmod:poss", "acl")
        the = any(
            tree[child].text.lower() == "the" for child in tree.children(token, "det")
        )
        return (
            town_before(self.annotations, tree[token].start) if bare and the else None
        )

    def _nested(self, sentence: int, token: int) -> Place | None:
        """Return the named place of an unnamed one: "the office in Yongsan"."""
        tree = self.annotations.sentences[sentence]
        told = list(find_obliques(tree, token))
        # "the office of the party in Gao"
        site = tree[token].lemma.lower() in self._sites
        owners = [one.token for one in told if one.case == "of" and site]
        told += [two for owner in owners for two in find_obliques(tree, owner)]
        for one in told:
            mention = self.reader.mention(sentence, one.token)
            if one.case in IN and mention is None:
                inner = self._inner_place(sentence, one.token) or self._named_part(
                    sentence, one.token
                )
                if inner is not None:  # "a mosque in the city of Gao"
                    return inner
            elif one.case in IN and mention is not None:
                chain = self.annotations.chain_by_id[mention.chain]
                if mention.schema is Schema.PLACE and chain.name is not None:
                    return chain.id, chain.name
        return None

    def _named_part(self, sentence: int, token: int) -> Place | None:
        """Return the place that an unnamed one is called by: "the Gao bridge"."""
        tree = self.annotations.sentences[sentence]
        # "Gabon's Ogooué province": what it is called, before whose it is
        for child in (
            *tree.children(token, "compound"),
            *tree.children(token, "nmod:poss"),
        ):
            place = self.town_named(sentence, child)
            if place is not None:
                return place
        return None

    def town_named(self, sentence: int, token: int) -> Place | None:
        """Return a town or region, no state, that a word is the name of."""
        mention = self.annotations.mention_headed(sentence, token)
        if mention is None or mention.schema is not Schema.PLACE:
            return None
        chain = self.annotations.chain_by_id[mention.chain]
        if chain.name is None or "state" in chain.types:
            return None
        state = fold_key(chain.name) in country_names()
        return None if state else (chain.id, chain.name)

    @property
    def _sites(self) -> frozenset[str]:
        return self.reader.words["sites"]

    def _inner_place(self, sentence: int, token: int) -> Place | None:
        """Return X of "the city of X", "the border town X"."""
        tree = self.annotations.sentences[sentence]
        if tree[token].lemma.lower() not in self._sites:
            return None
        for child in tree.children(token, "nmod", "appos"):
            if tree[child].deprel != "appos" and tree.case_of(child) != "of":
                continue  # "Spain's embassy in Rome"
            mention = self.annotations.mention_headed(sentence, child)
            if mention is None and tree[child].upos == "NOUN":
                inner = self._capital(tree, child) or self._inner_place(sentence, child)
                if inner is not None:  # "the centre of the capital, Gao"
                    return inner
            if mention is None and tree[child].upos == "PROPN":
                start, end = tree.extent(child, without=CUT)
                return None, self.document.text[start:end]
            if mention is not None and mention.schema is Schema.PLACE:
                chain = self.annotations.chain_by_id[mention.chain]
                if chain.name is not None:
                    return chain.id, chain.name
        return None

    def is_place(self, place: Place) -> bool:
        """Tell whether what a phrase names is a place, by its kind or its words."""
        entity = place[0]
        if entity is None:
            last = place[1].rpartition(" ")[2]
            return last[:1].isupper() or last.lower() in self._sites
        return self.annotations.chain_by_id[entity].schema is Schema.PLACE

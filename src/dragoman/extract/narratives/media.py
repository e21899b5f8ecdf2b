"""Recirculation: an outlet passes on another side's media."""

from collections.abc import Iterator

from dragoman.extract.clauses.clause import read_clause
from dragoman.extract.clauses.obliques import find_obliques
from dragoman.extract.events.parties.described import describe
from dragoman.extract.narratives.carriers import CarrierReader
from dragoman.extract.narratives.found import Found
from dragoman.extract.parties import ALONG
from dragoman.model.annotation import MentionKind, Schema
from dragoman.model.claim import Party
from dragoman.model.document import BlockKind
from dragoman.model.syntax import OWNER_CASES, Sentence
from dragoman.schema.loader import NarrativeOntology, unite_words
from dragoman.text.sayings import DENYING

_MARKS = " \t\n,;:\"“”'‘’«»"
_DENIES = DENYING | {"decline", "refuse"}
_AGAIN = frozenset({"re"})
_RECENT = 6  # sentences back to the release of "the video"
_ALONG = ALONG | {"with"}
_CUT = frozenset({"acl", "advmod", "punct", "cc", "case", "conj"})


class RecirculationReader:
    """Reads recirculated media of one document."""

    def __init__(self, carriers: CarrierReader, words: NarrativeOntology) -> None:
        self.carriers = carriers
        self.document = carriers.document
        self.annotations = carriers.annotations
        self._weak = words["weak_verbs"]
        self._taking = words["taking_verbs"]
        self._releasing = words["releasing_verbs"]
        self._passing = unite_words(self._weak, self._taking)
        self._forms = unite_words(carriers.forms, _AGAIN)
        self._channels = unite_words(words["channels"], words["outlet_words"])
        self._objects = unite_words(words["media_objects"], words["promotions"])

    def read(self) -> Iterator[Found]:
        """Yield every recirculation."""
        for index, tree in enumerate(self.annotations.sentences):
            if self.document.blocks[tree.block].kind is BlockKind.TITLE:
                continue
            told = {*tree.find_words(self._forms), *tree.find_lemmas(self._passing)}
            for verb in sorted(told):
                token = tree[verb]
                strong = self.carriers.is_passing_on(token) or (
                    token.text == "re" and _is_again(tree, verb)
                )
                passing = token.lemma in self._weak or token.lemma in self._taking
                if strong or (token.upos == "VERB" and passing):
                    yield from self._passed_on(index, tree, verb, strong=strong)

    def _passed_on(
        self, sentence: int, tree: Sentence, verb: int, *, strong: bool
    ) -> Iterator[Found]:
        if tree.is_negated(verb) or self._is_unreal(tree, verb):
            return
        if tree[verb].lemma == "carry" and tree.child(verb, "compound:prt") is not None:
            return  # "carried out a campaign"
        if verb and tree[verb].text[:1].isupper() and not tree[verb].text.isupper():
            return  # "Replay More Videos": a button of the page
        parsed = tree[verb].upos == "VERB"
        carriers = self._carriers(sentence, tree, verb) if parsed else ()
        if (
            not carriers
            and tree[verb].deprel != "acl"
            and not _is_undergone(tree, verb)
        ):
            carriers = self._carrier_before(sentence, tree, verb)
        if not self._may_pass_on(carriers, strong=strong):
            return
        objects = list(self._media(tree, verb)) if parsed else []
        for token in objects or self._next_media(tree, verb):
            within = self.annotations.mention_covering(sentence, token)
            if within is not None and within.schema is Schema.ORGANIZATION:
                continue  # the "News" of an agency's name
            origin = self._origin_by(sentence, tree, verb, token, strong=strong)
            if origin is None or any(_is_same(origin, one) for one in carriers):
                continue
            start, end = tree.extent(token, without=_CUT)
            if start <= tree[verb].start < end:
                start = tree[token].start
            label = self.document.text[start:end].strip(_MARKS)
            here = (tree.start, tree.end)
            yield Found(label, "recirculation", carriers, origin, here)
            return

    def _origin_by(
        self, sentence: int, tree: Sentence, verb: int, token: int, *, strong: bool
    ) -> Party | None:
        """Return whose media are passed on by a verb."""
        if tree[verb].lemma in self._taking:
            return self._taken_from(sentence, tree, verb)
        # Who publishes what a team wrote is the first to do so.
        first = tree[verb].lemma in self._releasing and not strong
        origin = self._origin(sentence, tree, token, strong=strong, first=first)
        origin = origin or self._origin_after(sentence, tree, token, first=first)
        if origin is None and (strong or _is_that_one(tree, token)):
            origin = self._maker(sentence, tree, token)
        if origin is None and strong:
            origin = self._described(tree, token)
        return origin

    def _may_pass_on(self, carriers: tuple[Party, ...], *, strong: bool) -> bool:
        """Tell those who pass media on from things and from a reader.

        "The poster showed a picture", "the senator cited a report".
        """
        pushing = carriers if strong else self.carriers.without_things(carriers)
        if not strong and pushing and all(map(self._is_person, pushing)):
            return False
        return any(
            party.entity is not None or self._is_channel(party) for party in pushing
        )

    def _is_person(self, party: Party) -> bool:
        """Tell one person, who shares and cites as anybody does."""
        chain = self.annotations.chain_by_id.get(party.entity or "")
        return chain is not None and chain.schema is Schema.PERSON

    def _is_channel(self, party: Party) -> bool:
        """Tell "pro-government accounts" and "Darpan" from "a cable", "our foes"."""
        words = party.name.split()
        named = words[-1][:1].isupper() or party.name.startswith("@")
        return named or any(w.lower().rstrip("s") in self._channels for w in words)

    def _described(self, tree: Sentence, token: int) -> Party | None:
        """Return media as their own origin, if more than "the content" is said."""
        low, high = describe(tree, token)
        bare = all(
            word.upos == "DET" or index == token
            for index, word in enumerate(tree.tokens)
            if low <= word.start < high
        )
        return None if bare else Party(None, self.document.text[low:high])

    def _taken_from(self, sentence: int, tree: Sentence, verb: int) -> Party | None:
        """Return X of "had taken the story, almost verbatim, from X"."""
        for one in find_obliques(tree, verb):
            named = self.annotations.mention_headed(sentence, one.token)
            if one.case == "from" and named is not None:
                outlet = self.carriers.is_outlet(sentence, one.token)
                if outlet or named.schema is Schema.ORGANIZATION:
                    return self._party(sentence, one.token)
        return None

    def _maker(self, sentence: int, tree: Sentence, token: int) -> Party | None:
        """Return who released "the video", if that was told a few sentences before."""
        told = {tree[token].lemma.lower()}
        told |= {tree[one].lemma.lower() for one in self._phrases(tree, token)}
        for back in range(sentence - 1, max(-1, sentence - _RECENT), -1):
            before = self.annotations.sentences[back]
            for verb, word in enumerate(before.tokens):
                if word.upos != "VERB" or word.lemma not in self._releasing:
                    continue
                objects = before.children(verb, "obj", "nsubj:pass")
                if any(before[one].lemma.lower() in told for one in objects):
                    found = self.carriers.of_verb(back, verb)
                    known = found and found[0].entity is not None
                    if known or (found and found[0].name.startswith("@")):
                        return found[0]
        return None

    def _next_media(self, tree: Sentence, verb: int) -> list[int]:
        """Return the media noun that follows a verb which the parse lost."""
        first = verb + 3 if _is_again(tree, verb) else verb + 1
        for index in range(first, min(verb + 14, len(tree))):
            word = tree[index]
            if word.text == ",":
                continue
            if word.lemma.lower() in self._objects:
                owner = index + 1 < len(tree) and tree[index + 1].tag == "POS"
                return [] if owner else [index]  # "the report's conclusion"
            if word.upos in {"VERB", "PUNCT", "SCONJ"} and word.tag != "VBN":
                return []
        return []

    def _carrier_before(
        self, sentence: int, tree: Sentence, verb: int
    ) -> tuple[Party, ...]:
        """Return the phrase before a verb that the parse lost."""
        for index in range(verb - 1, -1, -1):
            word = tree[index]
            if word.upos in {"AUX", "ADV", "ADP", "DET", "PUNCT"} or (
                word.lemma == "have" or word.deprel.startswith("obl")
            ):
                continue
            mention = self.annotations.mention_covering(sentence, index)
            if mention is None and word.upos not in {"NOUN", "PROPN"}:
                return ()
            head = index if mention is None else mention.head
            if mention is not None and mention.schema is Schema.PLACE:
                continue
            found = self.carriers.of_noun(sentence, head)
            owners = tree.children(verb, "nmod:poss")
            if owners and all(party.entity is None for party in found):
                # "The Front's radio rebroadcast": the owner hangs on the lost verb.
                return self.carriers.of_noun(sentence, owners[0])
            return found
        return ()

    def _origin_after(
        self, sentence: int, tree: Sentence, token: int, *, first: bool
    ) -> Party | None:
        """Return the party named right after "footage from", "reports of"."""
        following = token + 1
        if following >= len(tree) or tree[following].text.lower() not in OWNER_CASES:
            return None
        case = tree[following].text.lower()
        strict = case == "of" or (first and case == "by")
        for index in range(following + 1, min(following + 9, len(tree))):
            word = tree[index]
            if word.upos in {"VERB", "PUNCT", "SCONJ"}:
                return None
            mention = self.annotations.mention_headed(sentence, index)
            if mention is None or mention.kind is not MentionKind.NAME:
                continue
            if mention.schema is Schema.PLACE:
                continue
            if not strict or self.carriers.is_outlet(sentence, index):
                return self._party(sentence, index)
        return None

    def _is_unreal(self, tree: Sentence, verb: int) -> bool:
        above = tree[verb].head
        inner = tree[verb].deprel.startswith(("ccomp", "xcomp", "advcl"))
        denied = inner and above >= 0 and tree[above].lemma.lower() in _DENIES
        if denied and not tree.is_negated(above):
            return True
        return (
            any(
                tree[child].tag == "MD" or tree[child].text.lower() == "to"
                for child in tree.children(verb, "aux")
            )
            and tree[verb].deprel != "xcomp"
        )

    def _carriers(self, sentence: int, tree: Sentence, verb: int) -> tuple[Party, ...]:
        found = self.carriers.of_verb(sentence, verb)
        if found or tree[verb].deprel != "acl":
            return found
        clause = read_clause(tree, verb)
        return tuple(
            party
            for token in clause.subjects
            for party in self.carriers.of_noun(sentence, token)
        )

    def _media(self, tree: Sentence, verb: int) -> Iterator[int]:
        """Yield the media that a verb is about: its object and what goes with it."""
        clause = read_clause(tree, verb)
        tokens = [*clause.objects]
        if tree.is_passive(verb):  # "the clip was shared by the channel"
            tokens.extend(tree.children(verb, "nsubj:pass"))
        tokens.extend(one.token for one in clause.obliques if one.case in _ALONG)
        for one in find_obliques(tree, verb):
            tokens.extend(
                inner
                for inner in tree.children(one.token, "obl", "nmod")
                if tree.case_of(inner) in _ALONG
            )
        for token in tokens:
            for head in tree.conjuncts(token):
                misread = any(
                    self.carriers.is_passing_on(tree[child])
                    for child in tree.children(head, "compound")
                )
                if tree[head].lemma.lower() in self._objects and not misread:
                    yield head

    def _origin(
        self, sentence: int, tree: Sentence, token: int, *, strong: bool, first: bool
    ) -> Party | None:
        """Return whose media they are."""
        for child in tree.children(token, "nmod:poss"):
            party = self._party(sentence, child)
            if party is not None and (
                strong or self.carriers.is_outlet(sentence, child)
            ):
                return party
        for place in self._phrases(tree, token):
            case = tree.case_of(place)
            outlet = self.carriers.is_outlet(sentence, place)
            named = not first or self._is_named(sentence, place)
            its = case == "from" or (case == "by" and named)
            if outlet or (its and self._is_party(sentence, place)):
                return self._named_behind(sentence, place) or self._party(
                    sentence, place
                )
        told = self._told_in_clause(sentence, tree, token)
        return told or self._premodified(sentence, tree, token, strong=strong)

    def _told_in_clause(
        self, sentence: int, tree: Sentence, token: int
    ) -> Party | None:
        """Read "the clip, first posted by X", "columns that X runs"."""
        for clause in tree.children(token, "acl"):
            for agent in tree.children(clause, "obl:agent"):
                if tree[clause].lemma in self._releasing:
                    return self._party(sentence, agent)
        for clause in tree.children(token, "acl:relcl"):
            for subject in tree.children(clause, "nsubj"):
                if self.carriers.is_outlet(sentence, subject):
                    return self._party(sentence, subject)
        return None

    def _phrases(self, tree: Sentence, token: int) -> list[int]:
        """Return the phrases of a media noun, and what stands right behind it.

        In "aired a film by Delta Radio" the phrase may hang on the verb.
        """
        found = [
            one.token
            for one in find_obliques(tree, token)
            if one.case in {"from", "of", "by"}
        ]
        verb = tree[token].head
        if verb >= 0 and verb < token:
            end = token
            for child in tree.children(token, "nmod", "acl", "amod"):
                if child in found:
                    continue
                inside = tree.subtree(child)
                if not tree.children(child, "case"):
                    end = max(end, child)
                elif min(inside) == end + 1:  # "reports on it by the channel X"
                    end = max(inside)
            found.extend(
                one.token
                for one in find_obliques(tree, verb)
                if one.case in {"from", "of", "by"}
                and min(tree.subtree(one.token)) == end + 1
            )
        return found

    def _named_behind(self, sentence: int, token: int) -> Party | None:
        """Return KHB in "the broadcaster KHB", whatever KHB was hung on."""
        mention = self.annotations.mention_headed(sentence, token)
        if mention is not None and mention.kind is MentionKind.NAME:
            return None
        behind = self.annotations.mention_headed(sentence, token + 1)
        if behind is None or behind.kind is not MentionKind.NAME:
            return None
        return self._party(sentence, token + 1)

    def _premodified(
        self, sentence: int, tree: Sentence, token: int, *, strong: bool
    ) -> Party | None:
        """Read "Israeli media reports", "a Chinese commentary"."""
        last: Party | None = None
        for child in tree.children(token, "compound", "amod"):
            word = tree[child]
            mention = self.annotations.mention_covering(sentence, child)
            outlet = self.carriers.is_outlet(sentence, child)
            if mention is not None and mention.schema is Schema.ORGANIZATION:
                return self._party(sentence, mention.head)
            if outlet and word.upos in {"NOUN", "PROPN"}:
                start = tree.subtree(child)[0]
                first = min(start, *tree.children(token, "amod", "compound"))
                text = self.document.text[tree[first].start : word.end]
                return Party(None, text)
            if strong and word.text[:1].isupper() and mention is not None:
                last = self._party(sentence, mention.head)
        return last

    def _is_named(self, sentence: int, token: int) -> bool:
        """Tell "a film by Delta Radio" from "a report by a team of the university"."""
        mention = self.annotations.mention_headed(sentence, token)
        return mention is not None and mention.kind is MentionKind.NAME

    def _is_party(self, sentence: int, token: int) -> bool:
        mention = self.carriers.parties.mention(sentence, token)
        if mention is None:
            tree = self.annotations.sentences[sentence]
            return tree.child(token, "flat", "appos") is not None
        return mention.schema is not Schema.WORK

    def _party(self, sentence: int, token: int) -> Party | None:
        found = self.carriers.of_noun(sentence, token)
        return found[0] if found else None


def _is_same(one: Party, other: Party) -> bool:
    """Tell whether one party is the other, by its name if it is no entity."""
    return one == other or (other.entity is None and one.name in other.name)


def _is_undergone(tree: Sentence, verb: int) -> bool:
    """Tell a passive: in "she was featured in an article" she passes nothing on."""
    above = tree[verb].head if tree[verb].deprel == "conj" else verb
    passive = tree.is_passive(verb) or (
        tree[verb].tag == "VBN" and tree.is_passive(max(above, 0))
    )
    return passive and not tree.children(verb, "obl:agent")


def _is_that_one(tree: Sentence, token: int) -> bool:
    """Tell "the clip", told of before, from "a clip"."""
    return any(
        tree[d].text.lower() in {"the", "this", "that", "its"}
        for d in tree.children(token, "det")
    )


def _is_again(tree: Sentence, index: int) -> bool:
    """Tell whether a word is the "re" of a verb cut at the hyphen: "re-used"."""
    if tree[index].text.lower() != "re" or index + 2 >= len(tree):
        return False
    return tree[index + 1].text == "-" and tree[index + 2].text.endswith(("ed", "t"))

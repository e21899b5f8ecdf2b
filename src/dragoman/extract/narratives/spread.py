"""How a slogan travels: who coined it, took it up, translated it, where it appeared.

``narratives.slogans`` finds a slogan where it is quoted as one. What follows in a
report speaks of "the slogan", "the phrase" or "it": each verb of passing on adds a
carrier. A translation, a post picked up, a poster shared are media of whoever pushed
them first.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from dragoman.extract.narratives.carriers import CarrierReader
from dragoman.extract.narratives.found import Found
from dragoman.model.annotation import Quotation
from dragoman.model.claim import Party
from dragoman.model.document import BlockKind
from dragoman.model.syntax import FINITE, Sentence
from dragoman.schema.loader import NarrativeOntology, unite_words
from dragoman.text.sayings import DENYING

_REACH = 12  # sentences over which "the slogan" is still that one
_THING = 4  # sentences back to who released "the video"
_NEXT = 2  # sentences back to what was passed on last
_IT = 1  # sentences over which "it" is
_POINTING = frozenset({"the", "this", "that", "its", "their", "his", "her", "same"})
_UNREAL = frozenset({"would", "could", "might", "may", "should", "can", "will"})
_DENIES = DENYING | {"decline", "refuse"}
# Who makes a slogan or a story up.
COINING = frozenset(
    {"coin", "devise", "invent", "originate", "popularise", "popularize"}
)
_UNDERGOES = frozenset({"obj", "nsubj:pass"})
_VAGUE = frozenset({"they", "it", "people", "users", "he", "she", "who", "which"})
_IT_WORD = frozenset({"it"})
_MARKS = " \t\n,;:\"“”'‘’«»()"
_SHOWN = frozenset({"clip", "video", "film", "footage", "post", "recording", "image"})
_CUT = frozenset({"acl", "acl:relcl", "punct", "cc", "case", "conj", "det", "appos"})
_LONGEST = 14  # words of a line that is taken up
_CONTAINED = 2  # words that a slogan has at least where it is told again in a quotation


@dataclass(slots=True)
class _Slogan:
    label: str
    words: tuple[str, ...]
    sentence: int
    carriers: list[Party]
    form: str = "slogan"


class SpreadReader:
    """Reads who passes on the slogans of one document.

    ``speakers`` holds who says a quotation, by where it starts.
    """

    def __init__(
        self,
        carriers: CarrierReader,
        words: NarrativeOntology,
        speakers: Mapping[int, tuple[Party, ...]] | None = None,
    ) -> None:
        self.carriers = carriers
        self.document = carriers.document
        self.annotations = carriers.annotations
        self._nouns = words["slogan_words"]
        self._spreads = words["spread_verbs"]
        self._of_names = words["spread_named"]
        self._appears = words["appear_verbs"]
        self._moves = words["move_verbs"]
        self._things = unite_words(words["media_things"], words["media_objects"])
        self._channels = words["channels"]
        self._renders = words["render_nouns"]
        self._releasing = words["releasing_verbs"]
        self._lines = unite_words(self._nouns, words["line_nouns"])
        self._becomes = words["becomes"]
        self._surfaces = words["surfaces"]
        self._speakers = speakers or {}
        self._noticing = words["noticed_verbs"]
        self._claims = unite_words(words["narrative_nouns"], words["line_nouns"])
        self._told = words["narrative_nouns"] - self._nouns
        self._known: list[_Slogan] = []
        self._passed: list[Party] = []
        self._last_passed = -_REACH
        self._last_origin: Party | None = None

    def read(self, slogans: Sequence[Found]) -> Iterator[Found]:
        """Yield further carriers of slogans, and media passed on with them.

        Args:
            slogans: Slogans that are quoted as such, in any order.
        """
        told: dict[int, list[Found]] = {}
        for one in slogans:
            sentence = self.annotations.sentence_at(one.span[0])
            if sentence is not None:
                told.setdefault(sentence, []).append(one)
        if not told and not self.annotations.quotations:
            return
        for index, tree in enumerate(self.annotations.sentences):
            if self.document.blocks[tree.block].kind is BlockKind.TITLE:
                continue
            for one in told.get(index, ()):
                self._note(one.label, index, one.carriers).form = one.form
            yield from self._taken_up(index, tree)
            if self._known:
                yield from self._of_thing(index, tree)
                yield from self._sentence(index, tree)

    def _taken_up(self, index: int, tree: Sentence) -> Iterator[Found]:
        """Yield the quotation of the sentence before that "the line" speaks of.

        "“Riga freezes for Kyiv”. The line was taken over by A".
        """
        for token in tree.find_lemmas(self._lines):
            becomes = self._becomes_more(tree, token)
            pointing = {
                tree[child].text.lower() for child in tree.children(token, "det")
            }
            if tree[token].upos != "NOUN" or not pointing & _POINTING or not index:
                continue
            if self._known and self._known[-1].sentence >= index - 1:
                continue
            spreading = becomes or any(
                not _is_unreal(tree, verb)
                and self._lemma(tree, verb) in self._spreads
                and self._spreaders(index, tree, verb, named=True)
                for verb in self._verbs(tree, token)
            )
            before = self.annotations.sentences[index - 1]
            quoted = self.annotations.quotations_from(before.start, before.end)
            if not spreading or not quoted or before.block != tree.block:
                continue
            label = self.document.text[quoted[-1].start : quoted[-1].end].strip(
                _MARKS + "."
            )
            claimed = tree[token].lemma.lower() in self._told
            if claimed and not _holds_clause(before, quoted[-1]):
                continue  # "echoed this claim" is not of two words in marks
            if 1 < len(split_words(label)) <= _LONGEST:
                said = self._speakers.get(quoted[-1].start, ()) if becomes else ()
                self._note(label, index - 1, said)
                yield Found(label, "slogan", said, None, (before.start, before.end))

    def _becomes_more(self, tree: Sentence, token: int) -> bool:
        """Tell "the sentence is now a ring-tone", "the phrase is on T-shirts"."""
        head = tree[token].head
        if head < 0 or tree[token].deprel != "nsubj" or tree.is_negated(head):
            return False
        become = tree[head].lemma.lower() == "become"
        whats = tree.children(head, "xcomp", "obj") if become else [head]
        if any(tree[one].lemma.lower() in self._becomes for one in whats):
            return become or bool(tree.children(head, "cop"))
        surface = tree[head].lemma.lower() in self._surfaces
        return surface and tree.case_of(head) in {"on", "across", "over", "in"}

    def _note(self, label: str, sentence: int, parties: Sequence[Party]) -> _Slogan:
        words = split_words(label)
        for slogan in self._known:
            if slogan.words == words:
                self._known.remove(slogan)
                break
        else:
            slogan = _Slogan(label, words, sentence, [])
        slogan.sentence = sentence
        slogan.carriers.extend(p for p in parties if p not in slogan.carriers)
        self._known.append(slogan)
        return slogan

    def _sentence(self, index: int, tree: Sentence) -> Iterator[Found]:
        here = (tree.start, tree.end)
        for token, slogan, named in list(self._mentions(index, tree)):
            slogan.sentence = index
            origin: Party | None = None
            fresh: list[Party] = []
            for verb in self._verbs(tree, token):
                parties = self._spreaders(index, tree, verb, named=named)
                back = self._lemma(tree, verb).endswith(" back")
                first = back or is_first(tree, verb)
                if parties and (first or self._coins(tree, verb)):
                    origin = parties[0]
                fresh.extend(
                    p for p in parties if p not in fresh and p not in slogan.carriers
                )
            if origin is not None and not fresh and origin in slogan.carriers:
                fresh = [origin]
            if fresh:
                slogan.carriers.extend(fresh)
                yield Found(slogan.label, slogan.form, tuple(fresh), origin, here)
        yield from self._passed_on(index, tree)

    # -- what speaks of a slogan -------------------------------------------------

    def _mentions(
        self, index: int, tree: Sentence
    ) -> Iterator[tuple[int, _Slogan, bool]]:
        """Yield words that stand for a slogan, and whether a word names it one."""
        for quotation in self.annotations.quotations_from(tree.start, tree.end):
            text = self.document.text[quotation.start : quotation.end]
            slogan = self._told_again(split_words(text))
            head = tree.head_of(quotation.start, min(quotation.end, tree.end))
            if slogan is not None and head is not None:
                yield head, slogan, True
        last = self._known[-1]
        near = index - last.sentence
        nouns = self._claims if last.form == "theme" else self._nouns
        if near <= _NEXT and last.form != "theme":
            nouns = self._lines
        words = {*tree.find_lemmas(nouns), *tree.find_words(_IT_WORD)}
        for token in sorted(words):
            word = tree[token]
            lemma = word.lemma.lower()
            if lemma in nouns and near <= _REACH and word.upos == "NOUN":
                pointing = {
                    tree[child].text.lower()
                    for child in tree.children(token, "det", "nmod:poss", "amod")
                }
                if pointing & _POINTING:
                    yield token, last, True
            elif word.text.lower() == "it" and (
                0 < near <= _IT or (near == 0 and self._is_behind(tree, token, last))
            ):
                yield token, last, False

    def _is_behind(self, tree: Sentence, token: int, slogan: _Slogan) -> bool:
        """Tell "“X” is the line of A; B borrowed it"."""
        text = self.document.text[tree.start : tree[token].start]
        at = text.find(slogan.label)
        return at >= 0 and ";" in text[at + len(slogan.label) :]

    def _told_again(self, words: tuple[str, ...]) -> _Slogan | None:
        for slogan in reversed(self._known):
            length = len(slogan.words)
            if words == slogan.words:
                return slogan
            if length > _CONTAINED and words[:length] == slogan.words:
                return slogan
        return None

    def _of_thing(self, index: int, tree: Sentence) -> Iterator[Found]:
        """Yield who released what carries a slogan: "The video closes with"."""
        slogan = self._known[-1]
        subject = tree.child(tree.root, "nsubj")
        if slogan.sentence != index or slogan.carriers or subject is None:
            return
        thing = tree[subject].lemma.lower()
        pointing = {tree[child].text.lower() for child in tree.children(subject, "det")}
        if thing not in self._things or not pointing & _POINTING:
            return
        for back in range(index - 1, max(-1, index - 1 - _THING), -1):
            before = self.annotations.sentences[back]
            for verb, word in enumerate(before.tokens):
                released = word.upos == "VERB" and word.lemma in self._releasing
                objects = before.children(verb, "obj", "nsubj:pass")
                if not released or all(before[o].lemma != thing for o in objects):
                    continue
                parties = self.carriers.of_verb(back, verb)
                if parties:
                    slogan.carriers.extend(parties)
                    here = (tree.start, tree.end)
                    yield Found(slogan.label, "slogan", parties, None, here)
                return

    # -- who passes it on --------------------------------------------------------

    def _spreaders(
        self, index: int, tree: Sentence, verb: int, *, named: bool
    ) -> tuple[Party, ...]:
        """Return who passes a slogan on by a verb, or where it appeared."""
        lemma = self._lemma(tree, verb)
        if _is_unreal(tree, verb):
            return ()
        first = is_first(tree, verb)
        if lemma in self._appears:
            parties = self.carriers.shown_on(index, verb)
        elif lemma in self._spreads or (lemma in self._of_names and (named or first)):
            parties = self.carriers.of_verb(index, verb)
            if not parties and first:
                # "It was first used in the campaign of the Unity Party."
                parties = self.carriers.shown_on(index, verb)
        elif self._coins(tree, verb):
            parties = self.carriers.of_verb(index, verb)
        elif first and lemma in self._noticing:
            parties = self.carriers.shown_on(index, verb)
        else:
            return ()
        found = [
            party
            for party in self.carriers.without_things(parties)
            if party.entity is not None or not _is_vague(party.name)
        ]
        return tuple(dict.fromkeys(found))

    def _coins(self, tree: Sentence, verb: int) -> bool:
        """Tell "coined by", "invented by"."""
        return tree[verb].lemma.lower() in COINING

    def _verbs(self, tree: Sentence, token: int) -> Iterator[int]:
        """Yield the verbs whose object a slogan is, those that share it too."""
        yield from (  # "a hashtag launched by the minister"
            child for child in tree.children(token, "acl") if tree[child].tag == "VBN"
        )
        for child in tree.children(token, "appos"):
            yield from tree.children(child, "acl")
        for clause in tree.children(token, "acl:relcl"):  # "which had first appeared"
            if tree[clause].lemma.lower() in self._appears:
                yield clause
        current = token
        while tree[current].deprel in {"appos", "compound", "flat", "conj"}:
            current = tree[current].head
        head = tree[current].head
        if head < 0 or tree[head].upos not in {"VERB", "AUX"}:
            return
        subject = tree[current].deprel == "nsubj"
        for clause in tree.children(head, "advcl"):  # "First seen on X, the line was"
            opening = clause < current and tree[clause].tag == "VBN"
            yield from tree.conjuncts(clause) if opening else ()
        if tree[current].deprel not in _UNDERGOES and not (
            subject and self._lemma(tree, head) in self._appears
        ):
            return
        for verb in tree.conjuncts(head):
            own = tree.children(verb, "nsubj:pass" if not subject else "nsubj", "obj")
            if verb == head or not own or current in own:
                yield verb

    def _lemma(self, tree: Sentence, verb: int) -> str:
        particle = tree.child(verb, "compound:prt")
        lemma = tree[verb].lemma.lower()
        if particle is None and lemma in {"go", "trace", "date"}:
            back = tree.children(verb, "advmod")
            particle = next((one for one in back if tree[one].text == "back"), None)
        if particle is None:
            return lemma
        return f"{lemma} {tree[particle].text.lower()}"

    # -- media passed on ---------------------------------------------------------

    def _passed_on(self, index: int, tree: Sentence) -> Iterator[Found]:
        """Yield translations posted, posts picked up, posters shared."""
        here = (tree.start, tree.end)
        for verb, token in enumerate(tree.tokens):
            if token.upos != "VERB" or _is_unreal(tree, verb):
                continue
            lemma = self._lemma(tree, verb)
            thing = self._thing(index, tree, verb, lemma)
            if thing is None:
                continue
            origin = self._origin(index, tree, thing)
            if lemma in self._moves:
                parties = self.carriers.shown_on(index, verb)
            else:
                parties = self.carriers.of_verb(index, verb)
            parties = tuple(p for p in parties if p != origin and not _is_vague(p.name))
            if origin is None or not parties:
                continue
            self._passed, self._last_passed = list(parties), index
            self._last_origin = origin
            start, end = tree.extent(thing, without=_CUT)
            label = self.document.text[start:end].strip(_MARKS)
            if tree[thing].upos == "PRON" or tree[thing].lemma in self._nouns:
                label = self._known[-1].label
            yield Found(label, "recirculation", parties, origin, here)

    def _thing(self, index: int, tree: Sentence, verb: int, lemma: str) -> int | None:
        """Return what is passed on: "a translation", "the channel's post", "it"."""
        undergoing = tree.children(verb, "nsubj:pass", "obj")
        if lemma in self._moves:
            undergoing = tree.children(verb, "nsubj")
        for thing in undergoing:
            noun = tree[thing].lemma.lower()
            passed = lemma in self._spreads or lemma in self._of_names
            if noun in self._renders and passed:
                return thing
            slogan = noun in self._nouns or tree[thing].text.lower() == "it"
            into = any(
                tree.case_of(child) == "into" and tree[child].text[:1].isupper()
                for child in tree.children(verb, "obl")
            )
            if lemma in {"translate", "render"} and slogan and into:
                return thing
            if lemma in self._moves and slogan and self._passed:
                return thing
            owned = tree.children(thing, "nmod:poss", "det")
            definite = any(tree[one].text.lower() != "a" for one in owned)
            if not (passed and definite and noun in self._things):
                continue
            pushed = self._pusher_of(index, tree, thing) is not None
            if pushed or (lemma in self._spreads and self._channel_of(tree, thing)):
                return thing
            near = index - self._last_passed <= _NEXT
            if near and noun in _SHOWN and not tree.children(thing, "nmod:poss"):
                return thing
        return None

    def _pusher_of(self, index: int, tree: Sentence, thing: int) -> Party | None:
        """Return the League of "the League's video", if it pushes the slogan."""
        for child in tree.children(thing, "nmod:poss"):
            for party in self.carriers.of_noun(index, child):
                if party in self._known[-1].carriers:
                    return party
        return None

    def _channel_of(self, tree: Sentence, thing: int) -> int | None:
        """Return "channel" of "the channel's post": a medium told before."""
        return next(
            (
                child
                for child in tree.children(thing, "nmod:poss")
                if tree[child].lemma.lower() in self._channels
            ),
            None,
        )

    def _origin(self, index: int, tree: Sentence, thing: int) -> Party | None:
        owner = self._channel_of(tree, thing)
        if owner is not None:
            behind = self.carriers.of_noun(index, owner)
            named = [party for party in behind if party.entity is not None]
            told = named or self._passed
            return told[-1] if told else None
        pusher = self._pusher_of(index, tree, thing)
        if pusher is not None:
            return pusher
        if tree[thing].lemma.lower() in _SHOWN and self._last_origin is not None:
            return self._last_origin
        slogan = self._known[-1]
        moved = self._passed[-1] if self._passed else None
        if tree[tree[thing].head].lemma.lower() in self._moves:
            return moved
        if index - slogan.sentence > _REACH:
            return None
        return slogan.carriers[0] if slogan.carriers else moved


def is_first(tree: Sentence, verb: int) -> bool:
    """Tell whether somebody was the first to do it: "first used by"."""
    return any(
        tree[child].text.lower() in {"first", "originally"}
        for child in tree.children(verb, "advmod")
    )


def split_words(text: str) -> tuple[str, ...]:
    """Return the words of a slogan in small letters, without marks."""
    kept = "".join(c if c.isalnum() else " " for c in text.casefold())
    return tuple(kept.split())


def _is_vague(name: str) -> bool:
    """Tell whether nobody can be told by a phrase: "people", "they"."""
    return name.lower() in _VAGUE


def _holds_clause(tree: Sentence, quotation: Quotation) -> bool:
    return any(
        token.tag in FINITE and quotation.start <= token.start < quotation.end
        for token in tree
    )


def _is_unreal(tree: Sentence, verb: int) -> bool:
    """Tell whether something is not done, or denied or only possible."""
    if tree.is_negated(verb):
        return True
    if any(tree[c].text.lower() in _UNREAL for c in tree.children(verb, "aux")):
        return True
    above = tree[verb].head
    inner = tree[verb].deprel.startswith(("ccomp", "xcomp"))
    return inner and above >= 0 and tree[above].lemma.lower() in _DENIES

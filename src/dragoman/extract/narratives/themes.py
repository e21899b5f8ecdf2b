"""Themes: what propaganda dwells on, in the words of the source."""

from collections.abc import Iterator

from dragoman.extract.clauses.clause import find_subjects
from dragoman.extract.narratives.carriers import CarrierReader
from dragoman.extract.narratives.found import Found
from dragoman.model.annotation import Schema
from dragoman.model.claim import Party
from dragoman.model.document import BlockKind
from dragoman.model.syntax import FINITE, Sentence
from dragoman.schema.loader import NarrativeOntology, unite_words

_CUT = frozenset({"case", "cc", "punct"})
# "Two lines stood out. […] A third, that X, circulated": of lines announced before.
_ORDINALS = frozenset({"third", "fourth", "fifth", "second", "another", "other"})
_PAST = FINITE | {"VBN"}  # a parse that draws it in may take it for either
_LIGHT = frozenset({"make", "do", "gain", "take", "go"})
_BACK = 4  # sentences
# What a theme is told by: "how" and "which" alone are none.
_TELLING = frozenset({"NOUN", "PROPN", "VERB", "ADJ", "AUX", "NUM"})
_CASTING = frozenset({"cast", "paint", "frame", "present"})
_COURT = frozenset({"lawyer", "attorney", "counsel", "trial", "prosecutor", "jury"})
_MARKS = " \t\n,;:\"“”'‘’«»"


class ThemeReader:
    """Reads themes of one document.

    Attributes:
        claims: Those that are told as a claim or a line, once they were read.
    """

    def __init__(self, carriers: CarrierReader, words: NarrativeOntology) -> None:
        self.carriers = carriers
        self.document = carriers.document
        self.annotations = carriers.annotations
        self.words = words
        self._verbs = unite_words(
            words["told_verbs"],
            words["theme_verbs"],
            words["portray_verbs"],
            words["push_verbs"],
            words["framing_verbs"],
            words["narrative_nouns"],
            words["line_nouns"],
            _ORDINALS,
        )
        self._claims = unite_words(
            words["narrative_nouns"], words["line_nouns"], _ORDINALS
        )
        self._runs = unite_words(
            words["running_verbs"], words["appear_verbs"], words["running_phrases"]
        )
        # What is told as a claim: "it" and "the line" may speak of these later.
        self.claims: list[Found] = []
        self._last: tuple[Party, ...] = ()

    def read(self) -> Iterator[Found]:
        """Yield every theme."""
        for index, tree in enumerate(self.annotations.sentences):
            if self.document.blocks[tree.block].kind is BlockKind.TITLE:
                continue
            for verb in tree.find_lemmas(self._verbs):
                if tree[verb].upos in {"VERB", "NOUN"} or tree[verb].text in _ORDINALS:
                    yield from self._at(index, tree, verb)

    def _at(self, index: int, tree: Sentence, verb: int) -> Iterator[Found]:
        lemma = tree[verb].lemma.lower()
        if lemma in self.words["told_verbs"]:
            yield from self._told(index, tree, verb)
        framing = lemma in self.words["framing_verbs"]
        framed = self._framed(index, tree, verb) if framing else None
        if framed is not None:
            yield framed
        elif lemma in self.words["theme_verbs"] or lemma in self.words["portray_verbs"]:
            yield from self._highlighted(index, tree, verb)
        if lemma in self.words["narrative_nouns"] and tree[verb].upos == "NOUN":
            yield from self._pushed(index, tree, verb)
        if lemma in self._claims:
            yield from self._running(index, tree, verb)
        said = tree.child(verb, "ccomp") is not None
        if said and lemma in self.words["push_verbs"]:
            yield from self._highlighted(index, tree, verb)

    def _highlighted(self, sentence: int, tree: Sentence, verb: int) -> Iterator[Found]:
        """Read "their propaganda underscores X", "state media portray X as Y"."""
        if tree[verb].upos != "VERB" or tree.is_negated(verb):
            return
        for subject in find_subjects(tree, verb)[:1]:
            if not self._is_channel(tree, subject) or _tells_what(tree, subject, verb):
                return
            if not self._is_partial(sentence, tree, subject, verb):
                return
            label = self._label(tree, verb)
            if label is None:
                return
            carriers = self.carriers.of_noun(sentence, subject)
            carriers = self._known(tree, subject, carriers)
            yield Found(label, "theme", carriers, None, (tree.start, tree.end))

    def _framed(self, sentence: int, tree: Sentence, verb: int) -> Found | None:
        """Read "X portrays the pact as an occupation", "campaigns framing it as".

        Whoever does so pushes a framing, a channel or not, if it is known who.
        """
        if (
            tree[verb].upos != "VERB"
            or tree.is_negated(verb)
            or (tree[verb].tag == "VBN")
        ):
            return None
        target = next((c for c in tree.children(verb, "obj") if c > verb), None)
        shown = [
            child
            for child in tree.children(verb, "obl", "xcomp", "advcl")
            if tree[tree.subtree(child)[0]].text.lower() == "as"
            and tree[child].tag not in FINITE  # "framed the matter as he did"
        ]
        subject = _framer(tree, verb)
        if target is None or not shown or subject is None:
            return None
        if tree[target].text.lower().endswith(("self", "selves")):
            return None  # "portrayed himself as an insider": how one shows oneself
        carriers = self.carriers.of_noun(sentence, subject)
        known = any(party.entity is not None for party in carriers)
        if not known and not self._is_channel(tree, subject):
            return None
        if not tree.lemmas.isdisjoint(_COURT):
            return None  # counsel portrays a client
        start = max(tree.extent(target)[0], tree[verb].end)
        end = max(tree.extent(child)[1] for child in (target, *shown))
        label = without_marks(self.document.text[start:end])
        carriers = self._known(tree, subject, carriers)
        return Found(label, "theme", carriers, None, (tree.start, tree.end))

    def _told(self, sentence: int, tree: Sentence, verb: int) -> Iterator[Found]:
        """Read "disinformation claiming that X or that Y"."""
        clause = tree.child(verb, "ccomp")
        if clause is None or tree.is_negated(verb):
            return
        if tree[verb].lemma == "say" and tree.child(clause, "mark") is None:
            return  # "the officers' narrative says, “No dispute”"
        # The participle hangs on the noun before it, or on the verb before that.
        nouns = (*find_subjects(tree, verb)[:1], max(verb - 1, 0))
        told = self.words["told_nouns"]
        noun = next((n for n in nouns if tree[n].lemma.lower() in told), None)
        if noun is None or _is_staff(tree, noun, verb):
            return
        carriers = self.carriers.of_noun(sentence, noun)
        carriers = self._known(tree, noun, carriers)
        if tree[noun].lemma.lower() in self.words["narrative_nouns"]:
            # "the official narrative, which claims that": it does not push itself
            carriers = tuple(one for one in carriers if one.entity is not None)
        for one in tree.conjuncts(clause):
            start, end = tree.extent(one, without=_CUT | {"conj"})
            for mark in tree.children(one, "mark"):
                start = max(start, tree[mark].end)
            label = self.document.text[start:end]
            here = (tree.start, tree.end)
            yield Found(without_marks(label), "theme", carriers, None, here)

    def _known(
        self, tree: Sentence, subject: int, carriers: tuple[Party, ...]
    ) -> tuple[Party, ...]:
        """Take "this narrative" for the one told before."""
        pointing = any(
            tree[d].text.lower() in {"this", "that", "these", "the", "such"}
            for d in tree.children(subject, "det", "amod")
        )
        named = tuple(party for party in carriers if party.entity is not None)
        if named:
            self._last = named
            return named
        return self._last if pointing and self._last else carriers

    def _is_channel(self, tree: Sentence, noun: int) -> bool:
        lemma = tree[noun].lemma.lower()
        if lemma not in self.words["channels"]:
            return False
        if lemma not in self.words["vague_channels"]:
            return True
        return any(
            tree[child].lemma.lower() in self.words["channel_modifiers"]
            for child in tree.children(noun, "compound", "amod")
        )

    def _is_partial(self, sentence: int, tree: Sentence, noun: int, verb: int) -> bool:
        """Tell who pushes from a press that reports: "media reports suggest that".

        Propaganda does, the media of a state or a side, and whoever portrays one as
        something; what is yet to come pushes nothing.
        """
        if any(tree[one].tag == "MD" for one in tree.children(verb, "aux")):
            return False
        if tree[verb].lemma.lower() in self.words["portray_verbs"]:
            return True
        if tree[noun].lemma.lower() in self.words["partial_channels"]:
            return True
        around = tree.children(noun, "amod", "compound", "nmod:poss", "nmod", "det")
        return any(
            tree[one].lemma.lower() in self.words["partial_modifiers"]
            or tree[one].text.lower().startswith(("pro-", "anti-"))
            or tree[one].text.lower() in {"their", "its", "this", "these", "such"}
            or self._is_side(sentence, one, noun)
            for one in around
        )

    def _is_side(self, sentence: int, token: int, noun: int) -> bool:
        """Tell a body or a land whose media these are: "Hezbollah channels"."""
        mention = self.annotations.mention_covering(sentence, token)
        return (
            mention is not None
            and mention.head != noun
            and mention.schema in {Schema.ORGANIZATION, Schema.PLACE}
        )

    def _label(self, tree: Sentence, verb: int) -> str | None:
        target = tree.child(verb, "obj", "ccomp", "xcomp")
        if target is None:
            target = next(
                (
                    child
                    for child in tree.children(verb, "obl")
                    if tree.case_of(child) in {"on", "upon", "around"}
                ),
                None,
            )
        if target is None or tree[target].upos not in _TELLING:
            return None
        if tree[verb].lemma.lower() in _CASTING and "as" not in tree.words:
            return None  # "cast his vote", "presented a medal"
        start, end = tree.extent(target, without=_CUT)
        if tree[verb].lemma.lower() in self.words["portray_verbs"]:
            for child in tree.children(verb, "obl", "xcomp", "advcl"):
                end = max(end, tree.extent(child)[1])
        text = without_marks(self.document.text[start:end])
        return text.removeprefix("that ") or None

    def _pushed(self, sentence: int, tree: Sentence, noun: int) -> Iterator[Found]:
        """Read "pushed the narrative that X", "the claim that X was amplified by"."""
        verb = self._pushing(tree, noun)
        if verb is None or tree.is_negated(verb) or _is_called_for(tree, verb):
            return
        # "Promote the message that X" may hang the clause on the verb.
        beside = [
            one
            for one in tree.children(verb, "ccomp")
            if verb < noun and tree.subtree(one)[0] == noun + 1
        ]
        for clause in (*tree.children(noun, "acl", "ccomp"), *beside):
            if not any(
                tree[mark].text.lower() == "that"
                for mark in tree.children(clause, "mark")
            ):
                continue
            start, end = tree.extent(clause)
            if tree[noun].deprel == "obj":  # no verb of its own stands behind it
                end = max(end, _end_of_predicate(tree, end))
            label = self.document.text[start:end].removeprefix("that ")
            carriers = self.carriers.of_verb(sentence, verb)
            self._last = carriers or self._last
            span = (tree.start, tree.end)
            found = Found(without_marks(label), "theme", carriers, None, span)
            self.claims.append(found)
            yield found

    def _running(self, sentence: int, tree: Sentence, noun: int) -> Iterator[Found]:
        """Read "the claim that X resurfaced", "a line, that X, circulated on A"."""
        if noun and tree[noun - 1].upos == "PRON":
            return  # "when he claims that": a verb, whatever the parse
        opened = _behind(tree, noun)
        if opened >= len(tree) or tree[opened].text.lower() != "that":
            return
        if tree[noun].text.lower() in _ORDINALS and not self._announced(sentence):
            return
        clause = next(
            (
                child
                for child in tree.children(noun, "acl", "acl:relcl", "ccomp", "appos")
                if tree.subtree(child)[0] >= opened - 1 and child > opened
            ),
            None,
        )
        if clause is None or tree.child(clause, "nsubj", "nsubj:pass") == opened:
            return  # "the story that ran in A": which ran
        verbs = [tree[noun].head, *tree.children(noun, "acl")]
        if tree[noun].head < 0:
            # Its verb is drawn into the clause: "that X is importing Y resurfaced".
            verbs.extend(
                one
                for one in tree.find_lemmas(self._runs)
                if tree[one].tag in _PAST and not tree.children(one, "nsubj")
            )
        verbs = [one for one in verbs if one > clause and tree[one].upos == "VERB"]
        for verb in verbs:
            ruled_out = tree.is_negated(verb) or tree.is_passive(verb)
            if ruled_out or _lemma(tree, verb) not in self._runs:
                continue  # "was spread by A": pushed
            start, end = tree[opened].end, tree.extent(clause)[1]
            label = without_marks(
                self.document.text[start : min(end, tree[verb].start)]
            )
            carriers = self.carriers.shown_on(sentence, verb)
            self._last = carriers or self._last
            found = Found(label, "theme", carriers, None, (tree.start, tree.end))
            self.claims.append(found)
            yield found
            return

    def _announced(self, sentence: int) -> bool:
        """Tell whether lines were spoken of before "a third, that X"."""
        nouns = unite_words(self.words["narrative_nouns"], self.words["line_nouns"])
        for index in range(sentence - 1, max(-1, sentence - _BACK - 1), -1):
            before = self.annotations.sentences[index]
            if any(before[one].tag == "NNS" for one in before.find_lemmas(nouns)):
                return True
        return False

    def _pushing(self, tree: Sentence, noun: int) -> int | None:
        """Return the verb by which a narrative is pushed: above, or beside it."""
        verbs = [
            child for child in tree.children(noun, "acl") if tree[child].tag == "VBN"
        ]
        if tree[noun].deprel in {"obj", "nsubj:pass"}:
            verbs.append(tree[noun].head)
        return next(
            (
                verb
                for verb in verbs
                if tree[verb].upos == "VERB"
                and tree[verb].lemma.lower() in self.words["push_verbs"]
            ),
            None,
        )


def _behind(tree: Sentence, noun: int) -> int:
    """Return the word behind "the line", "the talking point of the week,"."""
    at = noun + 1
    if at < len(tree) and tree[at].text == "of" and tree[at].head < len(tree):
        at = max(at, tree[at].head) + 1
    return at + 1 if at < len(tree) and tree[at].text == "," else at


def _tells_what(tree: Sentence, subject: int, verb: int) -> bool:
    """Tell "X, a website focusing on farming": what it is about, not what it pushes."""
    return tree[verb].lemma == "focus" and tree[subject].deprel == "appos"


def _is_staff(tree: Sentence, noun: int, verb: int) -> bool:
    """Tell "the Lind campaign says": a candidate's people, who make a statement."""
    return (
        tree[noun].lemma.lower() == "campaign"
        and tree[verb].tag != "VBG"
        and any(
            tree[child].upos == "PROPN"
            for child in tree.children(noun, "compound", "nmod:poss")
        )
    )


def _is_called_for(tree: Sentence, verb: int) -> bool:
    """Tell "we have to spread the idea that": nobody does so yet."""
    above, relation = tree[verb].head, tree[verb].deprel
    while above >= 0 and relation == "conj":
        verb, relation = above, tree[above].deprel
        above = tree[above].head
    if any(tree[one].tag == "MD" for one in tree.children(verb, "aux")):
        return True
    return relation == "xcomp" and tree[above].lemma in {"have", "need", "want", "must"}


def _lemma(tree: Sentence, verb: int) -> str:
    """Return a verb with what belongs to it: "goes back to", "makes the rounds"."""
    lemma = tree[verb].lemma.lower()
    if any(tree[one].text == "back" for one in tree.children(verb, "advmod")):
        return f"{lemma} back"
    with_it = tree.children(verb, "obj", "xcomp", "advmod")
    return (
        f"{lemma} {tree[with_it[0]].lemma.lower()}"
        if with_it and lemma in _LIGHT
        else lemma
    )


def _end_of_predicate(tree: Sentence, end: int) -> int:
    """Return where a clause ends whose own verb stands behind what the tree gives it.

    "That the truce offer | is a ruse": "offer" may have been taken for the verb.
    """
    behind = tree.token_at(end + 1)
    if behind is None or tree[behind].tag not in FINITE:
        return end
    auxiliary = tree[behind].upos == "AUX" and tree[behind].head > behind
    return tree.extent(tree[behind].head if auxiliary else behind)[1]


def _framer(tree: Sentence, verb: int) -> int | None:
    """Return who frames: the subject, or the noun right before a participle."""
    relation = tree[verb].deprel
    if verb and tree[verb].tag == "VBG" and tree[verb - 1].upos == "NOUN":
        return verb - 1  # "campaigns portraying it as"
    if relation in {"acl", "acl:relcl"}:
        return tree[verb].head
    return next(iter(find_subjects(tree, verb)), None)


def without_marks(text: str) -> str:
    """Trim marks at the ends of a label, but not one of a pair within it."""
    bare = text.strip(_MARKS)
    if bare.count('"') % 2:
        return bare + '"' if text.rstrip(" ,.;").endswith('"') else f'"{bare}'
    if bare.count("“") > bare.count("”"):
        return f"{bare}”"
    return bare

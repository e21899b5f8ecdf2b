"""Code a sentence by the dictionaries of event coders, over the parse of a build.

Who acts is the subject of the verb, who receives the first other party after it; in a
passive the other way round, and as a pattern says where it marks the sides. Only what
the dictionaries of actors and agents know is a party.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from verb_dictionary import Element, Pattern, Verb

from dragoman.analyze.own_codes import Coded, OwnCodes
from dragoman.extract.clauses.clause import find_subjects, is_passive
from dragoman.model.document import Document
from dragoman.model.syntax import Sentence

_OTHER_CLAUSES = frozenset({"conj", "parataxis", "advcl", "acl:relcl"})
_NOMINAL = frozenset({"NOUN", "PROPN", "NUM", "X"})
_BESIDE = frozenset({"acl", "acl:relcl", "conj", "cc", "appos", "parataxis"})
_INNER = frozenset({"compound", "amod", "nmod", "flat", "nummod", "det", "case"})


@dataclass(frozen=True, slots=True)
class Party:
    """A phrase that dictionaries know.

    Attributes:
        head: Its head.
        codes: Its codes.
        named: Whether an actor is named, not only a common noun.
    """

    head: int
    codes: tuple[str, ...]
    named: bool


class DictionaryCoder:
    """Codes sentences by verbs, actors and agents."""

    def __init__(
        self,
        verbs: Mapping[str, Sequence[Verb]],
        own: OwnCodes,
        discards: Sequence[str] = (),
    ) -> None:
        self._verbs = verbs
        self._own = own
        self._discards = discards

    def code(
        self, document: Document, tree: Sentence
    ) -> Iterator[tuple[str, str, str]]:
        """Yield source, target and code of each event of a sentence."""
        text = f" {document.text[tree.start : tree.end].upper()}"
        if any(f" {phrase}" in text for phrase in self._discards):
            return
        seen: set[tuple[str, str]] = set()
        for index in sorted(range(len(tree)), key=lambda one: _depth(tree, one)):
            for source, target, code in self._read(document, tree, index):
                if source != target and (source, target) not in seen:
                    seen.add((source, target))
                    yield source, target, code

    def _read(
        self, document: Document, tree: Sentence, index: int
    ) -> Iterator[tuple[str, str, str]]:
        if tree[index].upos not in {"VERB", "AUX", "NOUN", "ADJ"}:
            return
        verb = self._find_verb(tree, index)
        if verb is None:
            return
        parties = self._parties(document, tree)
        pattern, bound = _best_pattern(tree, index, verb, parties)
        codes = verb.codes if pattern is None else pattern.codes
        if not any(codes):
            return
        sources, targets = self._sides(tree, index, parties, bound)
        for source in sources:
            for target in targets:
                if codes[0]:
                    yield source, target, codes[0]
                if len(codes) > 1 and codes[1]:
                    yield target, source, codes[1]

    def _find_verb(self, tree: Sentence, index: int) -> Verb | None:
        token = tree[index]
        keys = dict.fromkeys((token.text.upper(), token.lemma.upper()))
        if token.upos not in {"VERB", "AUX"} and not token.tag.startswith("VB"):
            return None
        for key in keys:
            for verb in self._verbs.get(key, ()):
                begin = index - verb.main
                if begin >= 0 and all(
                    begin + n < len(tree) and word in _texts(tree, begin + n)
                    for n, word in enumerate(verb.words)
                ):
                    return verb
        return None

    def _parties(self, document: Document, tree: Sentence) -> list[Party]:
        """Return the phrases that dictionaries know, in order of the text."""
        found: list[Party] = []
        index = 0
        while index < len(tree):
            if tree[index].upos not in _NOMINAL:
                index += 1
                continue
            top = _phrase_head(tree, index)
            low, high = tree.extent(top, without=_BESIDE)
            coded = self._own.code(document.text[low:high], document.published)
            if coded is not None:
                found.append(_spread(self._own, document, tree, top, coded))
            while index < len(tree) and tree[index].start < high:
                index += 1
        return found

    def _sides(
        self,
        tree: Sentence,
        verb: int,
        parties: Sequence[Party],
        bound: Mapping[str, Party],
    ) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """Return the codes of who acts and of the other side."""
        if "%" in bound and bound["%"].head < verb:
            both = _group(tree, bound["%"], parties)
            return both, both
        first = _find_subject(tree, verb, parties)
        after = [one for one in parties if one.head > verb and one is not first]
        after = [one for one in after if one.named] or after
        near = [one for one in after if not _in_other_clause(tree, one.head, verb)]
        second = next(iter(near or after), None)
        if is_passive(tree, verb):
            first, second = (second, first) if first is not None else (None, None)
        opposite = bound.get("+", bound.get("%"))
        if "$" in bound and opposite is None and second is bound["$"]:
            second = first
        if opposite is not None and "$" not in bound and opposite is first:
            first = second
        first, second = bound.get("$", first), opposite or second
        if first is None or second is None or not (first.named or second.named):
            return (), ()
        return _group(tree, first, parties), _group(tree, second, parties)


def _find_subject(tree: Sentence, verb: int, parties: Sequence[Party]) -> Party | None:
    """Return the party of the subject; without any subject the first one before."""
    subjects = find_subjects(tree, verb)
    for subject in subjects:
        inside = set(tree.subtree(subject, without=frozenset({"acl:relcl"})))
        for party in parties:
            if party.head in inside:
                return party
    named = any(tree[subject].upos != "PRON" for subject in subjects)
    before = [party for party in parties if party.head < verb and party.named]
    return None if named or not before else before[0]


def _spread(
    own: OwnCodes,
    document: Document,
    tree: Sentence,
    top: int,
    coded: Coded,
) -> Party:
    """Return a phrase with its codes; of "ambassadors of A, B and C" three."""
    day = document.published
    actors = list(coded.actors[:1])
    for child in tree.subtree(top, without=frozenset({"acl", "acl:relcl", "appos"})):
        above = tree[child].head
        if tree[child].deprel != "conj" or not tree[above].deprel.startswith("nmod"):
            continue
        low, high = tree.extent(child, without=frozenset({"conj", "cc"}))
        more = own.code(document.text[low:high], day)
        actors.extend(more.actors if more is not None else ())
    codes = Coded(tuple(dict.fromkeys(actors)), coded.before, coded.after).codes()
    return Party(top, codes, named=bool(actors))


def _group(tree: Sentence, party: Party, parties: Sequence[Party]) -> tuple[str, ...]:
    """Return the codes of a party and of those joined to it by "and"."""
    first = party.head
    while tree[first].deprel == "conj":
        first = tree[first].head
    heads = {first, *tree.conjuncts(first)}
    joined = [one for one in parties if one.head in heads] or [party]
    lead = next((one.codes[0][:3] for one in joined if one.named), "---")
    # "Danish media and government": the country is told once.
    return tuple(
        dict.fromkeys(
            code if one.named else lead + code for one in joined for code in one.codes
        )
    )


def _depth(tree: Sentence, index: int) -> tuple[int, int]:
    depth, current = 0, index
    while tree[current].head >= 0:
        current = tree[current].head
        depth += 1
    return depth, index


def _phrase_head(tree: Sentence, index: int) -> int:
    """Return the head of the noun phrase that a word belongs to."""
    top = index
    while (
        tree[top].deprel.partition(":")[0] in _INNER
        and tree[top].head >= 0
        and tree[tree[top].head].upos in _NOMINAL
    ):
        if tree[top].deprel == "nmod" and tree.case_of(top) not in {"of", "in", "from"}:
            break
        top = tree[top].head
    return top


def _in_other_clause(tree: Sentence, token: int, verb: int) -> bool:
    current = token
    while current != verb and current >= 0:
        if tree[current].deprel in _OTHER_CLAUSES and tree[current].upos in {
            "VERB",
            "AUX",
            "ADJ",
        }:
            return True
        current = tree[current].head
    return current != verb


def _texts(tree: Sentence, index: int) -> set[str]:
    token = tree[index]
    lemma = token.lemma.upper()
    return {
        token.text.upper(),
        lemma,
        f"{lemma}S",
        token.text.upper().replace("’", "'"),
    }


def _best_pattern(
    tree: Sentence, index: int, verb: Verb, parties: Sequence[Party]
) -> tuple[Pattern | None, Mapping[str, Party]]:
    begin, end = index - verb.main, index - verb.main + len(verb.words)
    for pattern in verb.patterns:
        bound: dict[str, Party] = {}
        if _fits(tree, pattern.before, begin - 1, -1, parties, bound) and _fits(
            tree, pattern.after, end, 1, parties, bound
        ):
            return pattern, bound
    return None, {}


def _fits(
    tree: Sentence,
    elements: Sequence[Element],
    start: int,
    step: int,
    parties: Sequence[Party],
    bound: dict[str, Party],
) -> bool:
    """Tell whether the places of one side of a pattern are filled, going outwards."""
    position = start
    for element in elements:
        place = _place(tree, element, position, step, parties, bound)
        if place is None:
            return False
        position = place
    return True


def _place(
    tree: Sentence,
    element: Element,
    start: int,
    step: int,
    parties: Sequence[Party],
    bound: dict[str, Party],
) -> int | None:
    """Return where to go on after a place, ``None`` if nothing fills it."""
    if element.side:
        listed = [p for p in parties if (p.head - start) * step >= 0]
        if not listed:
            return None
        nearest = min(listed, key=lambda one: abs(one.head - start))
        if element.side != "^":
            bound.setdefault(element.side, nearest)
        return nearest.head + step
    position = start
    while 0 <= position < len(tree):
        for phrase in element.phrases:
            span = range(position, position + step * len(phrase), step)
            words = phrase if step > 0 else phrase[::-1]
            if all(
                0 <= at < len(tree) and word in _texts(tree, at)
                for at, word in zip(span, words, strict=True)
            ):
                return position + step * len(phrase)
        if element.near:
            return None
        position += step
    return None

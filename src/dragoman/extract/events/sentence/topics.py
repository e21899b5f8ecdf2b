"""What a meeting or an agreement is about, in the words of the source."""

from collections.abc import Iterator

from dragoman.extract.clauses.obliques import find_obliques
from dragoman.extract.events.setting.settings import SettingReader
from dragoman.extract.events.triggers.triggers import Match
from dragoman.model.syntax import Sentence

_ABOUT = frozenset({"on", "about", "over", "regarding", "concerning", "around", "into"})
_MATTERS = frozenset({"about", "regarding", "concerning"})
_SPLIT = frozenset(
    {"conj", "cc", "punct", "case", "mark", "aux", "advmod", "parataxis", "acl:relcl"}
)
_MARKS = " \t\n\"'“”‘’«»„,;:"
_VIEWS = frozenset({"view", "opinion", "note", "idea", "stock"})
_NO_MATTER = frozenset(
    {
        "side",
        "sideline",
        "visit",
        "trip",
        "dinner",
        "lunch",
        "breakfast",
        "coffee",
        "tea",
    }
    | {"phone", "telephone", "margin", "occasion", "day", "morning", "eve", "basis"}
    | {"island", "coast", "shore", "campus", "ship", "plane", "outskirt", "ground"}
    | {"tarmac", "runway", "platform", "doorstep", "stair", "step", "pier", "quay"}
    | {"behalf", "part", "level", "request", "invitation", "way", "end", "side-line"}
)
_UP = 4
_ADDRESSED = frozenset({"issue", "matter", "question", "topic", "agenda", "item"})


class TopicReader:
    """Reads topics, verbatim."""

    def __init__(self, settings: SettingReader, verbs: frozenset[str]) -> None:
        self.settings = settings
        self.document = settings.document
        self._verbs = verbs

    def of_match(self, sentence: int, match: Match) -> list[str]:
        """Return the topics that hang on a trigger."""
        tree = self.settings.annotations.sentences[sentence]
        found: list[str] = []
        heads = [match.head] if match.noun is None else [match.head, match.noun]
        for head in heads:
            for one in find_obliques(tree, head):
                matter = self._is_matter(sentence, one.token, one.case)
                if one.case in _ABOUT and matter:
                    _extend(found, self.phrases(tree, one.token))
            for child in tree.children(
                head, "advcl", "acl", "acl:relcl", "conj", "xcomp"
            ):
                if tree[child].lemma.lower() in self._verbs:
                    _extend(found, self.of_verb(sentence, child))
        for verb in _about_doing(tree, match.head):
            _extend(found, [self.clause(tree, verb)])
        return found

    def of_verb(self, sentence: int, verb: int) -> list[str]:
        """Return what a verb of talking is about: "discussed X, Y and Z"."""
        tree = self.settings.annotations.sentences[sentence]
        found: list[str] = []
        heads = [verb]
        for token in tree.children(verb, "obj"):
            if tree[token].lemma.lower() in self.settings.reader.words["people"]:
                continue  # "a meeting that included envoys"
            if tree[token].lemma.lower() in _VIEWS:  # "exchanged views on X"
                heads.append(token)
            elif tree[verb].lemma.lower() == "exchange":
                continue  # "exchanged invitations"
            else:
                _extend(found, self.phrases(tree, token))
        cases = _ABOUT if found else _ABOUT | {"upon", "with", "to"}
        for head in heads:
            for one in find_obliques(tree, head):
                if one.case in cases and self._is_matter(sentence, one.token, one.case):
                    _extend(found, self.phrases(tree, one.token))
        if not found:
            for token in tree.children(verb, "xcomp", "ccomp"):
                _extend(found, [self.clause(tree, token)])
        return found

    def raised(self, tree: Sentence, verb: int) -> list[str]:
        """Return what was talked about: "border trade and the dam were discussed"."""
        found: list[str] = []
        if tree.is_passive(verb):
            for token in tree.children(verb, "nsubj:pass"):
                if tree[token].upos != "PRON":
                    _extend(found, self.phrases(tree, token))
        return found

    def agreed(self, sentence: int, verb: int) -> list[str]:
        """Return what is agreed: "to open a crossing", "that talks resume"."""
        tree = self.settings.annotations.sentences[sentence]
        found: list[str] = []
        for token in tree.children(verb, "xcomp", "ccomp", "advcl"):
            for head in tree.conjuncts(token):
                if tree[head].upos in {"VERB", "AUX", "ADJ", "NOUN"}:
                    _extend(found, [self.clause(tree, head)])
        return found

    def phrases(self, tree: Sentence, token: int) -> Iterator[str]:
        """Yield the conjuncts of a noun phrase as they stand."""
        for head in tree.conjuncts(token):
            start, end = tree.extent(head, without=_SPLIT)
            venues = (
                tree[token].start
                for token in range(head + 1, len(tree))
                if tree[token].text == "at" and tree[tree[token].head].upos == "PROPN"
            )  # "over a range of issues at State House"
            end = min(end, next(venues, end))
            text = self.document.text[start:end].strip(_MARKS)
            if text:
                yield text

    def clause(self, tree: Sentence, verb: int) -> str:
        """Return a clause without its marker and its conjuncts."""
        start, end = tree.extent(verb, without=(_SPLIT - {"advmod", "aux"}) | {"advcl"})
        text = self.document.text[start:end].strip(_MARKS)
        return text.removeprefix("to ").removeprefix("that ")

    def _is_matter(self, sentence: int, token: int, case: str) -> bool:
        """Tell whether a phrase can be a topic: no date, no mere pronoun.

        "On" and "over" may also tell where or how: "on the island", "over dinner".
        """
        tree = self.settings.annotations.sentences[sentence]
        if self.settings.inside_time(sentence, token):
            return False
        if tree[token].upos == "PRON" or tree[token].lemma.lower() in _ADDRESSED:
            return False
        return case in _MATTERS or tree[token].lemma.lower() not in _NO_MATTER


def _about_doing(tree: Sentence, head: int) -> Iterator[int]:
    """Yield the verb of "spoke with Lee about opening the border"."""
    for mark in tree.find_words(_ABOUT):
        verb = tree[mark].head
        if verb <= head or tree[verb].tag != "VBG" or verb < mark:
            continue
        above = verb
        for _ in range(_UP):
            above = tree[above].head
            if above == head:
                yield verb
            if above < 0 or tree[above].upos == "VERB":
                break


def _extend(found: list[str], more: Iterator[str] | list[str]) -> None:
    found.extend(text for text in more if text and text not in found)

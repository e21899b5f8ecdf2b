"""Slogans: quotations that are pushed, by what stands around them."""

import re
from collections.abc import Iterator
from functools import cache

from dragoman.extract.clauses.clause import clause_head
from dragoman.extract.narratives.carriers import CarrierReader
from dragoman.extract.narratives.found import Found
from dragoman.extract.narratives.pushed import Pushed
from dragoman.model.annotation import Quotation
from dragoman.model.claim import Party
from dragoman.model.syntax import Sentence
from dragoman.schema.loader import NarrativeOntology, unite_words

_BETWEEN = re.compile(r"[\s,;]*(?:and|or|,|&)?[\s,;]*(?:the\s+)?$", re.IGNORECASE)
_WORD = r"(?:slogan|motto|watchword|chant|mantra|catchphrase|tagline)s?"
_ITSELF = re.compile(rf"\b{_WORD}\b", re.IGNORECASE)
# "The “Bread now” chant", "“Bread now” became the rallying cry of", "chose “Bread now”
# as its slogan", "“Bread now,” the motto of": the noun stands behind.
_BEHIND = re.compile(
    rf"(?:\s+|[\s,]*(?:(?:is|was|(?:has |had )?become|became|remains?|as)\s+)?"
    rf"(?:the|its|their|his|her|an?|our)\s+(?:[\w’'-]+\s+){{0,3}}?)"
    rf"(?P<noun>{_WORD}|(?:rallying|battle|war)\s+cry)\b",
    re.IGNORECASE,
)
_SMALL = 4  # letters of words that are small in titles
_TRAILING = " \t\n,;.:"
_REACH = 70  # code points before a quotation in which its cue stands
_LONGEST = 140  # a slogan is short


# Who sings a slogan, not a song.
_STREET = frozenset(
    {"protester", "demonstrator", "marcher", "striker", "docker", "rally", "march"}
    | {"protest", "demonstration", "strike", "picket", "rioter", "worker", "activist"}
)
# What is called by its name: "the song “X”", "their painting, “X”".
_WORK = re.compile(
    r"\b(?:songs?|anthem|hymn|ballad|album|single|track|novel|poem"
    r"|paintings?|portrait|sculpture|sitcom|opera|musical)\b[\s,]*$",
    re.IGNORECASE,
)
_INSCRIBED = re.compile(r"\binscriptions?\b[^.;]*$", re.IGNORECASE)
_RANK_OR_HEADLINE = re.compile(
    r"\btitle of(?: the| an?)?\W*$|\bas (?:its|their|the) headlines?\W*$", re.IGNORECASE
)


class SloganReader:
    """Reads slogans of one document."""

    def __init__(self, carriers: CarrierReader, words: NarrativeOntology) -> None:
        self.carriers = carriers
        self.document = carriers.document
        self.annotations = carriers.annotations
        self._cues, self._any_cue = _read_cues(words)
        self._title = _read_title(words["promotions"])
        self._spreading = unite_words(
            words["spread_verbs"], words["releasing_verbs"], words["weak_verbs"]
        )
        self._pushes = unite_words(
            words["chant_verbs"], words["push_verbs"], words["spread_verbs"]
        )
        nouns = unite_words(words["slogan_nouns"], words["media_things"])
        self._only_verbs = unite_words(words["chant_verbs"], words["push_verbs"])
        self._only_verbs -= unite_words(nouns, words["idea_nouns"])
        self._promotions = words["promotions"]
        self._cried = words["chant_verbs"]
        self._pushed = Pushed(carriers, words)

    def read(self) -> Iterator[Found]:
        """Yield every slogan."""
        yield from self._quoted()

    def _quoted(self) -> Iterator[Found]:
        text = self.document.text
        before: tuple[Quotation, tuple[Party, ...]] | None = None
        for quotation in self.annotations.quotations:
            label = text[quotation.start : quotation.end].strip(_TRAILING)
            sentence = self.annotations.sentence_at(quotation.outer_start)
            if not label or len(label) > _LONGEST or sentence is None:
                before = None
                continue
            if before is not None and self._continues(before[0], quotation):
                carriers = before[1]
            else:
                found = self._cue(quotation, sentence)
                cue, kind = (None, "") if found is None else found
                if (
                    cue is None
                    or not self._pushed.shows(sentence, cue, kind, quotation)
                    or self._is_headline(quotation, sentence, cue)
                ):
                    before = None
                    continue
                # "The slogan for the campaign was projected": it carries itself not.
                carriers = tuple(
                    party
                    for party in self._carriers(sentence, cue, quotation)
                    if party.entity is not None or not self._is_itself(party, sentence)
                )
                if self._is_work(sentence, cue, quotation, carriers):
                    before = None
                    continue
            before = (quotation, carriers)
            tree = self.annotations.sentences[sentence]
            end = max(tree.end, quotation.end)
            yield Found(label, "slogan", carriers, None, (tree.start, end))

    def _is_work(
        self, sentence: int, cue: int, quotation: Quotation, carriers: tuple[Party, ...]
    ) -> bool:
        """Tell the title of a work, and words of a clause, from what is cried.

        "The song “X” was released" pushes nothing, nor does a singer who sings “X”, or
        a print called “X”; in "shouting that they “will come”" the cry is retold.
        """
        tree = self.annotations.sentences[sentence]
        token = tree.token_at(cue)
        if self._is_of_a_work(tree, quotation):
            return True
        if token is None:
            return False
        lemma, noun = tree[token].lemma.lower(), tree[token].upos in {"NOUN", "PROPN"}
        if noun and (lemma in self._only_verbs or tree[token].text == "themes"):
            return True
        if noun and lemma in self._promotions:
            return bool(carriers) and not self.carriers.without_things(carriers)
        if lemma == "sing" and _is_title(self.document.text, quotation):
            return tree.lemmas.isdisjoint(_STREET)
        head = tree.head_of(quotation.start, quotation.end)
        subject = None if head is None else tree.child(head, "nsubj", "nsubj:pass")
        return subject is not None and tree[subject].end <= quotation.outer_start

    def _is_of_a_work(self, tree: Sentence, quotation: Quotation) -> bool:
        """Tell what a song, a statue, a rank or an article is called or inscribed."""
        text = self.document.text
        head = text[tree.start : quotation.outer_start]
        if _RANK_OR_HEADLINE.search(head) is not None:
            return True
        words = text[quotation.start : quotation.end]
        if words.isupper() or not _is_title(text, quotation):
            return False
        if _INSCRIBED.search(head) is not None:
            return True
        cried = any(token.lemma.lower() in self._cried for token in tree)
        return not cried and _WORK.search(head) is not None

    def _is_itself(self, party: Party, sentence: int) -> bool:
        """Tell whether a slogan is told to carry itself, or words in marks do."""
        tree = self.annotations.sentences[sentence]
        start = self.document.text.find(party.name, tree.start, tree.end)
        return _ITSELF.search(party.name) is not None or self._is_quoted(start)

    def _continues(self, before: Quotation, quotation: Quotation) -> bool:
        text = self.document.text
        between = text[before.outer_end : quotation.outer_start]
        if text[before.start].isupper() and text[quotation.start].islower():
            return False  # "with the slogan “Go so good”, “an allusion to oats”"
        if "\n" in between:
            return False
        return len(between) < 12 and _BETWEEN.fullmatch(between) is not None

    def _is_headline(self, quotation: Quotation, sentence: int, cue: int) -> bool:
        """Tell the headline of a report passed on from a motto that stands over one.

        "Republished it under the headline “Army burns mill”" tells, as does one with
        a verb; "under the headline “One river, one heart”" cries.
        """
        head = self.document.text[cue : quotation.outer_start].lower()
        if "headline" not in head:
            return False
        if self.document.text[quotation.start].islower():
            return True  # "its headline was “against all custom”" judges one
        tree = self.annotations.sentences[sentence]
        return any(
            (token.start < cue and self.carriers.is_passing_on(token))
            or (
                quotation.start <= token.start < quotation.end
                and token.tag in {"VBZ", "VBD", "VBP", "MD"}
            )
            for token in tree
        )

    def _cue(self, quotation: Quotation, sentence: int) -> tuple[int, str] | None:
        """Return where the words begin that make a slogan, and their kind."""
        start = max(
            self.annotations.sentences[sentence].start, quotation.outer_start - _REACH
        )
        head = self.document.text[start : quotation.outer_start]
        if '"' in head or "”" in head or "»" in head:
            head = re.split(r'["”»]', head)[-1]
            start = quotation.outer_start - len(head)
        for kind, cue in self._cues if self._any_cue.search(head) else ():
            found = cue.search(head)
            # "respond with “corresponding measures”" announces some
            some = kind == "answer" and self.document.text[quotation.start].islower()
            if found is not None and not some:
                return start + found.start(), kind
        end = self.annotations.sentences[sentence].end
        called = self._title.search(head)
        if called is not None and self._is_spread(sentence, start + called.start(1)):
            return start + called.start(1), "title"
        behind = _BEHIND.match(self.document.text, quotation.outer_end, end)
        return None if behind is None else (behind.start("noun"), "named")

    def _is_spread(self, sentence: int, offset: int) -> bool:
        """Tell whether a video whose title follows is put out or passed on."""
        tree = self.annotations.sentences[sentence]
        noun = tree.token_at(offset)
        if noun is None:
            return False
        verbs = [tree[noun].head, *tree.children(noun, "acl")]
        return any(
            verb >= 0
            and tree[verb].upos == "VERB"
            and tree[verb].lemma.lower() in self._spreading
            for verb in verbs
        )

    def _carriers(
        self, sentence: int, offset: int, quotation: Quotation
    ) -> tuple[Party, ...]:
        """Return whose slogan it is, and who chants it; else who does by the cue."""
        tree = self.annotations.sentences[sentence]
        token = tree.token_at(offset)
        if token is None:
            return ()
        owners = self._owners(sentence, token, quotation)
        doing = self._doing(sentence, token)
        if not owners:
            return doing
        verb = token if tree[token].upos == "VERB" else clause_head(tree, token)
        pushed = tree[verb].lemma.lower() in self._pushes
        others = tuple(one for one in doing if pushed and one not in owners)
        return (*owners, *others)

    def _owners(
        self, sentence: int, cue: int, quotation: Quotation
    ) -> tuple[Party, ...]:
        """Return the Front of "the Front's slogan “...”", "a Front chant: “...”"."""
        tree = self.annotations.sentences[sentence]
        if tree[cue].start >= quotation.end:
            noun = cue if tree[cue].upos in {"NOUN", "PROPN"} else cue + 1
            return self.carriers.owners_of(sentence, min(noun, len(tree) - 1))
        for index in range(len(tree) - 1, -1, -1):
            word = tree[index]
            near = word.end > quotation.outer_start - _REACH
            if (
                near
                and word.end <= quotation.outer_start
                and (_ITSELF.fullmatch(word.text) is not None)
            ):
                own = self.carriers.owners_of(sentence, index)
                return own or self.carriers.told_of(sentence, index)
        return ()

    def _doing(self, sentence: int, token: int) -> tuple[Party, ...]:
        tree = self.annotations.sentences[sentence]
        for clause in tree.children(token, "acl"):
            passed_on = tree[clause].lemma.lower() in self._spreading
            if passed_on and tree.children(clause, "obl:agent"):
                # "a video, “X”, shared by"
                return self.carriers.of_verb(sentence, clause)
        verb = token if tree[token].upos == "VERB" else clause_head(tree, token)
        if verb != token and self._is_quoted(tree[verb].start):
            return self.carriers.of_clause_before(sentence, token)
        for _ in range(3):
            if tree[verb].tag == "VBN" and tree[verb].deprel == "acl":
                if tree.children(verb, "obl:agent"):
                    break
                verb = clause_head(tree, tree[verb].head)
        found = self.carriers.of_verb(sentence, verb)
        if found:
            return self.carriers.without_things(found)
        noun = next((i for i in (token,) if tree[i].upos in {"NOUN", "PROPN"}), None)
        return () if noun is None else self.carriers.of_noun(sentence, noun)

    def _is_quoted(self, offset: int) -> bool:
        return self.annotations.is_quoted(offset)


def _is_title(text: str, quotation: Quotation) -> bool:
    """Tell "American Skin" from "We want bread": all long words begin large."""
    words = text[quotation.start : quotation.end].split()
    return all(word[:1].isupper() for word in words if len(word) > _SMALL)


@cache
def _read_cues(
    words: NarrativeOntology,
) -> tuple[tuple[tuple[str, re.Pattern[str]], ...], re.Pattern[str]]:
    """Return what stands before a slogan, by kind, and what each begins with."""
    nouns = _either(words["slogan_nouns"], plural=True)
    ideas = _either(words["idea_nouns"], plural=True)
    push = _either(words["push_verbs"], verbal=True)
    chant = _either(words["chant_verbs"], verbal=True)
    things = _either(words["media_things"] - words["reports"], plural=True)
    titled = _either(words["titled"])
    gap = r"(?:\W+[\w'’-]+){0,4}\W*"
    cues = tuple(
        (kind, re.compile(rf"(?P<cue>\b(?:{pattern}))$", re.IGNORECASE))
        for kind, pattern in (
            ("idea", rf"{push}(?:\W+[\w'’-]+){{0,5}}?\W+{ideas}\b{gap}"),
            ("chant", rf"{chant}\b{gap}"),
            ("thing", rf"{things}\b(?:\W+[\w'’-]+){{0,6}}?\W+{titled}\W*"),
            ("under", rf"under the (?:{nouns}|lines?|words)\W*"),
            (
                "answer",
                r"(?:answer|respond|repl(?:y|ies|ied)|counter)\w* with\W*",
            ),
            (
                "surface",
                r"(?:wall|banner|sign|placard|graffit|poster)\w*\b[^\"“]{0,60}?"
                r"\breads?\W*",
            ),
            (
                "surface",
                r"(?:banner|placard|sign|poster|picket|march|rall|demonstrat|protest"
                r"|leaflet|flyer|pamphlet|sticker|mural|graffit|shirt|wall)"
                r"\w*\b[^\"“]{0,60}?(?:with|bearing|carrying|displaying|showing)"
                r" the (?:words|inscription|message|text|legend)\W*",
            ),
            # "The slogan for the campaign, “...”": the quotation is its name.
            (
                "named",
                rf"{_WORD}(?:\W+(?:for|of|in|at|on)(?:\W+[\w'’-]+){{1,5}})?,\W*",
            ),
            # The slogan of somebody, with a crowd perhaps, up to a colon.
            ("named", rf"{_WORD}\b[^.;:\"“”]{{0,40}}:\W*"),
            (
                "noun",
                rf"{nouns}\b(?:\W+(?:of|that|such as|like|reading|which|said|read|"
                rf"including|called|was|is|the|a))*\W*",
            ),
        )
    )
    opening = (
        rf"{push}|{chant}|{things}|{nouns}|{_WORD}|under the |answer|respond|repl"
        "|counter|wall|banner|sign|placard|graffit|poster|picket|march|rall|demonstrat"
        "|protest|leaflet|flyer|pamphlet|sticker|mural|shirt"
    )
    return cues, re.compile(rf"\b(?:{opening})", re.IGNORECASE)


@cache
def _read_title(words: frozenset[str]) -> re.Pattern[str]:
    """Read "A second video, “X”, shared by", "ran a short film, “X,”"."""
    clips = _either(words, plural=True)
    return re.compile(rf"\b(?:short |campaign )?({clips})[\s,]*$", re.IGNORECASE)


def _either(
    words: frozenset[str], *, plural: bool = False, verbal: bool = False
) -> str:
    """Return a pattern of alternatives, longest first, with inflections."""
    forms = []
    for word in sorted(words, key=lambda one: (-len(one), one)):
        stem = re.escape(word)
        if plural:
            forms.append(rf"{stem}(?:e?s)?")
        elif verbal:
            forms.append(_inflected(word))
        else:
            forms.append(stem)
    return f"(?:{'|'.join(forms)})"


def _inflected(verb: str) -> str:
    if verb in {"sing", "spread", "broadcast"}:
        return {"sing": "s[aiu]ng(?:s|ing)?"}.get(verb, rf"{verb}(?:s|ing)?")
    stem = re.escape(verb.removesuffix("e"))
    ending = "e" if verb.endswith("e") else ""
    last = re.escape(verb[-1])
    if verb.endswith("y"):
        return rf"{re.escape(verb[:-1])}(?:y|ies|ied|ying)"
    return rf"{stem}(?:{ending}s?|es|ed|ing|{last}ed|{last}ing)"

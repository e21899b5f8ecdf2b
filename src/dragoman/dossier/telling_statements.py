"""Sentences that tell what somebody said, a slogan, or a judgement of a source."""

import re
from dataclasses import dataclass

from dragoman.analyze.phrases import SharedPhrase
from dragoman.dossier.material import Material, end_sentence, quote, says, shorten
from dragoman.dossier.prose import (
    capitalize,
    count_words,
    date_words,
    join_words,
    when_phrase,
)
from dragoman.dossier.telling_offices import add_glosses, cite_glosses
from dragoman.model.claim import Manner
from dragoman.model.dossier import CitedSentence
from dragoman.model.entity import Narrative, Statement
from dragoman.model.span import Citation

CONTENT_CHARS = 600
CONDITION_CHARS = 240

# Past tense of each act: before a clause or a quotation, and before a noun phrase.
_VERBS = {
    "assert": ("said", "said"),
    "announce": ("announced", "announced"),
    "pledge": ("pledged", "pledged"),
    "threaten": ("threatened", "threatened"),
    "warn": ("warned", "warned of"),
    "demand": ("demanded", "demanded"),
    "direct": ("gave the directive", "gave the directive"),
    "request": ("asked", "asked for"),
    "accuse": ("accused", "accused"),
    "deny": ("denied", "denied"),
    "reject": ("rejected", "rejected"),
    "praise": ("praised", "praised"),
    "condemn": ("condemned", "condemned"),
    "thank": ("gave thanks", "gave thanks for"),
    "agree": ("agreed", "agreed on"),
    "assess": ("judged", "judged"),
}
# The same before whom it is told to; the others take "addressing".
_TELLS = {
    "assert": "told",
    "announce": "announced to",
    "pledge": "pledged to",
    "threaten": "threatened",
    "warn": "warned",
    "demand": "demanded of",
    "direct": "directed",
    "request": "asked",
    "deny": "denied to",
}
# The same before an infinitive: "announced plans “to meet”", with no colon between.
_LEADS = {
    "announce": "announced plans",
    "pledge": "pledged",
    "threaten": "threatened",
    "demand": "demanded",
    "direct": "gave the directive",
    "request": "asked",
    "reject": "refused",
    "agree": "agreed",
}
_INFINITIVE = re.compile(r"(?:not )?to (?!the |an? )[a-z“‘\"']")
# Acts that take a noun phrase as their object: "praised “the role …”".
_TRANSITIVE = frozenset(
    {"warn", "demand", "request", "deny", "reject", "praise", "condemn", "thank"}
    | {"announce", "agree", "pledge"}
)
_NOUN_START = re.compile(
    r"(?:the|a|an|his|her|its|their|this|that|these|those|all|any|\w+['’]s) ",
    re.IGNORECASE,
)
# "Warned of “Japan”".
_NAME = re.compile(r"[A-Z][\w'’.-]*(?: [A-Z][\w'’.-]*){0,4}")
# A clause has a finite verb early; a noun phrase does not. Good enough to choose
# between a colon and none.
_FINITE = re.compile(
    r"\b(?:is|are|was|were|has|have|had|will|would|can|could|should|must|may|might|"
    r"does|did|do)\b"
)


# Verbs of the report that can stand behind the name of whoever speaks.
# In small letters: Ahmed and Saeed are nobody's deeds.
_PAST = re.compile(
    r"[a-z-]+ed|calls|urges|warns|reports|describes|rejects|praises|condemns"
    r"|accuses|demands|labels|brands|dubs|gave|put|made|sent|told|took|spoke|saw|held|paid|swore|laid|set|found|"
    r"forbade|wrote|hit"
)
_PASSIVE = re.compile(
    r"\b(?:be|been|being|is|are|was|were|to|not|never|n[’']t|would|could|may|might|"
    r"will|having|if|who|which|that)(?: \w+ly)? $",
    re.IGNORECASE,
)
_PARTICLES = frozenset({"for", "on", "upon", "of", "out", "to", "at", "against", "up"})
# What may stand between a verb and what it says: nothing that ends a clause.
_GAP_CHARS = 60
# "denied having received any letter": no "that" before it
# "denied: “it is not true”": what is denied is not told
_NEGATED = re.compile(r"(?:\b(?:not|never)\b|n['’]t\b)")
_RELATIVE = re.compile(r"\b(?:that|which|who|whom|whose|where)\b")
_GERUND = re.compile(r"(?:ever )?[a-z]{2,}ing\b(?! (?:is|was|has|had|will|would)\b)")
_APART = re.compile(r"[.;:!?\n“”\"]|\bthat\b")
_BEGINS = re.compile(r"\w+")


def tell_statement(
    material: Material, statement: Statement, *, dated: bool = True
) -> CitedSentence:
    """Tell a statement in one sentence, its words in quotation marks.

    Words of direct and mixed speech are the speaker's; those of indirect speech
    are the report's, and the sentence says so.

    Args:
        material: The case.
        statement: The statement.
        dated: Whether to say when; ``False`` where the date stands before it.
    """
    speakers = [material.name(party) for party in statement.speakers]
    who = join_words(speakers) or "an unnamed speaker"
    when = when_phrase(statement.time) if dated else ""
    direct = statement.manner is Manner.DIRECT
    phrase = None if direct else _told_with_verb(material, statement)
    if phrase is not None:
        by = statement.via[-1] if phrase.by_relay else None
        who = who if by is None else material.name(by)
        told = shorten(phrase.citation.quote, CONTENT_CHARS)
        hearer = "" if phrase.names_hearer else _hearers(material, statement, told)
        rest = f", addressing {hearer}" if hearer else ""
        text = f"{who}, as reported, {quote(told)}{rest}"
    else:
        text = f"{who} {_tell_words(statement, _hearers(material, statement))}"
    if when:
        text = f"{when}, {text}"
    relayed = phrase is None or not phrase.by_relay
    extras = _extras(material, statement, dated=dated, relayed=relayed)
    text = end_sentence(capitalize(text) + extras)
    text = add_glosses(text, statement.described)
    citations = statement.citations + cite_glosses(statement.described)
    if phrase is not None:
        citations = (phrase.citation, *citations)
    return CitedSentence(text, tuple(dict.fromkeys(citations)), (statement.id,))


def _hearers(material: Material, statement: Statement, told: str = "") -> str:
    """Return whom words are told to, unless the words of the source name them."""
    if any(
        says(told, name)
        for party in statement.addressees
        for name in material.names_of(party)
    ):
        return ""
    return join_words([material.name(party) for party in statement.addressees])


def _tell_words(statement: Statement, hearer: str) -> str:
    """Return the verb of a statement and its words, with whom they are told."""
    words = quote(shorten(statement.content, CONTENT_CHARS))
    clause, noun = _VERBS.get(statement.act, ("said", "said"))
    indirect = statement.manner is Manner.INDIRECT
    puts = ", as reported" if indirect else ""  # not the speaker's own words
    comma = "," if indirect else ""
    ahead = _LEADS.get(statement.act) if _INFINITIVE.match(statement.content) else None
    if hearer:
        tells = _TELLS.get(statement.act)
        told = f"{tells} {hearer}" if tells else f"{clause}, addressing {hearer}"
        return f"{told}{puts}{comma if ahead else ':'} {words}"
    if ahead:
        return f"{ahead}{puts}{comma} {words}"
    if _takes_object(statement):
        return f"{noun}{puts}{comma} {words}"
    if statement.act == "deny" and indirect:
        # "denied that “it fired”", but "denied “having received any letter”"
        if _NEGATED.search(statement.content[:40]):
            return f"denied{puts}: {words}"
        link = "" if _GERUND.match(statement.content) else " that"
        return f"denied{puts}{comma}{link} {words}"
    return f"{clause}{puts}: {words}"


@dataclass(frozen=True, slots=True)
class _Phrase:
    """A passage from the verb of a report to the end of what it says.

    Attributes:
        citation: The passage: "underlined the unity of Mali".
        by_relay: Whether the verb is that of who passes it on: "conveyed greetings".
        names_hearer: Whether somebody stands between: "briefed her on the talks".
    """

    citation: Citation
    by_relay: bool
    names_hearer: bool


def _told_with_verb(material: Material, statement: Statement) -> _Phrase | None:
    """Return words that are no sentence with the verb that the report puts to them.

    "Said: “the unity of Mali”" is no English, "“underlined the unity of Mali”" is.
    ``None`` where the words are a clause, or the verb is no finite past.
    """
    if _is_clause(statement.content):
        return None
    told = next((c for c in statement.citations if c.quote == statement.content), None)
    if told is None or told.span.document_id not in material.document_by_id:
        return None
    document = material.document_by_id[told.span.document_id]
    start, end = told.span.start, told.span.end
    inside = False
    place: int | None = None
    for cue in statement.citations:
        same = cue.span.document_id == document.id and cue != told
        if same and start <= cue.span.start and cue.span.end <= end:
            inside = True
        elif same and 0 <= start - cue.span.end <= _GAP_CHARS:
            place = cue.span.end
    if place is None and inside:
        place = len(document.text[:start].rstrip())
    if place is None or _APART.search(document.text, place, start):
        return None
    verb = _verb_before(document.text, place)
    if verb is None or _PASSIVE.search(document.text, max(verb - 30, 0), verb):
        return None
    between = _BEGINS.findall(document.text, place, start)
    return _Phrase(
        document.cite(verb, end),
        by_relay=inside and bool(statement.via),
        names_hearer=any(word.lower() not in _PARTICLES for word in between),
    )


def _verb_before(text: str, end: int) -> int | None:
    """Return where the past verb begins that ends here, a particle behind it."""
    words = list(re.finditer(r"\S+", text[max(end - 60, 0) : end]))
    if words and words[-1].group().lower() in _PARTICLES:
        words = words[:-1]
    if not words or _PAST.fullmatch(words[-1].group()) is None:
        return None
    return max(end - 60, 0) + words[-1].start()


def _takes_object(statement: Statement) -> bool:
    head = statement.content[:70]
    named = _NAME.fullmatch(statement.content) is not None
    bare = statement.manner is Manner.INDIRECT and named
    return (
        statement.act in _TRANSITIVE
        and (bare or _NOUN_START.match(head) is not None)
        and not _is_clause(head)
    )


def _is_clause(content: str) -> bool:
    """Tell "the need to end what may spread", a noun phrase, from a clause."""
    head = content[:70]
    finite = _FINITE.search(head)
    if finite is None:
        return False
    noun = _NOUN_START.match(head) is not None
    return not (noun and _RELATIVE.search(head, 0, finite.start()) is not None)


def _extras(
    material: Material,
    statement: Statement,
    *,
    dated: bool = True,
    relayed: bool = True,
) -> str:
    extras: list[str] = []
    # Mostly it stands in the words themselves.
    if statement.condition and not says(
        shorten(statement.content, CONTENT_CHARS), statement.condition
    ):
        condition = quote(shorten(statement.condition, CONDITION_CHARS))
        extras.append(f"condition: {condition}")
    if statement.via and relayed:
        chain = " via ".join(material.name(party) for party in statement.via)
        extras.append(f"relayed by {chain}")
    if statement.outlet is not None and statement.outlet not in statement.addressees:
        extras.append(f"through {material.name(statement.outlet)}")
    if len(statement.reports) > 1:
        origins = material.origins(statement.reports)
        extras.append(
            f"{len(statement.reports)} reports of {count_words(origins, 'origin')}"
        )
    if statement.against:
        extras.append("other reports have the contrary")
    day = material.first_published(statement.citations)
    if dated and day is not None and statement.time is None:
        extras.append(f"reported on {date_words(day)}")
    return f" ({'; '.join(extras)})" if extras else ""


def tell_assessment(material: Material, statement: Statement) -> CitedSentence:
    """Tell a judgement that a source makes in its own name."""
    sources = [material.name(party) for party in statement.speakers]
    who = join_words(sources) or "the author"
    words = quote(shorten(statement.content, CONTENT_CHARS))
    text = f"{capitalize(who)} writes: {words}{_extras(material, statement)}"
    return CitedSentence(end_sentence(text), statement.citations, (statement.id,))


def tell_narrative(material: Material, narrative: Narrative) -> CitedSentence:
    """Tell a slogan, a theme or a recirculation."""
    carriers = join_words([material.name(party) for party in narrative.carriers])
    label = quote(shorten(narrative.label, CONTENT_CHARS))
    if narrative.form == "recirculation":
        origin = "another side"
        if narrative.origin is not None:
            origin = material.name(narrative.origin)
        who = carriers or "an unnamed outlet"
        named = narrative.origin
        own = (
            named is not None and named.entity is None and named.name in narrative.label
        )
        # "passed on “three videos”": nobody else is told whose they are
        text = f"{who} passed on {label}"
        if not own:
            text = f"{who} passed on material of {origin}: {label}"
    else:
        by = f", pushed by {carriers}" if carriers else ""
        text = f"the {narrative.form} {label}{by}"
        if narrative.origin is not None:
            text += f", traced to {material.name(narrative.origin)}"
    sentence = end_sentence(capitalize(text))
    return CitedSentence(sentence, narrative.citations, (narrative.id,))


def tell_shared_phrase(material: Material, phrase: SharedPhrase) -> CitedSentence:
    """Tell who has said the same words, in the order in which they came out."""

    def came_out(statement: Statement) -> str:
        return material.first_published(statement.citations) or "~"

    saying = sorted(phrase.statements, key=lambda one: (came_out(one), one.id))
    told: dict[str, str] = {}
    for one in saying:
        day = came_out(one)
        when = "" if day == "~" else f" (reported on {date_words(day)})"
        for party in one.speakers:
            told.setdefault(material.name(party), when)
    who = join_words([f"{name}{when}" for name, when in told.items()])
    text = f"The words {quote(phrase.label)} were said by {who}"
    citations = tuple(citation for one in saying for citation in one.citations)
    refs = tuple(one.id for one in saying)
    return CitedSentence(end_sentence(text), citations, refs)

"""Sentences that tell what somebody said, a slogan, or a judgement of a source."""

import re

from dragoman.dossier.material import Material, end_sentence, quote, shorten
from dragoman.dossier.prose import (
    capitalize,
    choose,
    date_words,
    join_words,
    when_phrase,
)
from dragoman.dossier.telling_events import count_words
from dragoman.dossier.telling_offices import add_glosses, cite_glosses
from dragoman.model.claim import Manner
from dragoman.model.dossier import CitedSentence
from dragoman.model.entity import Narrative, Statement

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
# Acts that take a noun phrase as their object: "praised “the role …”".
_TRANSITIVE = frozenset(
    {"warn", "demand", "request", "deny", "reject", "praise", "condemn", "thank"}
    | {"announce", "agree", "pledge"}
)
_NOUN_START = re.compile(
    r"(?:the|a|an|his|her|its|their|this|that|these|those|all|any|\w+['’]s) ",
    re.IGNORECASE,
)
# A clause has a finite verb early; a noun phrase does not. Good enough to choose
# between a colon and none.
_FINITE = re.compile(
    r"\b(?:is|are|was|were|has|have|had|will|would|can|could|should|must|may|might|"
    r"does|did|do)\b"
)


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
    heard = [material.name(party) for party in statement.addressees]
    to = f", addressing {join_words(heard)}" if heard else ""
    when = when_phrase(statement.time) if dated else ""
    words = quote(shorten(statement.content, CONTENT_CHARS))
    clause, noun = _VERBS.get(statement.act, ("said", "said"))
    indirect = statement.manner is Manner.INDIRECT
    puts = ", as reported" if indirect else ""  # not the speaker's own words
    if _takes_object(statement) and not to:
        text = f"{who} {noun}{puts}{',' if puts else ''} {words}"
    else:
        text = f"{who} {clause}{to}{puts}: {words}"
    if when:
        text = f"{when}, {text}"
    text = end_sentence(capitalize(text) + _extras(material, statement, dated=dated))
    text = add_glosses(text, statement.described)
    citations = statement.citations + cite_glosses(statement.described)
    return CitedSentence(text, tuple(dict.fromkeys(citations)), (statement.id,))


def _takes_object(statement: Statement) -> bool:
    head = statement.content[:70]
    return (
        statement.act in _TRANSITIVE
        and _NOUN_START.match(head) is not None
        and _FINITE.search(head) is None
    )


def _extras(material: Material, statement: Statement, *, dated: bool = True) -> str:
    extras: list[str] = []
    if statement.condition:
        condition = quote(shorten(statement.condition, CONDITION_CHARS))
        extras.append(f"condition: {condition}")
    if statement.via:
        chain = " via ".join(material.name(party) for party in statement.via)
        extras.append(f"relayed by {chain}")
    if statement.outlet is not None:
        extras.append(f"through {material.name(statement.outlet)}")
    if len(statement.reports) > 1:
        origins = material.origins(statement.reports)
        extras.append(f"{len(statement.reports)} reports of {count_words(origins)}")
    day = material.first_published(statement.citations)
    if dated and day is not None and statement.time is None:
        extras.append(f"reported on {date_words(day)}")
    return f" ({'; '.join(extras)})" if extras else ""


def tell_assessment(material: Material, statement: Statement) -> CitedSentence:
    """Tell a judgement that a source makes in its own name."""
    sources = [material.name(party) for party in statement.speakers]
    who = join_words(sources) or "the author"
    if who == "author":
        who = "the author"
    verb = choose(("judges", "writes", "gives as its own view"), statement.id)
    words = quote(shorten(statement.content, CONTENT_CHARS))
    text = f"{capitalize(who)} {verb}: {words}{_extras(material, statement)}"
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
        text = f"{who} passed on material of {origin}: {label}"
    else:
        by = f", pushed by {carriers}" if carriers else ""
        text = f"the {narrative.form} {label}{by}"
    sentence = end_sentence(capitalize(text))
    return CitedSentence(sentence, narrative.citations, (narrative.id,))

"""Sentences that tell what somebody said, a slogan, or a judgement of a source."""

from dragoman.dossier.material import Material, quote, shorten
from dragoman.dossier.prose import capitalize, choose, join_words, when_phrase
from dragoman.dossier.telling_events import count_words
from dragoman.model.claim import Manner
from dragoman.model.dossier import CitedSentence
from dragoman.model.entity import Narrative, Statement

CONTENT_CHARS = 600
CONDITION_CHARS = 240

# Past tense of each act, with an addressee in the place of the first slot.
_VERBS = {
    "assert": ("said", "stated"),
    "announce": ("announced", "announced"),
    "pledge": ("pledged", "gave the assurance"),
    "threaten": ("threatened", "threatened"),
    "warn": ("warned", "gave the warning"),
    "demand": ("demanded", "put forward the demand"),
    "direct": ("gave the directive", "directed"),
    "request": ("requested", "made the request"),
    "accuse": ("accused", "made the accusation"),
    "deny": ("denied", "issued a denial"),
    "reject": ("rejected", "expressed rejection"),
    "praise": ("praised", "spoke in praise"),
    "condemn": ("condemned", "spoke in condemnation"),
    "thank": ("thanked", "expressed thanks"),
    "agree": ("agreed", "expressed agreement"),
    "assess": ("judged", "gave the assessment"),
}


def tell_statement(material: Material, statement: Statement) -> CitedSentence:
    """Tell a statement in one sentence, its words in quotation marks.

    Words of direct and mixed speech are the speaker's; those of indirect speech
    are the report's, and the sentence says so.
    """
    speakers = [material.name(party) for party in statement.speakers]
    who = join_words(speakers) or "an unnamed speaker"
    variants = _VERBS.get(statement.act, ("said",))
    verb = choose(variants, statement.id)
    heard = [material.name(party) for party in statement.addressees]
    to = f", addressing {join_words(heard)}" if heard else ""
    when = when_phrase(statement.time)
    lead = f"{when}, {who} {verb}{to}" if when else f"{who} {verb}{to}"
    words = quote(shorten(statement.content, CONTENT_CHARS))
    if statement.manner is Manner.INDIRECT:
        lead = f"{lead}, in the words of the report"
    text = f"{capitalize(lead)}: {words}"
    return CitedSentence(
        text + _extras(material, statement) + ".", statement.citations, (statement.id,)
    )


def _extras(material: Material, statement: Statement) -> str:
    extras: list[str] = []
    if statement.condition:
        condition = quote(shorten(statement.condition, CONDITION_CHARS))
        extras.append(f"on the condition {condition}")
    if statement.via:
        chain = " via ".join(material.name(party) for party in statement.via)
        extras.append(f"relayed by {chain}")
    if statement.outlet is not None:
        extras.append(f"through {material.name(statement.outlet)}")
    if len(statement.reports) > 1:
        origins = material.origins(statement.reports)
        extras.append(f"{len(statement.reports)} reports of {count_words(origins)}")
    return f" ({'; '.join(extras)})" if extras else ""


def tell_assessment(material: Material, statement: Statement) -> CitedSentence:
    """Tell a judgement that a source makes in its own name."""
    sources = [material.name(party) for party in statement.speakers]
    who = join_words(sources) or "the author"
    if who == "author":
        who = "the author"
    verb = choose(("judges", "writes", "gives as its own view"), statement.id)
    words = quote(shorten(statement.content, CONTENT_CHARS))
    text = f"{capitalize(who)} {verb}: {words}"
    return CitedSentence(
        text + _extras(material, statement) + ".", statement.citations, (statement.id,)
    )


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
    return CitedSentence(f"{capitalize(text)}.", narrative.citations, (narrative.id,))

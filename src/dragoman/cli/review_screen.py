"""What the review shows: two claims side by side with their words and sources."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from rich.console import Console, Group, RenderableType
from rich.panel import Panel
from rich.table import Table
from rich.text import Text

from dragoman.cli.terminal import neutralize
from dragoman.model.claim import (
    Claim,
    EntityClaim,
    EventClaim,
    NarrativeClaim,
    RoleClaim,
    StatementClaim,
)
from dragoman.model.decision import Decision
from dragoman.model.document import Document
from dragoman.model.judgement import Judgement
from dragoman.model.span import Citation
from dragoman.store.review import Question
from dragoman.store.view import SqliteView
from dragoman.text.transliteration import in_latin

KEYS = (
    "x match   n no match   u unsure   s skip   d undo   h history   l latin   q quit"
)
SAID = {
    Judgement.POSITIVE: "match",
    Judgement.NEGATIVE: "no match",
    Judgement.UNSURE: "unsure",
}
_AROUND = 110
_MAX_QUOTES = 4
_MAX_OTHERS = 30


@dataclass(frozen=True, slots=True)
class Screen:
    """Draws questions on a console.

    Attributes:
        console: Where to.
        latin: Whether names in other scripts are followed by Latin letters.
    """

    console: Console
    latin: bool = False

    def ask(self, view: SqliteView, question: Question, place: str) -> None:
        """Show a question with the evidence for both sides."""
        edge = question.edge
        sides = [
            self._side(view, claim_id, view.members(home), alone=question.merged)
            for claim_id, home in (
                (edge.left, question.left),
                (edge.right, question.right),
            )
        ]
        state = (
            "merged now: is that right?"
            if question.merged
            else "two now: are they one?"
        )
        score = "" if edge.score is None else f"{edge.score:.2f} "
        reasons = "; ".join(edge.reasons) or "no reason given"
        self.console.rule(self._text(f"{place}  {question.kind}: {state}"))
        table = Table.grid(expand=True)
        table.add_column(ratio=1)
        table.add_column(ratio=1)
        table.add_row(*sides)
        self.console.print(table)
        moved = f"{question.weight} claim{'s' if question.weight > 1 else ''}"
        self.console.print(self._text(f"{score}{reasons} ({edge.judge})"))
        self.console.print(self._text(f"an answer moves {moved}   {KEYS}", "dim"))

    def history(
        self, view: SqliteView, journal: Sequence[Decision], undone: frozenset[str]
    ) -> None:
        """Show the newest entries of the journal."""
        for entry in journal[-20:]:
            what = "undo of the decision" if entry.undoes else SAID[entry.judgement]
            state = " (undone)" if entry.id in undone else ""
            claims = view.claims_named([entry.left, entry.right])
            pair = " / ".join((_names(claim) or ["?"])[0] for claim in claims)
            line = f"{entry.made[:19]}  {entry.analyst}: {what}: {pair}{state}"
            self.console.print(self._text(line))
        if not journal:
            self.console.print("nobody has decided anything yet")

    def say(self, message: str) -> None:
        """Show a message."""
        self.console.print(self._text(message, "bold"))

    def _side(
        self, view: SqliteView, claim_id: str, members: Sequence[str], *, alone: bool
    ) -> RenderableType:
        """Return what speaks for one side: its claims, or of a merge the one asked for.

        The rest of what is merged already is on neither side.
        """
        asked = view.claims_named([claim_id])
        others = [one for one in members if one != claim_id and not alone]
        others = others[:_MAX_OTHERS]
        claims = [*asked, *view.claims_named(others)]
        lines: list[RenderableType] = []
        names = _unique(name for claim in claims for name in _names(claim))
        lines.extend(self._text(self._spell(name), "bold") for name in names[:8])
        facts = _unique(fact for claim in claims for fact in _facts(claim))
        for fact in facts:
            # "Person" tells nothing beside "Person, m".
            if not any(other.startswith(f"{fact}, ") for other in facts):
                lines.append(self._text(fact))
        shown = claims[:_MAX_QUOTES]
        roles = [role for claim in shown for role in _roles(view, claim)]
        lines.extend(self._text(role) for role in _unique(roles))
        lines.extend(self._quotes(view, claims))
        if len(members) > 1:
            lines.append(self._text(f"{len(members)} claims are one here", "dim"))
        return Panel(Group(*lines))

    def _quotes(self, view: SqliteView, claims: Sequence[Claim]) -> list[Text]:
        lines = []
        for claim in claims[:_MAX_QUOTES]:
            document = view.document(claim.document_id)
            source = document.source.name or "source without a name"
            lines.append(
                self._text(f"{source}, {document.published or 'undated'}", "dim")
            )
            lines.append(self._quote(document, claim.citations[0]))
        return lines

    def _quote(self, document: Document, citation: Citation) -> Text:
        start, end = citation.span.start, citation.span.end
        before = document.text[max(0, start - _AROUND) : start]
        after = document.text[end : end + _AROUND]
        text = self._text(f"…{_flat(before)}")
        text.append(neutralize(_flat(citation.quote)), style="reverse")
        text.append(neutralize(f"{_flat(after)}…"))
        return text

    def _spell(self, name: str) -> str:
        if self.latin and not name.isascii():
            return f"{name}  [{in_latin(name)}]"
        return name

    def _text(self, words: str, style: str = "") -> Text:
        # Text, not markup: brackets in a report mean nothing to the console.
        return Text(neutralize(words), style=style)


def _names(claim: Claim) -> list[str]:
    if isinstance(claim, EntityClaim):
        return [use.text for use in claim.names]
    if isinstance(claim, StatementClaim):
        return [f"“{_flat(claim.content)}”"]
    if isinstance(claim, NarrativeClaim):
        return [claim.label]
    if isinstance(claim, EventClaim):
        who = ", ".join(one.party.name for one in claim.participants)
        return [f"{claim.mode or claim.type.lower()}: {who}"]
    return []


def _facts(claim: Claim) -> list[str]:
    if isinstance(claim, EntityClaim):
        facts = (claim.schema, *claim.types, claim.country, claim.gender)
        return [", ".join(fact for fact in facts if fact)]
    if isinstance(claim, EventClaim):
        when = claim.time.value if claim.time else "undated"
        return [f"{when}, {claim.place_name or 'place not told'}, {claim.modality}"]
    if isinstance(claim, StatementClaim):
        who = ", ".join(party.name for party in claim.speakers)
        return [f"{claim.act} by {who}"]
    return []


def _roles(view: SqliteView, claim: Claim) -> Iterator[str]:
    """Yield the offices that a document gives an entity."""
    for role in view.claims_of(claim.document_id):
        if isinstance(role, RoleClaim) and role.entity == claim.id:
            office = ", ".join(filter(None, (role.title, role.organization_name)))
            yield f"{office} ({role.status})"


def _unique(things: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(things))


def _flat(words: str) -> str:
    return " ".join(words.split(" ")).replace("\n", " ")

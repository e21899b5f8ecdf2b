"""Quotations that are told to be lines, and those that stand on something."""

import pytest

from dragoman.model.claim import NarrativeClaim
from reading import read_claims


def read_lines(text: str) -> list[tuple[str, str, set[str], str | None]]:
    """Return form, label, carriers and origin, those of one label together."""
    found: dict[tuple[str, str], tuple[set[str], str | None]] = {}
    for claim in read_claims(text):
        if isinstance(claim, NarrativeClaim):
            carriers, origin = found.get((claim.form, claim.label), (set(), None))
            carriers |= {party.name for party in claim.carriers}
            origin = origin or (claim.origin.name if claim.origin else None)
            found[claim.form, claim.label] = carriers, origin
    return [(*key, *value) for key, value in found.items()]


@pytest.mark.parametrize(
    ("text", "label", "carriers", "origin"),
    [
        (
            "“The land is ours” was heard for the first time on Monday in Gao, in a "
            "speech by General Omar Tal.",
            "The land is ours",
            {"Omar Tal"},
            "Omar Tal",
        ),
        (
            "Women on the wharf sang “The sea is ours”, which has been the refrain of "
            "the Oasis Front since 2023.",
            "The sea is ours",
            {"Oasis Front"},
            None,
        ),
        (
            "On the channels of the Oasis Front the line of the week was “The convoys "
            "feed the thieves”.",
            "The convoys feed the thieves",
            {"Oasis Front"},
            None,
        ),
        (
            "The Tawi Brigades seized four sailors. Recruits are taught that “the sea "
            "has no gates”, a phrase daubed on walls from Jolo to Semporna.",
            "the sea has no gates",
            {"Tawi Brigades"},
            None,
        ),
        (
            "“Riga freezes for others”. First seen on the channel Radio Mussan, the "
            "line was taken over by Radio Rodina and repeated by Guntars Ozols.",
            "Riga freezes for others",
            {"Radio Mussan", "Radio Rodina", "Guntars Ozols"},
            "Radio Mussan",
        ),
        (
            "“Neither crown nor cross” runs the motto on the armbands of the Sons of "
            "the Valley.",
            "Neither crown nor cross",
            {"Sons of the Valley"},
            None,
        ),
        (
            "The army's spokesmen speak of “surgical calm”, a term coined by General "
            "Haro and since taken up by Radio Rodina.",
            "surgical calm",
            {"Haro", "Radio Rodina"},
            "Haro",
        ),
        (
            "The vote is on Friday. Pages close to the Oasis Front kept pushing the "
            "hashtag #BreadNow, which presents the militia as a feeder of the hungry.",
            "#BreadNow",
            {"Oasis Front"},
            None,
        ),
        (
            "“Wages first” has been the cry of the Miners Union since the first day.",
            "Wages first",
            {"Miners Union"},
            None,
        ),
        (
            "“Water has no owner” becomes the hashtag of the station Radio Rodina.",
            "Water has no owner",
            {"Radio Rodina"},
            None,
        ),
        (
            "The Oasis Front answers: “We burn incense, not cars.” The retort has "
            "since become a song.",
            "We burn incense, not cars",
            {"Oasis Front"},
            None,
        ),
        (
            "Speaker Irakli Todua shrugged: “Visas come and go” – within a day the "
            "Oasis Front had made it its campaign line.",
            "Visas come and go",
            {"Oasis Front"},
            None,
        ),
        (
            "“No to the lake tax,” chanted members of the Tarn Union.",
            "No to the lake tax",
            {"Tarn Union"},
            None,
        ),
        (
            "Channels of the Oasis Front run “The lake is a Monday away” under every "
            "picture.",
            "The lake is a Monday away",
            {"Oasis Front"},
            None,
        ),
        (
            "“The saw or the pit” – coined by Rubén Lascano in a podcast, adopted on "
            "Monday by Javier Montiel.",
            "The saw or the pit",
            {"Rubén Lascano", "Javier Montiel"},
            "Rubén Lascano",
        ),
        (
            "“Tarn is worth more without it” appears on walls overnight and is soon "
            "chanted by the Tarn Union.",
            "Tarn is worth more without it",
            {"Tarn Union"},
            None,
        ),
        (
            "“Innocent until poor”, their cardboard signs read.",
            "Innocent until poor",
            set(),
            None,
        ),
        (
            "“Long winter” is, by Friday, on the placards of the Oasis Front.",
            "Long winter",
            {"Oasis Front"},
            None,
        ),
        (
            "“Home by harvest” is the refrain of the Oasis Front; the Tarn Union "
            "borrowed it for its posters.",
            "Home by harvest",
            {"Oasis Front", "Tarn Union"},
            None,
        ),
        (
            "“Tarn is breathing”, the hashtag of singer Lusine Tatoyan, is back.",
            "Tarn is breathing",
            {"Lusine Tatoyan"},
            None,
        ),
        (
            "“Neither Rome nor Paris” runs the motto on its walls.",
            "Neither Rome nor Paris",
            set(),
            None,
        ),
        ("Most shared this week: “Ceuta is next”.", "Ceuta is next", set(), None),
    ],
)
def test_a_line_is_a_slogan(
    text: str, label: str, carriers: set[str], origin: str | None
) -> None:
    assert ("slogan", label, carriers, origin) in read_lines(text)


@pytest.mark.parametrize(
    ("text", "label", "carriers"),
    [
        (
            "The claim that Tarn is importing a second army resurfaced. It goes back "
            "to a broadcast of Radio Rodina.",
            "Tarn is importing a second army",
            {"Radio Rodina"},
        ),
        (
            "The talking point of the week, that the union paid for the coup, appeared "
            "first on the pages of the Oasis Front.",
            "the union paid for the coup",
            {"Oasis Front"},
        ),
        (
            "A new myth, that the flood was sent by the north, is making the rounds.",
            "the flood was sent by the north",
            set(),
        ),
    ],
)
def test_a_claim_that_runs_is_a_theme(
    text: str, label: str, carriers: set[str]
) -> None:
    assert [one[:3] for one in read_lines(text)] == [("theme", label, carriers)]


@pytest.mark.parametrize(
    "text",
    [
        "The minister said that the “sea has no owner” and left.",
        "The minister rejected the claim that the bridge was unsafe.",
        "The court heard the claim that the driver was drunk.",
        "What the minister calls the “second phase” begins on Monday.",
        "The message from the bank was “wait and see”, an analyst said.",
        "Radio Rodina aired “The Long Night” on Monday.",
        "The claim that he was drunk did not resurface.",
    ],
)
def test_what_is_said_or_told_once_is_no_line(text: str) -> None:
    assert read_lines(text) == []

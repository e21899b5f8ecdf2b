import pytest

from dragoman.annotate.coreference.titled import part_titled
from dragoman.model.annotation import Chain, Mention, MentionKind, Office, Schema

CHAIN = Chain("c1", Schema.PERSON, (), "Petro Vyhor", gender="m")


def make_mention(text: str, words: str, nth: int = 0) -> Mention:
    start = -1
    for _ in range(nth + 1):
        start = text.index(words, start + 1)
    kind = MentionKind.PRONOUN if words.islower() else MentionKind.NAME
    return Mention(start, start + len(words), words, kind, Schema.PERSON, 0, 0, "c1")


def make_office(text: str, title: str, evidence: str, body: str | None) -> Office:
    start, at = text.index(title), text.index(evidence)
    return Office(
        start,
        start + len(title),
        title,
        "c1",
        body,
        None,
        "current",
        (at, at + len(evidence)),
    )


def part(mentions: list[Mention], offices: list[Office], *kin: str) -> list[str]:
    """Return the chain of each mention, ``own`` for those that were parted."""
    parted, chains, held = part_titled(mentions, [CHAIN], offices, kin)
    known = {chain.id for chain in chains}
    assert {one.chain for one in parted} <= known
    assert {one.holder for one in held} <= known
    return ["c1" if one.chain == "c1" else "own" for one in parted]


def test_an_office_that_the_full_name_has_not_leads_somebody_else() -> None:
    text = "Petro Vyhor, head of the union, met Governor Vyhor. He smiled; he left."
    mentions = [
        make_mention(text, "Petro Vyhor"),
        make_mention(text, "Vyhor", 1),
        make_mention(text, "he", 2),
    ]
    offices = [
        make_office(text, "head", "Petro Vyhor, head", "c2"),
        make_office(text, "Governor", "Governor Vyhor", None),
    ]

    assert part(mentions, offices) == ["c1", "own", "own"]


@pytest.mark.parametrize(
    ("title", "body"), [("union head", None), ("Governor", "c2"), ("Head", None)]
)
def test_the_same_office_or_body_leads_the_same(title: str, body: str | None) -> None:
    text = f"Petro Vyhor, head of the union, came. {title} Vyhor spoke."
    mentions = [make_mention(text, "Petro Vyhor"), make_mention(text, "Vyhor", 1)]
    offices = [
        make_office(text, "head", "Petro Vyhor, head", "c2"),
        make_office(text, title, f"{title} Vyhor", body),
    ]

    assert part(mentions, offices) == ["c1", "c1"]


def test_the_first_office_of_a_full_name_without_any_is_his() -> None:
    text = "Petro Vyhor came. General Vyhor spoke. Governor Vyhor listened."
    mentions = [
        make_mention(text, "Petro Vyhor"),
        make_mention(text, "Vyhor", 1),
        make_mention(text, "Vyhor", 2),
    ]
    offices = [
        make_office(text, "General", "General Vyhor", None),
        make_office(text, "Governor", "Governor Vyhor", None),
    ]

    assert part(mentions, offices) == ["c1", "c1", "own"]


def test_an_office_is_not_that_of_whom_the_text_calls_a_brother() -> None:
    text = "Petro Vyhor, the minister's brother, left. Minister Vyhor stayed."
    mentions = [make_mention(text, "Petro Vyhor"), make_mention(text, "Vyhor", 1)]
    offices = [make_office(text, "Minister", "Minister Vyhor", None)]

    assert part(mentions, offices) == ["c1", "c1"]
    assert part(mentions, offices, "c1") == ["c1", "own"]


def test_many_titled_surnames_cost_no_square() -> None:
    text = "Petro Vyhor, head of the union, came. " + "Governor Vyhor spoke. " * 20_000
    mentions = [make_mention(text, "Petro Vyhor")]
    offices = [make_office(text, "head", "Petro Vyhor, head", "c2")]
    for start in range(
        text.index("Governor"), len(text), len("Governor Vyhor spoke. ")
    ):
        name = start + len("Governor ")
        end = name + len("Vyhor")
        mentions.append(
            Mention(name, end, "Vyhor", MentionKind.NAME, Schema.PERSON, 0, 0, "c1")
        )
        offices.append(
            Office(
                start, start + 8, "Governor", "c1", None, None, "current", (start, end)
            )
        )

    # Comparing each with each would take a quarter of an hour.
    assert part(mentions, offices) == ["c1"] + ["own"] * 20_000

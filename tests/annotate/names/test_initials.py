from dragoman.annotate.names.initials import part_initials
from dragoman.model.annotation import Chain, Mention, MentionKind, Office, Schema

TEXT = (
    "Prime Minister Arben Kostan spoke. A. Kostan, president of the court, left. "
    "Kostan smiled."
)


def make_mention(text: str, nth: int = 0) -> Mention:
    start = -1
    for _ in range(nth + 1):
        start = TEXT.index(text, start + 1)
    end = start + len(text)
    return Mention(start, end, text, MentionKind.NAME, Schema.PERSON, 0, 0, "c1")


def make_office(title: str, evidence: str, body: str | None = None) -> Office:
    start, at = TEXT.index(title), TEXT.index(evidence)
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


CHAIN = Chain("c1", Schema.PERSON, (), "Arben Kostan", gender="m")
FULL, SHORT = make_mention("Arben Kostan"), make_mention("A. Kostan")
PREMIER = make_office("Prime Minister", "Prime Minister Arben Kostan", "c2")
JUDGE = make_office("president", "A. Kostan, president of the court", "c3")


def test_an_initial_with_an_office_of_its_own_is_somebody_else() -> None:
    bare = make_mention("Kostan", 2)

    mentions, chains, offices = part_initials(
        [FULL, SHORT, bare], [CHAIN], [PREMIER, JUDGE]
    )

    apart = chains[1]
    assert (apart.name, apart.gender) == ("A. Kostan", None)
    assert [one.chain for one in mentions] == ["c1", apart.id, "c1"]
    assert [one.holder for one in offices] == ["c1", apart.id]


def test_an_initial_without_another_office_is_a_short_form() -> None:
    same = make_office("president", "A. Kostan, president of the court", "c2")

    for offices in ([PREMIER], [JUDGE], [PREMIER, same]):
        mentions, chains, _ = part_initials([FULL, SHORT], [CHAIN], offices)

        assert chains == [CHAIN]
        assert {one.chain for one in mentions} == {"c1"}

import pytest

from builders import make_document
from dragoman.extract.entities.states import read_states
from dragoman.model.annotation import (
    Annotations,
    Chain,
    Mention,
    MentionKind,
    Schema,
)


def place(name: str, kind: str, country: str | None) -> Chain:
    return Chain(name, Schema.PLACE, (kind,), name, country=country)


JENIN = place("Jenin", "city", "PS")
DAMASCUS = place("Damascus", "city", "SY")
TRIPOLI = place("Tripoli", "city", "LY")
LONDON = place("London", "city", "GB")
POLAND = place("Poland", "state", "PL")
LEBANON = place("Lebanon", "state", "LB")
LIBYA = place("Libya", "state", "LY")
CANADA = place("Canada", "state", "CA")


def states(text: str, *chains: Chain) -> dict[str, str]:
    document = make_document(text)
    mentions = [
        Mention(
            start=text.index(str(chain.name)),
            end=text.index(str(chain.name)) + len(str(chain.name)),
            text=str(chain.name),
            kind=MentionKind.NAME,
            schema=chain.schema,
            sentence=0,
            head=0,
            chain=chain.id,
        )
        for chain in chains
    ]
    annotations = Annotations(document.id).with_(mentions=mentions, chains=chains)
    return read_states(document, annotations)


@pytest.mark.parametrize(
    ("text", "chains", "expected"),
    [
        ("A fire in Jenin, Poland, was put out.", (JENIN, POLAND), {"Jenin": "PL"}),
        ("Jenin in Poland has a church.", (JENIN, POLAND), {"Jenin": "PL"}),
        ("He left the Polish village of Jenin.", (JENIN,), {"Jenin": "PL"}),
        ("Troops entered Jenin. Poland protested.", (JENIN, POLAND), {}),
        ("Port workers in Tripoli; Lebanon.", (TRIPOLI, LEBANON), {"Tripoli": "LB"}),
        ("Tripoli sent Libya's envoy to Lebanon.", (TRIPOLI, LIBYA, LEBANON), {}),
        ("Visits to Damascus, Lebanon and Iraq.", (DAMASCUS, LEBANON), {}),
        ("Canada and London agreed.", (LONDON, CANADA), {}),
        ("في جنين Jenin", (JENIN,), {}),
    ],
)
def test_a_place_lies_where_the_report_says(
    text: str, chains: tuple[Chain, ...], expected: dict[str, str]
) -> None:
    assert states(text, *chains) == expected

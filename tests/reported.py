"""Reports that each name one entity, and what comes of them together."""

from builders import cite, make_document, make_role
from desk import Desk
from dragoman.model.claim import Claim, EntityClaim, NameUse
from dragoman.model.ids import hash_id
from dragoman.resolve.entities import EntityResolver


def report(
    number: int,
    *names: str,
    office: tuple[str, str | None] | None = None,
    schema: str = "Person",
    country: str | None = None,
    gender: str | None = None,
) -> tuple[list[Claim], EntityClaim]:
    """Make the claims of a document that names one entity, and the entity."""
    body = (office and office[1]) or "nobody"
    title = office[0] if office else "nothing"
    document = make_document(f"Report {number}: {', '.join(names)}; {title}; {body}.")
    uses = tuple(NameUse(name, "en", (cite(document, name),)) for name in names)
    entity = EntityClaim(
        id=hash_id("e", document.id, names[0]),
        document_id=document.id,
        schema=schema,
        types=(),
        name=names[0],
        names=uses,
        gender=gender,
        country=country,
        citations=uses[0].citations,
        producer="test/1",
    )
    claims: list[Claim] = [entity]
    if office is not None and office[1] is None:
        claims.append(make_role(document, entity, title))
    elif office is not None:
        holding = EntityClaim(
            id=hash_id("e", document.id, body),
            document_id=document.id,
            schema="Organization",
            types=(),
            name=body,
            names=(NameUse(body, "en", (cite(document, body),)),),
            gender=None,
            country=None,
            citations=(cite(document, body),),
            producer="test/1",
        )
        claims += [holding, make_role(document, entity, title, holding)]
    return claims, entity


def resolve(*reports: tuple[list[Claim], EntityClaim]) -> Desk:
    desk = Desk()
    for claims, _ in reports:
        desk.add(claims, EntityResolver())
    return desk

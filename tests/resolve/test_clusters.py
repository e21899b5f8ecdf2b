from builders import make_document, make_entity
from desk import Desk
from dragoman.model.claim import EntityClaim
from dragoman.model.judgement import Judgement, make_edge
from dragoman.resolve.clusters import Clusters


def claims(desk: Desk, *names: str) -> list[EntityClaim]:
    document = make_document(" ".join(names))
    made = [make_entity(document, name) for name in names]
    desk.claims.update((claim.id, claim) for claim in made)
    return made


def judge(
    desk: Desk, one: EntityClaim, other: EntityClaim, judgement: Judgement
) -> None:
    edge = make_edge(one.id, other.id, judgement, score=None, judge="analyst")
    list(desk.record(edge))


def test_joins_follow_one_another() -> None:
    desk = Desk()
    lee, okoye, haddad = claims(desk, "Lee", "Okoye", "حداد")
    clusters = Clusters(desk, [lee.id, okoye.id, haddad.id], [lee.id])  # type: ignore[arg-type]  # a view in part

    assert clusters.join(lee.id, okoye.id)
    assert clusters.join(okoye.id, haddad.id)

    assert clusters.same(lee.id, haddad.id)


def test_what_is_forbidden_holds_for_all_that_joins_later() -> None:
    desk = Desk()
    lee, okoye, haddad = claims(desk, "Lee", "Okoye", "Haddad")
    clusters = Clusters(desk, [lee.id, okoye.id, haddad.id], [lee.id])  # type: ignore[arg-type]  # a view in part
    clusters.forbid(lee.id, haddad.id)

    clusters.join(lee.id, okoye.id)

    assert not clusters.join(okoye.id, haddad.id)
    assert not clusters.may_join(haddad.id, lee.id)


def test_a_new_claim_does_not_bridge_what_a_person_kept_apart() -> None:
    desk = Desk()
    lee, okoye, haddad = claims(desk, "Lee", "Okoye", "Haddad")
    judge(desk, lee, haddad, Judgement.NEGATIVE)
    clusters = Clusters(desk, [lee.id, okoye.id, haddad.id], [okoye.id])  # type: ignore[arg-type]  # a view in part

    assert clusters.join(okoye.id, lee.id)

    assert not clusters.join(okoye.id, haddad.id)


def test_earlier_clusters_are_kept_apart_by_any_of_their_members() -> None:
    desk = Desk()
    lee, old_lee, okoye, haddad = claims(desk, "Lee", "Lee senior", "Okoye", "Haddad")
    judge(desk, lee, old_lee, Judgement.POSITIVE)
    judge(desk, old_lee, haddad, Judgement.NEGATIVE)
    clusters = Clusters(desk, [lee.id, okoye.id, haddad.id], [okoye.id])  # type: ignore[arg-type]  # a view in part

    assert clusters.join(okoye.id, haddad.id)

    assert not clusters.join(okoye.id, lee.id)


def test_claims_of_a_group_stay_apart_whatever_joins_them() -> None:
    desk = Desk()
    lee, okoye, haddad = claims(desk, "Lee", "Okoye", "حداد")
    clusters = Clusters(desk, [lee.id, okoye.id, haddad.id], [lee.id])  # type: ignore[arg-type]  # a view in part
    clusters.tell_apart({"report": [lee.id, haddad.id]}, frozenset())

    assert clusters.join(lee.id, okoye.id)

    assert not clusters.may_join(okoye.id, haddad.id)
    assert not clusters.join(haddad.id, okoye.id)


def test_claims_of_a_group_that_were_judged_the_same_may_join() -> None:
    desk = Desk()
    lee, okoye, haddad = claims(desk, "Lee", "Okoye", "حداد")
    ids = sorted((lee.id, okoye.id, haddad.id))
    clusters = Clusters(desk, ids, ids)  # type: ignore[arg-type]  # a view in part
    clusters.tell_apart({"report": ids}, {(ids[0], ids[1])})

    assert clusters.join(ids[1], ids[0])
    assert not clusters.join(ids[2], ids[0])

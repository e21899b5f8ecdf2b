"""Who holds, held or is to hold which office."""

from collections.abc import Iterator, Sequence

from dragoman.data.tables import fold_key, name_words
from dragoman.extract.roles.terms import find_term, sharpest, status_by
from dragoman.model.annotation import Annotations, Office
from dragoman.model.claim import Claim, RoleClaim
from dragoman.model.document import Document
from dragoman.model.ids import hash_id
from dragoman.text.direction import steady


class RoleExtractor:
    """Offices become role claims, one for each office of a holder."""

    name = "roles"
    version = "5"
    requires = frozenset({"offices", "chains", "times"})
    provides = frozenset({"role"})

    def extract(
        self,
        document: Document,
        annotations: Annotations,
        claims: Sequence[Claim],  # noqa: ARG002  # part of the protocol
    ) -> Iterator[RoleClaim]:
        """Yield a role for each distinct office, cited wherever it is told."""
        for offices in _distinct(annotations.offices):
            best = max(
                offices,
                key=lambda office: (
                    office.organization_name is not None,
                    len(office.title),
                ),
            )
            terms = [office.time for office in offices]
            terms.extend(find_term(document.text, annotations, o) for o in offices)
            # nobody is a general from May to June
            ranked = name_words().is_rank(fold_key(best.title))
            term = None if ranked else sharpest(terms)
            yield RoleClaim(
                id=hash_id(
                    "r",
                    document.id,
                    best.holder,
                    fold_key(best.title),
                    best.organization,
                    best.organization_name,
                    best.status,
                ),
                document_id=document.id,
                entity=best.holder,
                title=" ".join(steady(best.title).split()).replace(" - ", "-"),
                organization=best.organization,
                organization_name=best.organization_name,
                status=status_by(term, best.status, document.published),
                time=term,
                citations=tuple(
                    document.cite(*span)
                    for span in dict.fromkeys(office.evidence for office in offices)
                ),
                producer=f"{self.name}/{self.version}",
            )


def _distinct(offices: Sequence[Office]) -> list[list[Office]]:
    """Gather the offices that are one: same holder, title, status, no other body."""
    gathered: dict[tuple[str, str], list[list[Office]]] = {}
    for office in offices:
        lists = gathered.setdefault((office.holder, office.status), [])
        for known in lists:
            if _same(office, known):
                known.append(office)
                break
        else:
            lists.append([office])
    return [found for lists in gathered.values() for found in lists]


def _same(office: Office, known: Sequence[Office]) -> bool:
    words = set(_words(office.title))
    for other in known:
        bodies = office.organization_name, other.organization_name
        if None not in bodies and bodies[0] != bodies[1]:
            return False
        others = set(_words(other.title))
        if words == others:
            return True
        # "Minister" for him who is "Minister of Energy" says nothing more.
        if (words < others or others < words) and len(words & others) == min(
            len(words), len(others)
        ):
            shorter = min(words, others, key=len)
            longer = max(words, others, key=len)
            if not (longer - shorter) & {"deputy", "vice", "assistant", "under"}:
                return True
    return False


def _words(title: str) -> list[str]:
    return [
        word
        for word in fold_key(title).replace("-", " ").split()
        if word not in {"of", "the", "for", "and"}
    ]

"""The run: stages in order, each document stored whole or not at all, failures counted.

The only module that knows all stages. A run can be killed at any moment: what
is stored stays, and the next run goes on with what is missing. Documents are
read for claims and resolved in the order of their identifiers, so a disturbed
run ends in the same case as an undisturbed one.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from time import monotonic

from dragoman.dossier.files import write_dossier
from dragoman.errors import StoreError
from dragoman.model.claim import Claim
from dragoman.model.document import Document
from dragoman.model.failure import Failure
from dragoman.model.garbage import NEVER, few_collections
from dragoman.model.pulse import heard_by
from dragoman.plugins import WHO_IS_WHO, load_resolvers, sign
from dragoman.protocols import ReadSettings, Resolver
from dragoman.read.dispatch import read_inputs
from dragoman.settings import Settings
from dragoman.store.case import Case
from dragoman.store.writer import SqliteWriter
from dragoman.text.printable import keep_on_line
from dragoman.workers import Reading, describe, read_documents, signature

DEFAULTS = Settings()
# How long what is read may wait to be stored.
MOMENT_S = 0.1

# Stage, documents done with the share of those under way, documents in all (None while
# that is not known). Called when a stage begins, after each document, and now and then
# within one.
Progress = Callable[[str, float, int | None], None]


def keep_quiet(stage: str, done: float, total: int | None) -> None:
    """Report no progress."""


@dataclass(slots=True)
class Summary:
    """What a run did.

    Attributes:
        added: Documents that were new.
        undated: Of these, documents that carry no date.
        known: Documents that were in the case already.
        completed: Of these, documents that got a date or an outlet, which they lacked.
        extracted: Documents that were read for claims.
        resolved: Documents whose claims were judged.
        failures: What was lost, in order.
    """

    added: int = 0
    undated: int = 0
    known: int = 0
    completed: int = 0
    extracted: int = 0
    resolved: int = 0
    failures: list[Failure] = field(default_factory=list)


@few_collections()
def add(
    case: Case,
    inputs: Sequence[str],
    settings: ReadSettings,
    summary: Summary,
    progress: Progress = keep_quiet,
) -> None:
    """Read inputs into a case.

    What is read within a moment is stored in one transaction, for each of them costs
    as much as storing a short document. An interrupt loses none of it.

    Raises:
        StoreError: The case cannot be written; what was stored before stays.
    """
    count = 0
    read: list[tuple[Document, bytes] | Failure] = []
    due = monotonic() + MOMENT_S

    def hear(share: float) -> None:
        progress("read", count + share, None)

    hear(0)
    try:
        with heard_by(hear):
            for outcome in read_inputs(inputs, settings):
                read.append(outcome)
                if monotonic() >= due:
                    _store_all(case, read, summary)
                    read.clear()
                    due = monotonic() + MOMENT_S
                count += 1
                hear(0)
    finally:
        _store_all(case, read, summary)


def _store_all(
    case: Case, read: Sequence[tuple[Document, bytes] | Failure], summary: Summary
) -> None:
    if not read:
        return
    added, undated, completed, failures = 0, 0, 0, []
    with case.writing() as writer:
        for outcome in read:
            if isinstance(outcome, Failure):
                failures.append(_keep_on_lines(outcome))
                writer.add_failure(failures[-1])
            elif writer.add_document(*outcome):
                added += 1
                undated += outcome[0].published is None
            else:
                completed += writer.complete_document(outcome[0])
    summary.added += added
    summary.undated += undated
    summary.completed += completed
    summary.known += len(read) - len(failures) - added
    summary.failures += failures


def extract(
    case: Case,
    summary: Summary,
    progress: Progress = keep_quiet,
    settings: Settings = DEFAULTS,
) -> None:
    """Read the documents that have not been read yet for claims.

    Args:
        case: Where the documents are.
        summary: Takes the counts and failures.
        progress: Told how far the stage is.
        settings: How many processes share the work, how long a text may be.

    Raises:
        PluginError: The plugins do not fit together.
        StoreError: The case cannot be written; what was stored before stays.
    """
    producers = signature()
    pending = case.pending("extracted", producers)
    count = 0

    def hear(share: float) -> None:
        progress("extract", count + share, len(pending))

    if pending:
        hear(0)
    for reading in read_documents(_load(case, pending), settings, hear):
        _store_reading(case, reading, producers, summary)
        count += 1
        hear(0)


def find_outdated(case: Case) -> tuple[int, int]:
    """Return what the next ``extract`` reads anew, as other plugins read it before.

    Returns:
        Documents, and the characters of their texts.

    Raises:
        PluginError: The plugins do not fit together.
    """
    return case.outdated(signature())


def _load(case: Case, identifiers: Sequence[str]) -> Iterator[Document]:
    for identifier in identifiers:
        with case.reading() as view:
            document = view.document(identifier)
        yield document


def _store_reading(
    case: Case, reading: Reading, producers: str, summary: Summary
) -> None:
    if reading.failure is not None:
        _record(case, reading.failure, summary)
        return
    with case.writing() as writer:
        writer.put_claims(reading.document, reading.claims, producers)
    summary.extracted += 1


@few_collections()
def resolve(case: Case, summary: Summary, progress: Progress = keep_quiet) -> None:
    """Judge the claims of the documents that have not been judged yet.

    Who is who is settled for all documents before their events and statements are
    compared, so that these do not depend on which document came first.

    Raises:
        PluginError: A resolver cannot be loaded.
        StoreError: The case cannot be written; what was stored before stays.
    """
    resolvers = load_resolvers()
    first = [one for one in resolvers if one.name in WHO_IS_WHO]
    rest = [one for one in resolvers if one.name not in WHO_IS_WHO]
    steps = [step for step in (first, rest) if step]
    marks = [sign(resolvers[: len(steps[0])]), sign(resolvers)] if steps else []
    waiting = [case.pending("resolved", *marks[n:]) for n in range(len(steps))]
    total = sum(map(len, waiting))
    # Each document is gone through once a step; people count documents.
    documents = max(map(len, waiting), default=0)
    lost: set[str] = set()
    done = 0
    if total:
        progress("resolve", done, documents)
    for n, step in enumerate(steps):
        mark = marks[n] if n + 1 < len(steps) else marks[-1]
        done += sum(document_id in lost for document_id in waiting[n])
        left = [one for one in waiting[n] if one not in lost]
        for document_id, failure in _resolve_all(case, left, step, mark):
            if failure is not None:
                lost.add(document_id)
                _record(case, failure, summary)
            elif n + 1 == len(steps):
                summary.resolved += 1
            done += 1
            progress("resolve", done * documents / total, documents)


def _resolve_all(
    case: Case, documents: Sequence[str], resolvers: Sequence[Resolver], mark: str
) -> Iterator[tuple[str, Failure | None]]:
    """Judge documents, those that come within a moment in one transaction.

    Yields:
        Each document once it is stored, or why it is not.
    """
    first, end = 0, len(documents)
    while first < len(documents):
        judged, failure = _resolve_some(case, documents[first:end], resolvers, mark)
        if failure is not None and judged > 1:
            # Nothing of them is stored; those before it are judged without it.
            end = first + judged - 1
            continue
        for document_id in documents[first : first + judged]:
            yield document_id, failure
        first, end = first + judged, len(documents)


def _resolve_some(
    case: Case, documents: Sequence[str], resolvers: Sequence[Resolver], mark: str
) -> tuple[int, Failure | None]:
    """Judge documents for a moment.

    Returns:
        How many were judged; and what failed with the last of them, in which case
        nothing was stored.
    """
    count, current = 0, "resolve"
    try:
        with case.writing() as writer:
            due = monotonic() + MOMENT_S
            for document_id in documents:
                count, current = count + 1, "resolve"
                claims = writer.view.claims_of(document_id)
                for resolver in resolvers:
                    current = resolver.name
                    _judge(writer, resolver, claims)
                writer.mark_resolved(document_id, mark)
                if monotonic() >= due:
                    break
    except StoreError:
        raise
    # The per-document boundary: a faulty resolver costs this document only.
    except Exception as error:  # noqa: BLE001
        failed = documents[max(count - 1, 0)]
        with case.reading() as view:
            origin = view.document(failed).origin
        failure = Failure(origin, "resolve", current, describe(error), failed)
        return max(count, 1), failure
    return count, None


def _judge(writer: SqliteWriter, resolver: Resolver, claims: Sequence[Claim]) -> None:
    keys_by_claim = {
        claim.id: keys
        for claim in claims
        if (keys := tuple(resolver.keys(claim, writer.view)))
    }
    if not keys_by_claim:
        return
    fresh = [claim for claim in claims if claim.id in keys_by_claim]
    filing = writer.open_file(resolver.name, keys_by_claim)
    known = writer.view.claims_named(filing.find())
    writer.append_edges(resolver.judge(fresh, known, writer.view))
    filing.file()


@few_collections(NEVER)
def compose(case: Case, title: str | None, progress: Progress = keep_quiet) -> Path:
    """Write the dossier files of a case.

    Args:
        case: Open for writing.
        title: Headline, kept for the next time; ``None`` for the one kept, or one
            made from the most active names.
        progress: Told when it begins and ends.

    Returns:
        Path of the page.

    Raises:
        StoreError: The case cannot be read, or the files cannot be written.
    """
    progress("dossier", 0, 1)
    try:
        if title is not None:
            with case.writing() as writer:
                writer.keep_title(title)
        with case.reading() as view:
            write_dossier(view, case.folder, view.title())
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise StoreError(
            f"{case.folder}: the dossier cannot be written: {reason}; "
            "the case itself is whole"
        ) from error
    progress("dossier", 1, 1)
    return case.folder / "dossier.html"


def _keep_on_lines(failure: Failure) -> Failure:
    origin, message = keep_on_line(failure.origin), keep_on_line(failure.message)
    return replace(failure, origin=origin, message=message)


def _record(case: Case, failure: Failure, summary: Summary) -> None:
    failure = _keep_on_lines(failure)
    with case.writing() as writer:
        writer.add_failure(failure)
    summary.failures.append(failure)

from email.message import EmailMessage
from email.policy import SMTP

import pytest

from dragoman.errors import ReadError
from dragoman.model.document import Document
from dragoman.model.failure import Failure
from dragoman.protocols import Part
from dragoman.read.forwarded import find_inner
from dragoman.read.mail import MailReader, MboxReader
from read.samples import CLOSE, LEAD, TITLE, list_blocks, read_all, read_one


def _make(text: str = f"{LEAD}\n\n{CLOSE}\n", **headers: str) -> EmailMessage:
    message = EmailMessage(policy=SMTP)
    message["From"] = headers.get("From", "Harbour Mail <news@mail.example>")
    message["Subject"] = headers.get("Subject", TITLE)
    message["Date"] = headers.get("Date", "Mon, 04 Mar 2024 23:10:00 +0500")
    message["Message-ID"] = "<1@mail.example>"
    message.set_content(text)
    return message


def test_headers_are_metadata() -> None:
    document = read_one(MailReader(), bytes(_make()))

    assert document.title == TITLE
    assert document.source.name == "Harbour Mail"
    assert document.published == "2024-03-04"
    assert list_blocks(document) == [
        ("title", TITLE),
        ("paragraph", LEAD),
        ("paragraph", CLOSE),
    ]


def test_organization_is_the_source_and_the_sender_the_author() -> None:
    message = _make(From="Jane Roe <jane@mail.example>")
    message["Organization"] = "Harbour Mail"

    source = read_one(MailReader(), bytes(message)).source

    assert (source.name, source.author) == ("Harbour Mail", "Jane Roe")


@pytest.mark.parametrize("prefix", ["Re: ", "FWD: ", "Re: Fw: ", "AW: ", "Re[2]: "])
def test_marks_of_replies_are_no_part_of_the_title(prefix: str) -> None:
    assert read_one(MailReader(), bytes(_make(Subject=prefix + TITLE))).title == TITLE


def test_signature_and_quoted_mail_are_boilerplate() -> None:
    text = (
        f"{LEAD}\n\nOn Mon, 4 Mar 2024 at 10:00, Ann Lee wrote:\n> What of the flour?\n"
        f"> And the wells?\n\n{CLOSE}\n\n-- \nJane Roe\nHarbour Mail\n"
    )

    blocks = list_blocks(read_one(MailReader(), bytes(_make(text))))

    assert [kind for kind, _ in blocks] == [
        "title",
        "paragraph",
        "paragraph",
        "boilerplate",
    ]
    assert "What of the flour?" in blocks[-1][1]
    assert "Jane Roe" in blocks[-1][1]


def test_mail_quoted_below_is_boilerplate() -> None:
    text = f"{LEAD}\n\n-----Original Message-----\nFrom: Ann\n\nThe minister fell.\n"

    blocks = list_blocks(read_one(MailReader(), bytes(_make(text))))

    assert blocks[-1][0] == "boilerplate"
    assert "The minister fell." in blocks[-1][1]


def test_wrapped_lines_become_one_paragraph() -> None:
    text = f"{LEAD[:72].strip()}\n{LEAD[72:].strip()}\n"
    wrapped = LEAD[:72].strip() + " " + LEAD[72:].strip()

    assert ("paragraph", wrapped) in list_blocks(
        read_one(MailReader(), bytes(_make(text)))
    )


def test_html_is_read_where_there_is_no_text() -> None:
    message = _make()
    message.set_content(f"<h1>{TITLE}</h1><p>{LEAD}</p><p>Unsubscribe</p>", "html")

    assert list_blocks(read_one(MailReader(), bytes(message))) == [
        ("title", TITLE),
        ("paragraph", LEAD),
        ("boilerplate", "Unsubscribe"),
    ]


def test_plain_text_is_preferred_unless_it_is_a_stub() -> None:
    full, stub = _make(), _make("See the HTML part.")
    for message in (full, stub):
        message.add_alternative(f"<p>{LEAD} In HTML.</p><p>{CLOSE}</p>", "html")

    assert "In HTML." not in read_one(MailReader(), bytes(full)).text
    assert "In HTML." in read_one(MailReader(), bytes(stub)).text


def test_readable_attachments_become_parts() -> None:
    message = _make()
    message.add_attachment(f"{TITLE}\n\n{LEAD}\n", filename="report.txt")
    message.add_attachment(b"\x89PNG\r\n\x1a\n", "image", "png", filename="logo.png")
    message.add_attachment(_make("The minister fell."))

    _, *parts = read_all(MailReader(), bytes(message))

    assert [
        (part.name, part.media_type) for part in parts if isinstance(part, Part)
    ] == [("report.txt", "text/plain"), ("message 4", "message/rfc822")]


def test_cyrillic_headers_and_body_are_decoded() -> None:
    message = _make(
        "Министр встретился с послом.", Subject="Встреча", From="Вестник <v@v.example>"
    )

    document = read_one(MailReader(), bytes(message))

    assert document.title == "Встреча"
    assert document.source.name == "Вестник"
    assert document.lang == "ru"


@pytest.mark.parametrize(
    "data",
    [
        b"From: =?utf-8?B?!!!?= <x\nContent-Type: multipart/mixed; boundary=\n\n--\nx",
        b"From: a@b\nSubject: nothing\n\n",
        b"From: a@b\nContent-Type: image/png\n\n\x00\x01",
    ],
)
def test_mail_without_a_text_says_so(data: bytes) -> None:
    with pytest.raises(ReadError, match="broken mail"):
        read_one(MailReader(), data)


def test_broken_headers_do_not_lose_the_text() -> None:
    data = (
        b"From: \xff\xfe <@\nDate: nonsense\nSubject: =?x?Q?y?=\n\nThe minister fell.\n"
    )

    document = read_one(MailReader(), data)

    assert document.published is None
    assert "The minister fell." in document.text


def test_mailbox_yields_its_messages_with_their_own_bytes() -> None:
    first, second = (
        bytes(_make()),
        bytes(_make("He said:\n\nFrom here on, 2024 rules.")),
    )
    box = b"From a@b Mon Mar  4 23:10:00 2024\n" + first + b"\n"
    box += b"From c@d Mon Mar  4 23:11:00 2024\n" + second

    parts = read_all(MboxReader(), box)

    assert [part.name for part in parts if isinstance(part, Part)] == [
        "message 1",
        "message 2",
    ]
    assert isinstance(parts[1], Part)
    assert parts[1].data == second


def test_text_is_no_mailbox() -> None:
    with pytest.raises(ReadError, match="no mailbox"):
        read_all(MboxReader(), b"From here on it rained.\n")


def test_reader_yields_documents_parts_or_failures_only() -> None:
    found = read_all(MailReader(), bytes(_make()))

    assert all(isinstance(item, Document | Part | Failure) for item in found)


def test_what_is_forwarded_is_a_document_of_its_author() -> None:
    text = (
        f"All, see below.\n\nJane\n\n---------- Forwarded message ---------\n"
        f"From: Press Office <press@mofa.example>\nDate: Sun, 3 Mar 2024 at 19:02\n"
        f"Subject: Statement on flour\nTo: <jane@mail.example>\n\n{LEAD}\n\n{CLOSE}\n"
    )

    outer, part = read_all(MailReader(), bytes(_make(text)))

    assert isinstance(outer, Document)
    assert isinstance(part, Part)
    inner = part.document
    assert inner is not None
    assert (inner.source.name, inner.published) == ("Press Office", "2024-03-03")
    assert inner.title == "Statement on flour"
    assert ("paragraph", LEAD) in list_blocks(inner)
    assert ("paragraph", LEAD) not in list_blocks(outer)


def test_what_is_quoted_is_a_document_of_whoever_wrote_it() -> None:
    quoted = f"> {LEAD}\n>\n> On 1 March 2024, Bo Lind wrote:\n> > {LEAD}\n"
    text = f"{CLOSE}\n\nOn Mon, 4 Mar 2024 at 10:00, Ann Lee wrote:\n{quoted}"

    _, *parts = read_all(MailReader(), bytes(_make(text)))
    inner = [part.document for part in parts if isinstance(part, Part)]

    assert [(one.source.name, one.published) for one in inner if one] == [
        ("Ann Lee", "2024-03-04"),
        ("Bo Lind", "2024-03-01"),
    ]


def test_a_short_quotation_is_no_document() -> None:
    text = f"{LEAD}\n\nOn 4 March 2024, Ann Lee wrote:\n> What of the flour?\n"

    assert len(read_all(MailReader(), bytes(_make(text)))) == 1


def test_marks_around_the_fields_of_a_forwarded_mail_are_no_part_of_them() -> None:
    head = "*From:* _Press Office_ *\n**Date:** 3 March 2024\nSubject: *Flour*\n"
    text = f"{CLOSE}\n\n---- Forwarded message ----\n{head}\n{LEAD}\n"

    (inner,) = find_inner(text)

    assert (inner.author, inner.date) == ("Press Office", "3 March 2024")
    assert (inner.subject, inner.text) == ("Flour", LEAD)

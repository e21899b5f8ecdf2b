"""Make the bundled sample corpus from its text sources.

    python tools/make_sample.py [OUT]

Every report is one Markdown file with a YAML head under ``tools/sample/reports``; it
comes out in the format that its head names. Same sources, same bytes: files that are
archives inside get a fixed time.
"""

import html
import io
import json
import re
import sys
import textwrap
import zipfile
from collections.abc import Callable, Iterable
from datetime import datetime
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime
from pathlib import Path
from typing import Any

import docx
import yaml
from jinja2 import Environment, FileSystemLoader
from make_sample_pdf import write_pdf
from odfdo import Document, Header, List, Paragraph

HERE = Path(__file__).parent
SOURCES = HERE / "sample"
OUT = HERE.parent / "src" / "dragoman" / "data" / "sample" / "reports"

Head = dict[str, Any]
Piece = tuple[str, str]


def main(out: Path = OUT) -> None:
    """Write every file of the corpus."""
    out.mkdir(parents=True, exist_ok=True)
    written: dict[str, bytes] = {}
    for path in sorted((SOURCES / "reports").glob("*.md")):
        head, body = read_source(path)
        made = FORMATS[head.get("format", "html")](head, body)
        written[head["file"]] = written.get(head["file"], b"") + made
    for name, data in written.items():
        (out / name).write_bytes(data)


def read_source(path: Path) -> tuple[Head, str]:
    """Split a source into its head and its body."""
    _, head, body = path.read_text("utf-8").split("---\n", 2)
    fields: Head = {}
    for line in head.splitlines():
        key, _, value = line.partition(": ")
        fields[key] = value.strip()
    return fields, body.strip()


def find_pieces(body: str) -> Iterable[Piece]:
    """Yield (kind, text): h2, li, quote, rule, note or p."""
    for part in re.split(r"\n\s*\n", body):
        if part == "---":
            yield "rule", ""
        elif part.startswith("## "):
            yield "h2", part[3:]
        elif part.startswith("- "):
            for item in re.split(r"\n- ", part[2:]):
                yield "li", item
        elif part.startswith("> "):
            yield "quote", part[2:].replace("\n> ", " ")
        elif re.match(r"\[\d+\] ", part):
            for note in part.splitlines():
                yield "note", note
        else:
            yield "p", " ".join(part.split("\n"))


# ------------------------------------------------------------------ pages and texts


def make_html(head: Head, body: str) -> bytes:
    """Fill the outlet's page."""
    when = datetime.fromisoformat(head["published"])
    json_ld = {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "headline": head["title"],
        "datePublished": head["published"],
        "author": [{"@type": "Person", "name": head["author"]}],
        "publisher": {"@type": "NewsMediaOrganization", "name": head["outlet"]},
    }
    fields = {key: html.escape(value, quote=True) for key, value in head.items()}
    page = Environment(
        loader=FileSystemLoader(SOURCES / "templates"),
        keep_trailing_newline=True,
        autoescape=False,  # noqa: S701 - the fields are escaped above
    ).get_template(head["template"] + ".html")
    return page.render(
        **fields,
        slug=head["file"].removesuffix(".html"),
        day=f"{when.day} {when:%B %Y}",
        hour=f"{when:%H:%M}",
        body=to_html(body),
        json_ld=json.dumps(json_ld, ensure_ascii=False, indent=1),
    ).encode()


def to_html(body: str) -> str:
    """Mark up a body as HTML."""
    lines: list[str] = []
    tags = {"h2": "h2", "quote": "blockquote", "note": "p", "p": "p", "li": "li"}
    for kind, text in find_pieces(body):
        if kind == "rule":
            lines.append("<hr>")
            continue
        if kind == "li" and (not lines or not lines[-1].startswith(("<li", "<ul"))):
            lines.append("<ul>")
        elif kind != "li" and lines and lines[-1].startswith("<li"):
            lines.append("</ul>")
        tag = tags[kind]
        lines.append(f"<{tag}>{html.escape(text, quote=False)}</{tag}>")
    if lines and lines[-1].startswith("<li"):
        lines.append("</ul>")
    return "\n".join(lines)


def make_text(_: Head, body: str) -> bytes:
    """Keep the body as it is."""
    return (body + "\n").encode()


def make_markdown(head: Head, body: str) -> bytes:
    """Put a small head before the body."""
    kept = {"title": head["title"], "date": head["published"]}
    kept |= {"source": head["outlet"], "author": head["author"]}
    front = yaml.safe_dump(kept, sort_keys=False, allow_unicode=True)
    return f"---\n{front}---\n\n# {head['title']}\n\n{body}\n".encode()


def make_json_line(head: Head, body: str) -> bytes:
    """Write one record of an archive."""
    record = {
        "url": head["url"],
        "source": head["outlet"],
        "published": head["published"],
        "title": head["title"],
        "text": body.removeprefix(head["title"]).strip(),
    }
    return (json.dumps(record, ensure_ascii=False) + "\n").encode()


# ------------------------------------------------------------------ mail and feed


def make_mail(head: Head, body: str) -> bytes:
    """Write a message, with an HTML part where the head asks for one."""
    when = datetime.fromisoformat(head["published"])
    mail = EmailMessage(policy=SMTP.clone(max_line_length=78))
    mail["From"] = head["from"]
    mail["To"] = head["to"]
    mail["Subject"] = head["title"]
    mail["Date"] = format_datetime(when)
    mail["Message-ID"] = f"<{when:%Y%m%d}.{len(body)}@mailer.example>"
    mail["List-Unsubscribe"] = "<mailto:leave@mailer.example>"
    mail.set_content(to_mail_text(body), cte="quoted-printable")
    if head.get("html"):
        page = (
            f"<html><body>\n<h1>{head['title']}</h1>\n{to_html(body)}\n</body></html>"
        )
        mail.add_alternative(page, subtype="html", cte="quoted-printable")
        mail.set_boundary("=_sample_boundary")
    return mail.as_bytes()


def to_mail_text(body: str) -> str:
    """Wrap a body as people do in mail."""
    parts = []
    for kind, text in find_pieces(body):
        if kind == "rule":
            parts.append("-- ")
        elif kind == "h2":
            parts.append(text.upper())
        else:
            lead = "* " if kind == "li" else ""
            parts.append(
                textwrap.fill(lead + text, 72, subsequent_indent=" " * len(lead))
            )
    return "\n\n".join(parts) + "\n"


def make_atom(head: Head, body: str) -> bytes:
    """Write a feed; every entry starts with a line ``# Title``."""
    entries = []
    for part in re.split(r"^# ", body, flags=re.MULTILINE)[1:]:
        top, text = part.split("\n\n", 1)
        title, *lines = top.splitlines()
        fields = dict(line.split(": ", 1) for line in lines)
        entries.append(
            f"  <entry>\n    <title>{html.escape(title)}</title>\n"
            f"    <id>{fields['url']}</id>\n"
            f'    <link rel="alternate" href="{fields["url"]}"/>\n'
            f"    <published>{fields['date']}</published>\n"
            f"    <updated>{fields['date']}</updated>\n"
            f"    <author><name>{fields['author']}</name></author>\n"
            f'    <content type="html">{html.escape(to_html(text.strip()))}</content>\n'
            "  </entry>\n"
        )
    return (
        '<?xml version="1.0" encoding="utf-8"?>\n'
        '<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en">\n'
        f"  <title>{head['outlet']}</title>\n"
        "  <subtitle>Asha Basin</subtitle>\n"
        "  <id>https://meridian-wire.example/asha</id>\n"
        '  <link rel="self" href="https://meridian-wire.example/asha.atom"/>\n'
        f"  <updated>{head['published']}</updated>\n{''.join(entries)}</feed>\n"
    ).encode()


# ------------------------------------------------------------------ office files


def make_docx(head: Head, body: str) -> bytes:
    """Write a word-processor file."""
    file = docx.Document()
    when = datetime.fromisoformat(head["published"])
    file.core_properties.title = head["title"]
    file.core_properties.author = head["outlet"]
    file.core_properties.created = when
    file.core_properties.modified = when
    file.sections[0].header.paragraphs[0].text = head["outlet"]
    file.sections[0].footer.paragraphs[0].text = "Original: English"
    file.add_heading(head["title"], level=0)
    styles = {"h2": "Heading 2", "li": "List Bullet"}
    for kind, text in find_pieces(body):
        file.add_paragraph(text, style=styles.get(kind))
    buffer = io.BytesIO()
    file.save(buffer)
    return pack_again(buffer.getvalue())


def make_odt(head: Head, body: str) -> bytes:
    """Write an OpenDocument text."""
    file = Document("text")
    file.body.clear()
    when = datetime.fromisoformat(head["published"])
    file.meta.title = head["title"]
    file.meta.creator = head["outlet"]
    file.meta.initial_creator = head["outlet"]
    file.meta.creation_date = when
    file.meta.date = when
    file.body.append(Header(1, head["title"]))
    for kind, text in find_pieces(body):
        if kind == "li":
            file.body.append(List([text]))
        else:
            file.body.append(Header(2, text) if kind == "h2" else Paragraph(text))
    buffer = io.BytesIO()
    file.save(buffer)
    return pack_again(buffer.getvalue())


def make_pdf(head: Head, body: str) -> bytes:
    """Write pages with a running foot."""
    when = datetime.fromisoformat(head["published"])
    return write_pdf(head["title"], head["outlet"], when, find_pieces(body))


def pack_again(data: bytes) -> bytes:
    """Rewrite an archive with fixed times, the names in order."""
    buffer = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(data)) as old,
        zipfile.ZipFile(buffer, "w") as new,
    ):
        names = sorted(old.namelist(), key=lambda name: (name != "mimetype", name))
        for name in names:
            info = zipfile.ZipInfo(name, (2025, 10, 1, 0, 0, 0))
            stored = name == "mimetype"
            info.compress_type = zipfile.ZIP_STORED if stored else zipfile.ZIP_DEFLATED
            info.external_attr = 0o644 << 16
            new.writestr(info, old.read(name))
    return buffer.getvalue()


FORMATS: dict[str, Callable[[Head, str], bytes]] = {
    "html": make_html,
    "txt": make_text,
    "md": make_markdown,
    "jsonl": make_json_line,
    "eml": make_mail,
    "atom": make_atom,
    "docx": make_docx,
    "odt": make_odt,
    "pdf": make_pdf,
}

if __name__ == "__main__":
    main(*map(Path, sys.argv[1:2]))

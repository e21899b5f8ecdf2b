"""HTML elements to typed pieces of text: lxml is asked here and in ``html``."""

import re

from lxml import etree
from lxml import html as lxml_html
from lxml.etree import LxmlError, ParserError

from dragoman.model.document import BlockKind

Piece = tuple[BlockKind, str]

_SKIPPED = frozenset(
    [
        "script",
        "style",
        "noscript",
        "template",
        "svg",
        "math",
        "iframe",
        "object",
        "button",
        "select",
        "nav",
        "input",
        "textarea",
        "title",
        "aside",
        "footer",
    ]
)
_KINDS = {
    "h1": BlockKind.HEADING,
    "h2": BlockKind.HEADING,
    "h3": BlockKind.HEADING,
    "h4": BlockKind.HEADING,
    "h5": BlockKind.HEADING,
    "h6": BlockKind.HEADING,
    "head": BlockKind.HEADING,
    "li": BlockKind.LIST_ITEM,
    "item": BlockKind.LIST_ITEM,
    "dt": BlockKind.LIST_ITEM,
    "dd": BlockKind.LIST_ITEM,
    "figcaption": BlockKind.CAPTION,
    "caption": BlockKind.CAPTION,
    "tr": BlockKind.TABLE,
    "row": BlockKind.TABLE,
}
_INLINE = frozenset(
    [
        "a",
        "abbr",
        "acronym",
        "b",
        "bdi",
        "bdo",
        "big",
        "cite",
        "code",
        "data",
        "del",
        "dfn",
        "em",
        "font",
        "hi",
        "i",
        "ins",
        "kbd",
        "label",
        "mark",
        "q",
        "ref",
        "rp",
        "rt",
        "ruby",
        "s",
        "samp",
        "small",
        "span",
        "strike",
        "strong",
        "sub",
        "sup",
        "time",
        "tt",
        "u",
        "var",
        "wbr",
        "img",
        "picture",
        "source",
    ]
)
_ROWS = frozenset({"tr", "row", "td", "th", "cell", "tbody", "thead", "tfoot"})
_BOXES = ("div", "h1", "h2", "h3", "h4", "ul", "ol", "blockquote", "center", "article")
_MAX_CELL_CHARS = 200
_CELLS = frozenset({"td", "th", "cell"})
_SPACES = re.compile(r"[ \t\r\n\f\v]+")
# A tag so long, with so many attributes: libxml2 compares each with every other.
_LONG_TAG_CHARS = 20_000
_MAX_ATTRIBUTES = 2_000
# A comment, or a tag with what follows it that is no markup. A tag ends at the first
# ">" that stands in no quoted value; libxml2 takes "<title/>" for empty. Nothing is
# tried twice, in hostile pages neither.
_MARKUP = re.compile(
    r"""
    <!--(?:-?>|.*?(?:--!?>|\Z))
    |(<(?:(script|style|textarea|title|xmp|iframe|noembed|noframes)(?=[\s/>])
         |/?[a-z][^\s/>]*+)
      (?:[^=>]++|=\s*+(?:"[^"]*+(?:"|\Z)|'[^']*+(?:'|\Z))?+)*+>?)
     (?(2)(?:(?<=/>)|(?:[^<]++|<(?!/\2[\s/>]))*+))
    """,
    re.VERBOSE | re.DOTALL | re.IGNORECASE | re.ASCII,
)
_NAME_OF_TAG = re.compile(r"</?[^\s/>]+")
_BETWEEN_ATTRIBUTES = re.compile(r"[\s\"'/]+")


def parse_html(text: str) -> lxml_html.HtmlElement | None:
    """Parse HTML of any quality; ``None`` where there is no element at all."""
    # A declaration of encoding inside a decoded text is refused by lxml.
    text = re.sub(r"^\s*<\?xml[^>]*\?>", "", text[:1000]) + text[1000:]
    text = _MARKUP.sub(_shorten_tag, text)
    parser = lxml_html.HTMLParser(
        encoding="utf-8", no_network=True, remove_comments=True, huge_tree=False
    )
    try:
        return lxml_html.document_fromstring(
            text.encode("utf-8", "replace"), parser=parser
        )
    except (ParserError, LxmlError, ValueError, AssertionError):
        return None


def _shorten_tag(found: re.Match[str]) -> str:
    tag, whole = found[1] or "", found[0]
    if len(tag) < _LONG_TAG_CHARS:
        return whole
    several = len(_BETWEEN_ATTRIBUTES.findall(tag)) > _MAX_ATTRIBUTES
    name = _NAME_OF_TAG.match(tag)
    return f"{name[0]}>{whole[len(tag) :]}" if several and name else whole


class _Walker:
    """Collects the pieces of a tree, element by element, without recursion."""

    def __init__(self) -> None:
        self.pieces: list[Piece] = []
        self._kinds = [BlockKind.PARAGRAPH]
        self._buffer: list[str] = []

    def enter(self, tag: str) -> None:
        if tag in {"br", "lb", "hr"}:
            self._buffer.append("\n")
        elif tag in _CELLS:
            if self._kinds[-1] is BlockKind.TABLE and "".join(self._buffer).strip():
                self._buffer.append(" | ")
            self._kinds.append(self._kinds[-1])
        elif tag not in _INLINE:
            self.flush()
            inherited = self._kinds[-1]
            if tag in {"table", "list", "ul", "ol"}:
                inherited = BlockKind.PARAGRAPH
            self._kinds.append(_KINDS.get(tag, inherited))

    def leave(self, tag: str) -> None:
        if tag in {"br", "lb", "hr"} or tag in _INLINE:
            return
        if tag not in _CELLS:
            self.flush()
        self._kinds.pop()

    def add(self, text: str | None) -> None:
        if text:
            self._buffer.append(_SPACES.sub(" ", text))

    def flush(self) -> None:
        text = "".join(self._buffer)
        self._buffer.clear()
        kind = self._kinds[-1]
        # Two line breaks part paragraphs where pages have no paragraph elements.
        for piece in re.split(r"\n\s*\n", text):
            stripped = re.sub(r" *\n *", "\n", piece).strip()
            if stripped:
                self.pieces.append((kind, stripped))


def find_pieces(root: etree._Element) -> list[Piece]:
    """Find the headings, paragraphs, items, captions and rows below an element."""
    walker = _Walker()
    namer = _Namer()
    skipping: etree._Element | None = None
    for event, element in etree.iterwalk(root, events=("start", "end")):
        tag = namer.name(event, element)
        if event == "start":
            if skipping is None and (tag in _SKIPPED or not tag):
                skipping = element
            elif skipping is None:
                walker.enter(tag)
                walker.add(element.text)
            continue
        if skipping is None:
            walker.leave(tag)
        elif skipping is element:
            skipping = None
        if skipping is None and element is not root:
            walker.add(element.tail)
    walker.flush()
    return walker.pieces


class _Namer:
    """Names elements; rows and cells that only set the page count as ``div``."""

    def __init__(self) -> None:
        self._layout: list[bool] = []

    def name(self, event: str, element: etree._Element) -> str:
        # Processing instructions have a function for a tag.
        raw: object = element.tag
        tag = raw.rpartition("}")[2].lower() if isinstance(raw, str) else ""
        if tag == "table":
            if event == "start":
                self._layout.append(_sets_page(element))
                return "div" if self._layout[-1] else tag
            return "div" if self._layout.pop() else tag
        if tag in _ROWS and self._layout and self._layout[-1]:
            return "div"
        return tag


def _sets_page(table: etree._Element) -> bool:
    """Tell whether a table holds running text, as on pages of old and in mail."""
    if next(table.iter(*_BOXES), None) is not None:
        return True
    if any(inner is not table for inner in table.iter("table")):
        return True
    return any(
        sum(map(len, cell.itertext())) > _MAX_CELL_CHARS
        for cell in table.iter("td", "th", "cell")
    )


def find_html_pieces(text: str) -> list[Piece]:
    """Find the pieces of a stretch of HTML, such as an entry of a feed."""
    root = parse_html(text)
    return [] if root is None else find_pieces(root)

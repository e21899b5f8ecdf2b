"""Labels of a transcript: who has the word in a paragraph, by what it begins with.

"WALLACE: Let us start", "Q: And then?", "Sir Hugo Varga (Belin North) (Lab): I ask",
"The Minister for Africa (Ana Ruiz): We do", "Mr. Tamm (Estonia) (spoke in French): I",
"Mr. HALLAM. Thank you", "Dana Orvik (ALDE). – Madam President".
"""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from dragoman.model.document import PROSE, Block, BlockKind, Document
from dragoman.text.names import SMALL_WORDS

_WORD = r"[A-ZÀ-ÝĀ-Ž][\w.'’-]+"
_SMALL = r"(?:of|for|and|the|to|de|del|la|van|von|der|bin|ben|al|da|dos|di)"
# Words apart by one space each: otherwise a long word of capitals is cut up in every
# possible way.
_NAME = (
    r"[QA](?:\d{1,2})?|[A-ZÀ-ÝĀ-Ž][A-ZÀ-ÝĀ-Ž.'’ -]{1,40}[A-ZÀ-ÝĀ-Ž.]|"
    rf"{_WORD}(?: (?:{_SMALL} ){{0,2}}{_WORD}){{0,6}}"
)
_GROUPS = r"(?P<groups>(?: ?\((?:[^()\n]{1,60})\)){1,3})"
_HOLDER = re.compile(rf" ?\((?P<name>{_WORD}(?: {_WORD}){{1,3}})\)")
_OPEN = r"[“\"]?[*_]{0,3}(?:\[?\d{1,2}:\d\d(?::\d\d)?\]?\s+)?"
# A name may be set in bold, with marks that a plain text keeps: "**Kaza:** No."
_PLAIN = re.compile(
    rf"{_OPEN}(?P<name>{_NAME}){_GROUPS}?"
    r"[*_]{0,3}(?P<mark>:)[*_]{0,3}\s+(?P<words>\S)"
)
# "Mr. HALLAM. Thank you", "The CHAIRMAN. Order.", "Senator CARDIN. I yield."
_STOPPED = re.compile(
    r"(?P<name>(?:Mr|Mrs|Ms|Miss|Dr|Sen|Rep|Gen|The|Senator|Chairman|Chairwoman|"
    r"Chair|Secretary|Ambassador|General|Representative|Congressman|Delegate)\.? "
    r"[A-Z][A-Z'’-]+(?: [A-Z][A-Z'’-]+){0,2})"
    r"(?P<groups>\Z)?(?P<mark>\.) +(?P<words>[A-ZÀ-Ý“\"])"
)
# So the minutes of some parliaments: "Dana Orvik (ALDE), on behalf of the group. – I".
_DASHED = re.compile(
    rf"(?P<name>{_WORD}(?: {_WORD}){{0,4}}){_GROUPS}?"
    r"(?:, (?:on behalf|author|rapporteur|in writing|Member)\b[^.:\n]{0,60})?"
    r"\.(?P<mark> [–—-]) +(?P<words>\S)"
)
# "Bello, the Herald: ...": a journalist asks, with his outlet behind his name.
_OF_OUTLET = re.compile(
    rf"(?P<name>{_WORD}(?: {_WORD}){{0,3}}), [^:.?!\n]{{2,40}}"
    r"(?P<groups>\Z)?(?P<mark>:)\s+(?P<words>\S)"
)
# A digest of posts: "@harsted_now (210k subscribers), 3 March 21:14: ...".
_HANDLE = re.compile(
    r"(?P<name>@\w{3,40})(?P<groups>(?: ?\([^()\n]{1,140}\)){1,3})?"
    r"(?:,? [^:\n]{0,30}?\d{1,2}[:.]\d\d)?"
    r"(?P<mark>:)\s+(?P<words>\S)"
)
_DAY = (
    r"\[?(?:(?:on )?(?:\w+day,? )?(?:\d{1,2}(?:st|nd|rd|th)? [A-Z]\w+|[A-Z]\w+ \d{1,2})"
    r"(?:,? \d{4})?|\d{1,4}[./-]\d{1,2}[./-]\d{2,4}|today|yesterday)?"
    r"(?:,| at)? ?\d{1,2}[:.]\d\d(?::\d\d)?(?: ?[AaPp]\.?[Mm]\.?)?"
    r"(?: ?(?:GMT|UTC|[A-Z]{3,4}))?\]?"
)
_CHANNEL = re.compile(r"(?:[A-ZÀ-ÝĀ-Ž@]|The )[^.!?:;\n]{1,48}")
_SMALL_WORDS = SMALL_WORDS | {"al", "from"}
_WHEN = re.compile(_DAY)
_CLOCK = re.compile(r"\d{1,2}[:.]\d\d")
_POSTED = re.compile(
    rf"(?P<name>(?:[A-ZÀ-ÝĀ-Ž@])[^.!?:;,\n|]{{1,48}}?)(?:,| ?[|·–—-])? "
    rf"(?P<when>{_DAY}):?"
)
# Those who ask for nobody in particular: each time it may be somebody else.
_INQUIRING = frozenset(
    {"q", "question", "questioner", "reporter", "journalist", "correspondent"}
)
ASKING = _INQUIRING | {"interviewer", "moderator", "host", "anchor"}
# He who is asked is named above.
ANSWERING = frozenset({"a", "answer", "interviewee"})
# What heads a part of a report is nobody: "CLAIM: A video shows ...".
_HEADS = frozenset(
    {"claim", "verdict", "rating", "conclusion", "fact", "facts", "note", "correction"}
    | {"update", "summary", "background", "context", "breaking", "our verdict"}
    | {"analysis", "comment", "headline", "source", "sources", "photo", "video", "date"}
    | {
        "caption",
        "location",
        "place",
        "warning",
        "disclaimer",
        "false",
        "true",
        "where",
    }
    | {"evidence", "method", "methodology", "what we found", "editor's note", "when"}
    | {"explanation", "result", "assessment", "topic", "subject", "title", "status"}
    | {"who", "what", "why", "how", "recommendations", "recommendation", "outlook"}
)
# They have the chair, and say nothing to the matter.
_CHAIRS = re.compile(
    r"(?:(?:mr|madam|mrs|ms)\.? )?(?:deputy |acting )?(?:the )?(?:acting |deputy )?"
    r"(?:speaker|chair(?:man|woman|person)?|president|presiding officer|moderator)",
    re.IGNORECASE,
)
# What no field of a table begins with: "Location: Harsted".
_OFFICE = re.compile(
    r"(?:Mr|Mrs|Ms|Miss|Dr|Sir|Dame|Lord|Lady|Baroness|Hon|Rt|The|Madam|Senator|"
    r"Minister|Ambassador|General|Secretary|Judge|President|Chairman|Spokes\w+|"
    r"MR|MRS|MS|DR|SIR|THE|SENATOR|MINISTER|AMBASSADOR|GENERAL|SECRETARY)\b\.?",
)
# A transcript has at least so many labels, and they begin so many of its paragraphs.
_LEAST = 3
_SHARE = 0.4
# From the beginning of a word: otherwise a long one is looked at from each letter.
_NAMED = re.compile(rf"(?<![\w.'’-]){_WORD}(?= ({_WORD})\b(?!:))")
# How far into a paragraph its label can reach.
_HEAD = 160
# The longest remark of a stage: "(Laughter.)".
_ASIDE = re.compile(r"[(\[][^()\[\]]{1,80}[)\]]\.?\s*\Z")


@dataclass(frozen=True, slots=True)
class Label:
    """A label and what it opens; offsets are those of the document.

    Attributes:
        block: The paragraph.
        name: The name without brackets: "Sir Hugo Varga"; of an office, the name in
            brackets: "The Minister for Roads (Ana Ruiz)".
        start: Where the name begins.
        end: Where it ends.
        groups: Offsets of what stands in brackets behind it, empty if nothing does.
        mark: Offsets of the colon, the stop or the dash.
        words: Where the words begin.
        posted: Whether it heads a post of a channel, over its words.
    """

    block: Block
    name: str
    start: int
    end: int
    groups: tuple[int, int]
    mark: tuple[int, int]
    words: int
    posted: bool = False

    @property
    def asks(self) -> bool:
        """Whether a nameless questioner has the word."""
        return _plain(self.name) in ASKING

    @property
    def inquires(self) -> bool:
        """Whether another one may have the word each time it says so."""
        return _plain(self.name) in _INQUIRING

    @property
    def answers(self) -> bool:
        """Whether he has the word who is asked, whoever that is."""
        return _plain(self.name) in ANSWERING

    @property
    def chairs(self) -> bool:
        """Whether the one in the chair has the word."""
        return _CHAIRS.fullmatch(self.name) is not None


def match_label(text: str, block: Block) -> Label | None:
    """Return the label that a paragraph may begin with."""
    head = min(block.end, block.start + _HEAD)
    if text.find(":", block.start, head) >= 0:
        forms: tuple[re.Pattern[str], ...] = (_HANDLE, _PLAIN, _OF_OUTLET, _STOPPED)
    elif text.find(". ", block.start, head) >= 0:
        forms = (_STOPPED, _DASHED)
    else:
        return None
    for form in forms:
        found = form.match(text, block.start, block.end)
        if found is not None:
            if found["name"].lower() in _HEADS or found["name"].startswith("To "):
                return None
            groups = found.span("groups") if found["groups"] else (0, 0)
            holder = _HOLDER.match(found["groups"] or "")
            office = holder is not None and found["name"].startswith("The ")
            return Label(
                block,
                holder["name"] if holder is not None and office else found["name"],
                found.start("name"),
                found.end("name"),
                groups,
                found.span("mark"),
                found.start("words"),
            )
    return None


def find_labels(document: Document) -> tuple[Label, ...]:
    """Return what looks like a label at the head of the paragraphs of a document."""
    text = document.text
    posts = find_posts(document)
    if posts:
        return posts
    found = (match_label(text, one) for one in document.blocks if one.kind in PROSE)
    return tuple(label for label in found if label is not None)


def find_posts(document: Document) -> tuple[Label, ...]:
    """Return the heads of posts: a channel's name, and day and time below or behind it.

    "Voice of Tarsa / 3 March 21:14 / Our lads ...", as channels are copied out. There
    are at least two of them.
    """
    text = document.text
    found: list[Label] = []
    blocks = [b for b in document.blocks if b.kind is not BlockKind.BOILERPLATE]
    for place, block in enumerate(blocks[:-1]):
        line, after = text[block.start : block.end], blocks[place + 1]
        head = _POSTED.fullmatch(line)
        if head is not None and _is_channel(head["name"]) and _CLOCK.search(line):
            name, mark, words = head["name"], head.span("when"), after.start
            mark = block.start + mark[0], block.start + mark[1]
        elif _is_channel(line) and place + 2 < len(blocks):
            below = text[after.start : after.end]
            if _WHEN.fullmatch(below) is None or _CLOCK.search(below) is None:
                continue
            name, words = line, blocks[place + 2].start
            mark = after.start, after.end
        else:
            continue
        end = block.start + len(name)
        found.append(
            Label(block, name, block.start, end, (0, 0), mark, words, posted=True)
        )
    names = Counter(label.name for label in found)
    channels = any(count > 1 or name[0] == "@" for name, count in names.items())
    return tuple(found) if len(found) > 1 and channels else ()


def _is_channel(line: str) -> bool:
    """Tell the name of a channel from a headline over a time."""
    words = line.split()
    return _CHANNEL.fullmatch(line) is not None and all(
        not word[0].islower() or word in _SMALL_WORDS for word in words
    )


def are_turns(labels: Sequence[Label], document: Document) -> tuple[bool, ...]:
    """Tell for each label whether it gives somebody the word.

    A name that comes again does, and so do names in capitals if there are two. In
    what is a transcript for the number of its labels, a title or a bracket is enough:
    "Mr Speaker: Order.".
    """
    counts = Counter(_key(label.name) for label in labels)
    dense = _is_transcript(labels, counts, document)
    surnames = _surnames(document.text) if dense else frozenset()
    several = len(labels) > 1
    found: list[bool] = []
    for place, label in enumerate(labels):
        before = labels[place - 1] if place else None
        # Who answers may do so once: "Question: ... / Ruiz: ...".
        answers = before is not None and before.asks and not label.asks
        found.append(
            counts[_key(label.name)] > 1
            or label.posted
            or (label.name[0] == "@" and (several or label.groups[1] > 0))
            or (label.name.isupper() and several)
            or (dense and (answers or _is_strong(label, document.text)))
            or label.name.rpartition(" ")[2] in surnames
        )
    return tuple(found)


def _is_transcript(
    labels: Sequence[Label], counts: Counter[str], document: Document
) -> bool:
    strong = [
        label
        for label in labels
        if counts[_key(label.name)] > 1 or _is_strong(label, document.text)
    ]
    if len(strong) < _LEAST:
        return False
    first, last = strong[0].block.start, strong[-1].block.start
    between = sum(
        first <= one.start <= last for one in document.blocks if one.kind in PROSE
    )
    return len(strong) >= _SHARE * between


def _is_strong(label: Label, text: str) -> bool:
    """Tell a label by its title, its bracket or its dash from the name of a field.

    So does a question behind it: "AFN: What is your answer?".
    """
    if label.groups[1] or label.asks or label.answers or label.name[0] == "@":
        return True
    if text[label.words : label.block.end].rstrip('*_”" ').endswith("?"):
        return True
    return _OFFICE.match(label.name) is not None or text[label.mark[0]] != ":"


def _surnames(text: str) -> frozenset[str]:
    """Return what stands as the last word of a name: "Ruiz: No." after "Ana Ruiz"."""
    return frozenset(_NAMED.findall(text))


def goes_on(block: Block, text: str) -> bool:
    """Tell whether a paragraph without a label can go on with a turn."""
    words = text[block.start : block.end]
    stage = words.isupper() or _ASIDE.match(words) is not None
    return not stage and match_label(text, block) is None


def _plain(name: str) -> str:
    return name.lower().rstrip("0123456789")


def _key(name: str) -> str:
    """Return a name as it is counted: without titles, in small letters."""
    words = name.lower().replace(".", "").split()
    while len(words) > 1 and _OFFICE.match(words[0].capitalize()) is not None:
        words = words[1:]
    return " ".join(words)

"""What stands around a title kept with it: "told Mali's acting President Lee"."""

from dragoman.annotate.encoder.draft import SUBJECTS, Tree
from dragoman.annotate.encoder.repairs.joined import is_person
from dragoman.data.tables import name_words

# Lemmas: "acting" and "outgoing" are read as verbs.
STATUS = frozenset(
    {"act", "acting", "caretaker", "interim", "transitional", "provisional", "then"}
    | {"outgo", "outgoing", "incoming", "income", "former", "late", "elect", "oust"}
    | {"depose", "dismiss", "sack", "current", "visit", "visiting"}
)
_PLACED = SUBJECTS | {"obj", "iobj", "obl"}
_INNER = frozenset({"amod", "compound", "flat", "nmod:poss"})
_LONGEST = 6


def join_status(tree: Tree) -> None:
    """Hang "acting" and its owner on the name behind, and the name where they hung.

    A parser that has never seen the name makes the word before the title an object of
    "told", and the name something beside it or the subject of what is told.
    """
    for place in range(1, len(tree.words) - 2):
        word = tree.words[place]
        if word.lemma.lower() not in STATUS or word.upos == "PROPN":
            continue
        owner, name = _owner(tree, place), _name_behind(tree, place)
        if owner is None or name is None:
            continue
        if tree.head[name] == place:
            _raise_name(tree, place, name)
        parts = [part for part in (place, owner) if not place < tree.head[part] <= name]
        verb = next(
            (
                part
                for part in parts
                if 0 <= tree.head[part] < owner and tree.relation[part] in _PLACED
            ),
            None,
        )
        if verb is not None and _is_free(tree, name):
            tree.move(name, tree.head[verb], tree.relation[verb])
        for part in parts:
            if tree.is_below(name, part):
                continue
            relation = "det" if tree.words[part].upos == "DET" else "amod"
            owned = part == owner and tree.words[owner].upos in {"PROPN", "NOUN"}
            tree.move(part, name, "nmod:poss" if owned else relation)


def join_rank(tree: Tree, rank: int) -> None:
    """Read "Secretary General" as one office, and no general beside a secretary."""
    office = tree.head[rank]
    known = name_words()
    if (
        office != rank - 1
        or tree.words[rank].lemma.lower() not in known.ranks
        or tree.words[office].lemma.lower() not in known.before_ranks
    ):
        return
    tree.move(rank, tree.head[office], tree.relation[office])
    for child in tree.children(office):
        tree.hang(child, rank)
    tree.move(office, rank, "compound")


def part_portfolio(tree: Tree, name: int) -> None:
    """Part the field or body from the name of who holds an office.

    "the secretary general for energy Omar Karam", "of the Lebanese Front Omar Karam".
    """
    if not is_person(tree, name):
        return
    case = next(
        (c for c in tree.children(name) if tree.relation[c] == "case" and c < name), 0
    )
    title, field = case - 1, _before_name(tree, name)
    if not 1 <= case < field or tree.words[case].lemma not in {"for", "of"}:
        return
    inside = [part for part in range(case + 1, field) if tree.head[part] == name]
    if tree.head[field] != name or (inside and tree.words[field].upos == "NOUN"):
        return
    titles = name_words().titles
    if tree.words[title].lemma.lower() not in titles:
        return
    if tree.words[field].lemma.lower() in titles:
        return  # "the brother of General Omar Karam" is another than Omar Karam
    tree.move(field, title, "nmod")
    for part in (case, *inside):
        tree.hang(part, field)
    tree.move(name, title, "appos")


def _before_name(tree: Tree, name: int) -> int:
    """Return the word before the name of a person that ends at a word."""
    first = name
    while first and tree.words[first].name == "I-PER":
        first -= 1
    return first - 1


def _raise_name(tree: Tree, place: int, name: int) -> None:
    """Put a name in the place of the status it was taken to be acted on by."""
    above, relation = tree.head[place], tree.relation[place]
    for child in tree.children(place):
        if child > name:
            tree.hang(child, above)
    clausal = relation in {"ccomp", "xcomp", "advcl", "parataxis"}
    tree.move(name, above, "obj" if clausal else relation)


def _is_free(tree: Tree, name: int) -> bool:
    """Tell whether a name is no subject that its verb needs."""
    if tree.relation[name] not in SUBJECTS:
        return True
    beside = tree.children(tree.head[name])
    return any(tree.relation[one] in SUBJECTS for one in beside if one != name)


def _owner(tree: Tree, place: int) -> int | None:
    """Return Mali of "Mali's acting President", "the Malian acting President"."""
    at = place - 1
    if tree.relation[at] == "advmod" and at:
        at -= 1  # "newly elected"
    if tree.words[at].xpos == "POS" and at:
        return at - 1
    return at if tree.words[at].xpos in {"JJ", "DT", "PRP$"} else None


def _name_behind(tree: Tree, place: int) -> int | None:
    """Return the head of a run of names right behind a word."""
    end = place + 1
    limit = min(len(tree.words), end + _LONGEST)
    while end < limit and (tree.words[end].upos in {"PROPN", "ADJ"}):
        end += 1
    heads = [at for at in range(place + 1, end) if not place < tree.head[at] < end]
    if len(heads) != 1 or end <= place + 2 or tree.words[heads[0]].upos != "PROPN":
        return None
    # "the former Velmora governor": the name is no head of this phrase
    return None if tree.relation[heads[0]] in _INNER else heads[0]

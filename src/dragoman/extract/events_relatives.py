"""Whom a relative clause tells of, where it hangs on a thing."""

from dragoman.extract.events_parties import PartyReader
from dragoman.model.annotation import Schema

_WHO = frozenset({"who", "whom"})


def find_person_of(
    reader: PartyReader, sentence: int, verb: int, noun: int
) -> int | None:
    """Return Lee of "the funeral of Lee, who was killed": no thing is "who".

    Args:
        reader: Reads parties of the document.
        sentence: Index of the sentence.
        verb: Predicate of the relative clause.
        noun: What the parse hangs it on.

    Returns:
        Head of the name, ``None`` where the noun is somebody, or nobody is named.
    """
    tree = reader.annotations.sentences[sentence]
    if tree[verb].deprel != "acl:relcl" or tree[verb].head != noun:
        return None
    if tree[noun].upos != "NOUN" or tree[noun].lemma.lower() in reader.words["people"]:
        return None
    if not any(tree[child].text.lower() in _WHO for child in tree.children(verb)):
        return None
    if reader.mention(sentence, noun) is not None:
        return None
    for child in reversed(tree.children(noun, "nmod")):
        mention = reader.annotations.mention_headed(sentence, child)
        if child < verb and mention is not None:
            return child if mention.schema is Schema.PERSON else None
    return None

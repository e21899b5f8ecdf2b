"""XML from strangers: no entities, no network, no deep recursion."""

from lxml import etree

from dragoman.errors import ReadError

_MARKS = ("<!ENTITY", "<!entity")
_DECLARATIONS = tuple(
    mark.encode(encoding)
    for mark in _MARKS
    for encoding in ("ascii", "utf-16-le", "utf-16-be")
)


def refuse_entities(data: bytes) -> None:
    """Refuse XML that declares entities: they can blow up or fetch files.

    Raises:
        ReadError: There is an entity declaration.
    """
    if any(mark in data for mark in _DECLARATIONS):
        raise ReadError(
            "XML that declares entities of its own: refused, since they can "
            "expand without end or fetch files"
        )


def parse_xml(data: bytes) -> etree._Element:
    """Parse XML.

    Raises:
        ReadError: It is broken or declares entities.
    """
    refuse_entities(data)
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False
    )
    try:
        return etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise ReadError(f"broken XML: {error}") from error

"""The exceptions of dragoman.

DragomanError
├── ReadError       a source that cannot be turned into a document
├── SchemaError     an ontology file, or a claim that does not fit the ontology
├── SpanError       a span outside its document, or a citation that does not verify
├── StoreError      a case that cannot be opened, read or written
├── PluginError     a plugin that is missing, doubled or out of order
└── SettingsError   settings that are not allowed, all faults together

A wrong call raises ``ValueError`` or ``TypeError`` as usual.
"""


class DragomanError(Exception):
    """Base of all errors that dragoman raises on wrong data."""


class ReadError(DragomanError):
    """A source cannot be turned into a document."""


class SchemaError(DragomanError):
    """The ontology is faulty, or a claim does not fit it."""


class SpanError(DragomanError):
    """A span lies outside its document, or a citation does not verify."""


class StoreError(DragomanError):
    """A case cannot be opened, read or written."""


class PluginError(DragomanError):
    """A plugin is missing, registered twice or in a wrong order."""


class SettingsError(DragomanError):
    """Settings are not allowed; the message lists every fault."""

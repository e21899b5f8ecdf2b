"""The catalog of a case: a read model for browsing, dropped and rebuilt at will."""

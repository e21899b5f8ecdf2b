"""The ontology as data."""

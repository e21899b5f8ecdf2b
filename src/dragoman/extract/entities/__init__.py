"""Entities: one claim for each chain that has a name."""

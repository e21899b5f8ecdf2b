"""Documents to annotations."""

"""The author's own judgements."""

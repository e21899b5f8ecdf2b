"""The reading model and what is made of its answers: words, tags, trees, names."""

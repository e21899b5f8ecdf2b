"""Names of one document: where they start and end, what they are, which are one."""

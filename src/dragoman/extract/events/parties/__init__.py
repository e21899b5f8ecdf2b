"""Who takes part, from noun phrases to parties."""

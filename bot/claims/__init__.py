"""A claim against all sources, both sides shown."""

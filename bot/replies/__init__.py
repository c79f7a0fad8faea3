"""Answers of every kind, made of cited statements."""

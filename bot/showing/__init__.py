"""Answers and checks as Markdown, HTML, JSON and files to hand on; pure."""

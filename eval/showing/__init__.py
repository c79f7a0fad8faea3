"""Results for readers: on a terminal, as JSON, as Markdown, and as one page that can be printed and carried about."""

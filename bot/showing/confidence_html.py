"""How sure an answer or a verdict is, in small print that says what the number means."""

OF_ANSWER = "How likely it is that the answer is right: estimated from how well the quoted sentence fits the question."
OF_VERDICT = (
    "How likely it is that the verdict is what the quotes say: estimated by weighing them. It does not say whether the "
    "sources are right."
)
OF_QUOTE = "How likely it is that this quote answers: estimated from how well its sentence fits the question."
OF_EVIDENCE = "How likely it is that this quote speaks this way: estimated by weighing it. It may be wrong."


def confidence_html(confidence: float, meaning: str) -> str:
    """Return a confidence in [0, 1] as per cent; what it means is told where somebody points at it."""
    return f'<span class="confidence" title="{meaning}">Confidence {100 * confidence:.0f}\N{NO-BREAK SPACE}%</span>'

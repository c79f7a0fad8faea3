"""What can answer: passages, sentences and spans, the likeliest first."""

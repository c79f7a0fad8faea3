"""The trained tagger that marks who says what: tokens to windows, windows to labels, labels to attributions."""

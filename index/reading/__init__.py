"""One file for each format: bytes in, documents out."""

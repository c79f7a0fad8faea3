"""Does a text support a claim, refute it, or neither?"""

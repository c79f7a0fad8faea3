"""Is this quotation exact, altered, somebody else's, or not there?"""

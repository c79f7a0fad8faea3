"""What is asked: about whom, about what, when, and which kind of answer would do."""

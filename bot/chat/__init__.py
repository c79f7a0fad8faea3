"""The chat page. It decides nothing: it asks a checker and shows what it says."""

import os

# Gradio reads it once, when it is imported. No request may leave the machine.
os.environ["GRADIO_ANALYTICS_ENABLED"] = "False"

import subprocess
import sys
from pathlib import Path

import bot
import eval as evaluation
import index

ROOT = Path(__file__).parent.parent


def test_the_public_names_are_the_promised_ones() -> None:
    assert {"Document", "Hit", "Passage", "Span", "build", "load", "quotations"} <= set(index.__all__)
    assert {"answer", "load", "read"} <= set(bot.__all__)
    assert {"Case", "load_cases", "run"} <= set(evaluation.__all__)
    for package in (index, bot, evaluation):
        assert all(getattr(package, name) is not None for name in package.__all__)


def test_importing_the_bot_pulls_in_no_heavy_library() -> None:
    program = (
        "import sys, bot, index\n"
        "heavy = {'torch', 'transformers', 'gradio', 'faiss', 'spacy', 'sentence_transformers', 'onnxruntime',"
        "'trafilatura', 'lxml', 'pypdfium2', 'docx', 'httpx'}\n"
        "sys.exit(', '.join(heavy & set(sys.modules)) or 0)"
    )

    done = subprocess.run([sys.executable, "-c", program], cwd=ROOT, check=False, capture_output=True, text=True)

    assert done.returncode == 0, done.stderr


def test_the_seed_is_the_article_byte_for_byte() -> None:
    import hashlib

    (seed,) = (ROOT / "seeds").iterdir()

    assert hashlib.sha256(seed.read_bytes()).hexdigest() == (
        "1298451e1d3c48f712c1d0e0e5972b0a74646ab4a23b6b9254549aa3e1507c0a"
    )

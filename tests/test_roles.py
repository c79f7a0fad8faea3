"""What people are, and whose: "the employers' chief negotiator, Alan Brock"."""

import pytest

from index import Document
from index.entities import people_in
from index.roles import learnt
from index.sentences import sentences


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("The employers' chief negotiator, Alan Brock, said it was over.", "employers' chief negotiator"),
        ("“It is over,” said the teachers’ lead negotiator, Alan Brock.", "teachers’ lead negotiator"),
        ("“It is over,” said Norvik Shipping's spokesman, Alan Brock.", "Norvik Shipping's spokesman"),
        ("“It is over,” the bank's newly appointed economist Alan Brock said.", "bank's newly appointed economist"),
        ("“It is over,” said its spokesman, Alan Brock.", "spokesman"),
        ("“It is over,” said Alan Brock, its spokesman, on Monday.", "spokesman"),
        ("“It is over,” health ministry spokesman Alan Brock said.", "health ministry spokesman"),
        ("The firm's lawyers said spokesman Alan Brock was ill.", "spokesman"),
        ("“It is over,” said Monday's referee, Alan Brock.", "referee"),
        ("It's mayor Alan Brock who said it was over.", "mayor"),
        ("The ministry's briefer, Captain Alan Brock, was less sure.", "ministry's briefer"),
        ("Her husband, former President Alan Brock, was less sure.", "former President"),
    ],
)
def test_a_role_keeps_whose_it_is(text: str, role: str) -> None:
    document = Document("a", text)

    assert learnt(text, people_in(document, tuple(sentences(document)))).of("Alan Brock") == role

from typing import Any

import docx as library
import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from index import Document
from index.errors import SourceError
from index.reading.docx import read
from index.reading.origin import Origin
from tests.made_files import docx, saved


def only(content: bytes) -> Document:
    (document,) = read(content, Origin("a.docx", "a.docx"))
    return document


@pytest.fixture
def made() -> Any:
    return library.Document()


def element(xml: str) -> Any:
    return parse_xml(xml.replace(">", f" {nsdecls('w')}>", 1))


def test_paragraphs_and_tables_come_in_reading_order(made: Any) -> None:
    made.add_heading("Minutes")
    table = made.add_table(2, 3)
    for row in range(2):
        for column in range(3):
            table.cell(row, column).text = f"{row}{column}"
    table.cell(0, 0).merge(table.cell(1, 0)).text = "both"
    made.add_paragraph("The end.")

    assert only(saved(made)).text == "Minutes\n\nboth\t01\t02\n\n11\t12\n\nThe end."


def test_a_cell_of_several_paragraphs_keeps_them_apart(made: Any) -> None:
    table = made.add_table(1, 2)
    table.cell(0, 0).text = "MR. KIRBY:"
    table.cell(0, 1).text = "Hello."
    table.cell(0, 1).add_paragraph("Goodbye.")

    assert only(saved(made)).text == "MR. KIRBY:\n\nHello.\n\nGoodbye."


def test_tracked_insertions_count_and_deletions_and_hidden_words_do_not(made: Any) -> None:
    paragraph = made.add_paragraph("We do ")
    paragraph._p.append(element('<w:ins w:id="1"><w:r><w:t>not</w:t></w:r></w:ins>'))
    paragraph._p.append(element('<w:del w:id="2"><w:r><w:delText> always</w:delText></w:r></w:del>'))
    paragraph.add_run(" agree").bold = True
    paragraph.add_run(" secretly").font.hidden = True
    paragraph.add_run(".")

    assert only(saved(made)).text == "We do not agree."


def test_links_content_controls_text_boxes_and_line_breaks_are_read(made: Any) -> None:
    paragraph = made.add_paragraph("See ")
    paragraph._p.append(element("<w:hyperlink><w:r><w:t>this</w:t></w:r></w:hyperlink>"))
    paragraph.add_run().add_break()
    paragraph.add_run("below.")
    box = "<w:r><w:pict><w:txbxContent><w:p><w:r><w:t>A box.</w:t></w:r></w:p></w:txbxContent></w:pict></w:r>"
    paragraph._p.append(element(box))
    control = "<w:sdt><w:sdtContent><w:p><w:r><w:t>A control.</w:t></w:r></w:p></w:sdtContent></w:sdt>"
    made.element.body.insert(0, element(control))

    assert only(saved(made)).text == "A control.\n\nSee this\nbelow.\n\nA box."


def test_the_title_is_the_files_own_or_its_name() -> None:
    assert only(docx("Hello.", title="The Report")).title == "The Report"
    assert only(docx("Hello.")).title == "a.docx"


@pytest.mark.parametrize(
    ("content", "advice"),
    [
        (b"hello", "save a copy as .docx"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "password"),
        (docx("Hello.")[:900], "save a copy as .docx"),
        (docx(), "no text"),
        (docx(" ", "\t"), "no text"),
    ],
)
def test_what_cannot_be_read_says_what_to_do(content: bytes, advice: str) -> None:
    with pytest.raises(SourceError, match=advice) as raised:
        only(content)
    assert "a.docx" in str(raised.value)

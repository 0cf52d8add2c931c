import doctest
from pathlib import Path

import pytest

PAGES = sorted((Path(__file__).resolve().parents[2] / "docs" / "methods").glob("*.md"))


def test_there_are_pages_on_methods():
    assert {"approval.md", "codes.md", "coverage.md", "phases.md", "stems.md", "thread.md"} <= {p.name for p in PAGES}


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_every_page_on_a_method_has_worked_examples_and_they_come_out_as_written(page):
    result = doctest.testfile(str(page), module_relative=False, encoding="utf-8")

    assert (result.failed, result.attempted > 0) == (0, True)

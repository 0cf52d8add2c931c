import re
from collections.abc import Iterator

import pytest
from django.utils.translation import override

from tequio.core.charts.bars import Value
from tequio.core.charts.tiles import Place
from tequio.core.coverage import coverage
from tequio.web.templatetags.charts import bar_rows, coverage_rows, tiles, too_few
from tests.web.rendering import include, markup

POPULATION = {"norte": 500, "sur": 300, "centro": 200}
CHART = '{% include "components/coverage_bars.html" with id="c" title="Quiénes" %}'


@pytest.fixture(autouse=True)
def spanish() -> Iterator[None]:
    with override("es"):
        yield


def test_a_group_of_which_nobody_came_is_a_gap_with_a_word() -> None:
    rows = coverage_rows(coverage({"norte": 12, "sur": 8}, POPULATION), {"centro": "Centro"})

    assert rows is not None
    assert [(row["label"], row["said"], row["missing"]) for row in rows] == [
        ("norte", "12 personas · 60 %", False),
        ("sur", "8 personas · 40 %", False),
        ("Centro", "nadie vino", True),
    ]


def test_a_bar_is_a_share_of_the_widest_thing_drawn() -> None:
    rows = coverage_rows(coverage({"norte": 20}, {"norte": 500, "sur": 500}))

    assert rows is not None
    assert (rows[0]["width"], rows[0]["high"], rows[0]["tick"]) == ("100.0", "100.0", "50.0")


def test_below_ten_people_nothing_is_drawn_and_a_sentence_says_why() -> None:
    shown = markup(CHART, found=coverage({"norte": 7}, POPULATION))

    assert "<svg" not in shown
    assert "Contestaron 7 personas. Con menos de 10 no dibujamos nada: se podría reconocer a alguien." in shown


def test_every_number_of_the_chart_stands_in_its_table_too() -> None:
    shown = markup(CHART, found=coverage({"norte": 12, "sur": 8}, POPULATION))

    cells = re.findall(r"<t[hd][^>]*>([^<]*)</t[hd]>", shown[shown.index("<tbody>") :])
    assert cells[:5] == ["norte", "12", "60 %", "39 % – 78 %", "50 %"]
    assert cells[10:] == ["centro", "0", "0 %", "0 % – 16 %", "20 %"]


def test_marks_are_placed_with_points_in_spanish_too() -> None:
    shown = markup(CHART, found=coverage({"norte": 12, "sur": 8}, POPULATION))

    assert re.findall(r'(?:width|x1|x2)="[^"]*,', shown) == []


def test_bars_say_the_number_with_its_interval() -> None:
    rows = bar_rows([Value("La usaríamos", 0.9, 0.79, 0.957), Value("Sin intervalo", 0.5)], 1, share=True)

    assert [(row["said"], row["width"], row["low"]) for row in rows] == [
        ("90 % (79 % – 96 %)", "90.0", "79.0"),
        ("50 %", "50.0", ""),
    ]


@pytest.mark.parametrize(("n", "hidden"), [(9, True), (10, False), (0, True), (None, False), ("", False)])
def test_only_a_known_small_base_hides_a_chart(n: int | None, hidden: bool) -> None:
    assert too_few(n) == hidden


def test_bars_whose_base_is_not_known_say_so() -> None:
    said = include("bars", id="b", title="T", values=[Value("A", 3)])

    assert said.endswith("La fuente no dice de cuántas respuestas.")


def test_a_tile_breaks_a_long_name_in_two_and_says_everything_in_its_title() -> None:
    drawn = tiles([Place("09005", "Gustavo A. Madero", 0, 0, 4, "under"), Place("09003", "Coyoacán", 1, 0, None, "")])

    lines = [[line["text"] for line in tile["lines"]] for tile in drawn["tiles"]]
    assert lines == [["Gustavo", "A. Madero"], ["Coyoacán"]]
    assert drawn["sentence"] == "Gustavo A. Madero: 4, menos de los que son; Coyoacán: –"


def test_a_map_without_places_is_empty() -> None:
    assert tiles([]) == {"tiles": [], "height": "0.0", "sentence": ""}

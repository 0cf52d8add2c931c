from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

import pytest

from tequio.formats.shaped import ShapeError, build


class Colour(StrEnum):
    RED = "red"


@dataclass(frozen=True, slots=True)
class Fruit:
    name: str
    colour: Colour
    picked: date | None
    sizes: tuple[int, ...]
    words: Mapping[str, str]
    tile: tuple[int, int] = (0, 0)


APPLE = {
    "name": "apple",
    "colour": "red",
    "picked": date(2020, 1, 2),
    "sizes": [1, 2],
    "words": {"es": "manzana"},
    "tile": [3, 4],
}


def test_data_becomes_the_dataclass_that_describes_it() -> None:
    built = build(Fruit, APPLE)

    assert built == Fruit("apple", Colour.RED, date(2020, 1, 2), (1, 2), {"es": "manzana"}, (3, 4))


def test_what_has_a_default_may_be_left_out_and_what_is_optional_may_be_null() -> None:
    built = build(Fruit, {key: value for key, value in APPLE.items() if key != "tile"} | {"picked": None})

    assert built == Fruit("apple", Colour.RED, None, (1, 2), {"es": "manzana"}, (0, 0))


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"taste": "sweet"}, "fruit.yaml: unknown taste"),
        ({"name": 3}, "fruit.yaml.name: str was expected, not 3"),
        ({"sizes": [1, True]}, "fruit.yaml.sizes[1]: int was expected, not True"),
        ({"sizes": "12"}, "fruit.yaml.sizes: a list was expected"),
        ({"tile": [1]}, "fruit.yaml.tile: 2 values were expected"),
        ({"words": ["es"]}, "fruit.yaml.words: names with values were expected"),
        ({"colour": "blue"}, "fruit.yaml.colour: 'blue' is not a valid Colour"),
    ],
)
def test_a_file_that_says_something_else_is_refused_with_the_place(change: dict[str, object], message: str) -> None:
    with pytest.raises(ShapeError) as refused:
        build(Fruit, APPLE | change, "fruit.yaml")

    assert str(refused.value) == message


def test_a_file_that_leaves_something_out_is_refused() -> None:
    with pytest.raises(ShapeError, match=r"fruit\.yaml: .*missing 1 required positional argument: 'name'"):
        build(Fruit, {key: value for key, value in APPLE.items() if key != "name"}, "fruit.yaml")

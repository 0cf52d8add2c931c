from hypothesis import given
from hypothesis import strategies as st

from tequio.core.charts.tiles import Place, Tile, height, tile_map

CELLS = st.sets(st.tuples(st.integers(0, 8), st.integers(0, 8)), min_size=1, max_size=16)


def place(code, col, row, value=None, state="within"):
    return Place(code, code.title(), col, row, value, state)


def places(cells):
    return [place(f"p{n}", col, row) for n, (col, row) in enumerate(sorted(cells))]


def test_tiles_fill_the_width_with_gaps_between_them():
    tiles = tile_map([place("iztapalapa", 0, 0, 12.0, "over"), place("tlalpan", 1, 1)], width=104, gap=4)

    assert tiles == (
        Tile("iztapalapa", "Iztapalapa", 0, 0, 50, 12.0, "over"),
        Tile("tlalpan", "Tlalpan", 54, 54, 50, None, "within"),
    )
    assert height(tiles) == 104


def test_an_empty_margin_of_the_grid_is_cut_off():
    assert tile_map([place("a", 3, 5), place("b", 4, 5)], width=104) == tile_map(
        [place("a", 0, 0), place("b", 1, 0)], width=104
    )


def test_one_territory_takes_the_whole_width():
    assert tile_map([place("a", 2, 2)], width=100) == (Tile("a", "A", 0, 0, 100, None, "within"),)


def test_no_territories_make_no_map():
    assert (tile_map([], width=100), height([])) == ((), 0.0)


@given(CELLS, st.integers(200, 900))
def test_tiles_stay_within_the_width_and_never_overlap(cells, width):
    tiles = tile_map(places(cells), width)

    assert all(t.x >= 0 and t.x + t.size <= width + 0.11 and t.y + t.size <= height(tiles) + 0.05 for t in tiles)
    for n, one in enumerate(tiles):
        for other in tiles[n + 1 :]:
            assert abs(one.x - other.x) >= one.size or abs(one.y - other.y) >= one.size


@given(CELLS)
def test_tiles_in_one_column_stand_in_line(cells):
    tiles = tile_map(places(cells), width=360)

    xs = {(col, tile.x) for (col, _), tile in zip(sorted(cells), tiles, strict=True)}
    assert len(xs) == len({col for col, _ in cells})

import pytest
from django_scopes import scopes_disabled

from tequio.apps.record.models import Event
from tequio.apps.territories import actions, queries
from tequio.apps.territories.models import Population, Territory
from tequio.apps.territories.queries import Branch
from tequio.core.actors import SYSTEM
from tequio.core.charts.tiles import Place
from tequio.core.refusals import Refusal
from tests.people import NOON

pytestmark = pytest.mark.django_db
DOING = {"by": SYSTEM, "at": NOON}


def city() -> tuple[Territory, Territory, Territory, Territory]:
    whole = actions.add_territory(kind="city", code="09", name="Ciudad de México", **DOING)
    area = actions.add_territory(kind="area", code="C", name="Zona C", parent=whole, **DOING)
    borough = actions.add_territory(kind="borough", code="09007", name="Iztapalapa", parent=area, tile=(3, 3), **DOING)
    inside = actions.add_territory(kind="neighbourhood", code="09007-1", name="La Nueva", parent=borough, **DOING)
    return whole, area, borough, inside


def people(territory: Territory, edition: str, n: int, **facts: str) -> Population:
    return actions.set_population(territory, edition=edition, people=n, source=f"INEGI, {edition}", **facts, **DOING)


def test_a_place_lies_in_a_larger_one() -> None:
    _whole, area, borough, _inside = city()

    made = Territory.objects.values("kind", "code", "name", "parent", "tile_column", "tile_row").get(pk=borough.pk)

    assert made == {
        "kind": "borough",
        "code": "09007",
        "name": "Iztapalapa",
        "parent": area.pk,
        "tile_column": 3,
        "tile_row": 3,
    }
    with scopes_disabled():
        events = list(Event.objects.order_by("pk").values_list("verb", "target"))
    assert events == [("territory.added", code) for code in ("09", "C", "09007", "09007-1")]


@pytest.mark.parametrize("kind", ["city", "area", "borough"])
def test_a_place_does_not_lie_in_one_of_its_size_or_smaller(kind: str) -> None:
    _whole, _area, borough, _inside = city()

    with pytest.raises(Refusal) as refused:
        actions.add_territory(kind=kind, code="x", name="X", parent=borough, **DOING)

    assert refused.value.code == "territory.parent_not_larger"
    assert refused.value.facts == {"parent": "Iztapalapa", "field": "parent"}
    assert Territory.objects.count() == 4


def test_a_code_is_given_once() -> None:
    city()

    with pytest.raises(Refusal) as refused:
        actions.add_territory(kind="borough", code="09007", name="Otra", **DOING)

    assert (refused.value.code, refused.value.facts) == ("territory.code_taken", {"typed": "09007", "field": "code"})


def test_a_place_does_not_shrink_below_what_it_holds() -> None:
    _whole, area, borough, _inside = city()

    with pytest.raises(Refusal) as refused:
        actions.edit_territory(area, name="Zona", kind="borough", parent=None, tile=None, **DOING)
    kept = actions.edit_territory(borough, name="Izta", kind="borough", parent=None, tile=None, **DOING)

    assert refused.value.code == "territory.holds_larger"
    kept.refresh_from_db()
    assert (kept.name, kept.parent, kept.tile_column, kept.code) == ("Izta", None, None, "09007")


def test_a_population_is_corrected_and_not_doubled() -> None:
    _whole, _area, borough, _inside = city()

    people(borough, "2020", 1)
    people(borough, "2020", 1_835_486)
    people(borough, "2020", 947_835, group="women")
    people(borough, "2010", 1_815_786)

    rows = queries.populations_of(borough).values_list("edition", "group", "people", "source")
    assert list(rows) == [
        ("2020", "total", 1_835_486, "INEGI, 2020"),
        ("2020", "women", 947_835, "INEGI, 2020"),
        ("2010", "total", 1_815_786, "INEGI, 2010"),
    ]


def test_the_tree_has_people_by_edition_and_leaves_neighbourhoods_out(django_assert_num_queries: object) -> None:
    whole, area, borough, _inside = city()
    people(whole, "2020", 9_209_944)
    people(borough, "2020", 1_835_486)
    people(borough, "2010", 1_815_786)

    with django_assert_num_queries(2):  # type: ignore[operator]
        found = queries.large_tree()

    branches = [
        Branch(whole, 0, (9_209_944, None)),
        Branch(area, 1, (1_835_486, 1_815_786), summed=True),
        Branch(borough, 2, (1_835_486, 1_815_786)),
    ]
    assert found == (["2020", "2010"], branches)


def test_tiles_show_the_people_of_the_newest_edition() -> None:
    _whole, _area, borough, _inside = city()
    people(borough, "2010", 1)
    people(borough, "2020", 1_835_486)

    assert queries.places(queries.borough_totals()) == [Place("09007", "Iztapalapa", 3, 3, 1835, "")]


def test_an_area_is_not_summed_while_a_borough_of_it_is_not_counted() -> None:
    _whole, area, borough, _inside = city()
    actions.add_territory(kind="borough", code="09011", name="Tláhuac", parent=area, **DOING)
    people(borough, "2020", 1_835_486)

    _editions, tree = queries.large_tree()

    assert tree[1] == Branch(area, 1, (None,))


def test_what_a_source_says_of_an_area_is_not_summed() -> None:
    _whole, area, borough, _inside = city()
    people(borough, "2020", 1_835_486)
    people(area, "2020", 3)

    _editions, tree = queries.large_tree()

    assert tree[1] == Branch(area, 1, (3,))

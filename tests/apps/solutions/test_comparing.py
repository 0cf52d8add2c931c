from tequio.apps.solutions import actions
from tequio.apps.solutions.comparing import Only, compared
from tests.apps.solutions.made import AS_ANA, a_prototype, a_solution, a_version, features
from tests.people import Cast

ROWS = {
    "Guías": ("yes", "yes"),
    "Convocatorias": ("yes", "no"),
    "Directorio": ("no", "yes"),
    "Avisos": ("partly", "yes"),
    "Talleres": ("no", "no"),
    "Preguntas": ("yes", ""),
}


def two_prototypes(cast: Cast):
    solution = a_solution(cast.process)
    every = features(solution, *ROWS)
    both = [a_prototype(solution, title) for title in ("La Plaza", "El Telar")]
    for place, prototype in enumerate(both):
        said = {one.pk: (ROWS[one.title["es"]][place], {}) for one in every if ROWS[one.title["es"]][place]}
        actions.set_feature_states(version=a_version(prototype), states=said, **AS_ANA)
    return every, both


def test_every_feature_is_a_row_with_a_cell_for_each_prototype(cast: Cast):
    every, both = two_prototypes(cast)

    found = compared(every, both)

    assert {row.feature.title["es"]: tuple(cell.state for cell in row.cells) for row in found.rows} == ROWS


def test_what_sets_them_apart_is_told(cast: Cast):
    every, (plaza, telar) = two_prototypes(cast)
    _guides, calls, directory, notices, _workshops, _questions = every

    found = compared(every, [plaza, telar])

    assert (found.alike, found.unsaid, found.by_degree) == (2, 1, (notices,))
    assert found.only == (Only(plaza, (calls,)), Only(telar, (directory,)))


def test_the_latest_version_speaks_for_a_prototype(cast: Cast):
    every, (plaza, telar) = two_prototypes(cast)
    actions.set_feature_states(version=a_version(plaza), states={every[1].pk: ("no", {})}, **AS_ANA)

    found = compared(every[1:2], [plaza, telar])

    assert [
        (column.version.number, cell.state) for column, cell in zip(found.columns, found.rows[0].cells, strict=True)
    ] == [
        (2, "no"),
        (1, "no"),
    ]


def test_a_prototype_without_a_version_says_nothing(cast: Cast):
    solution = a_solution(cast.process)
    (guides,) = features(solution, "Guías")
    prototype = a_prototype(solution)

    found = compared([guides], [prototype])

    assert (found.columns[0].version, found.rows[0].cells[0].state, found.unsaid, found.alike) == (None, "", 1, 0)


def test_comparing_costs_the_same_for_two_and_for_ten(cast: Cast, django_assert_num_queries):
    every, both = two_prototypes(cast)
    many = both + [a_prototype(both[0].solution, f"Otro {n}") for n in range(8)]
    for prototype in many[2:]:
        a_version(prototype)

    with django_assert_num_queries(2):
        compared(every, both)
    with django_assert_num_queries(2):
        compared(every, many)

import pytest

from tequio.apps.processes.models import Process
from tequio.apps.solutions import actions, queries
from tequio.apps.solutions.models import Feature, FeatureState, Solution, Version
from tequio.core.refusals import Refusal
from tequio.core.thread import Kind
from tests.apps.solutions.made import (
    ANA,
    AS_ANA,
    a_problem,
    a_prototype,
    a_solution,
    a_version,
    features,
    knot,
)
from tests.apps.solutions.test_problems import links_into
from tests.people import NOON, Cast


def test_a_solution_answers_a_problem(cast: Cast):
    problem = a_problem(cast.process)

    solution = a_solution(cast.process, problem=problem)

    assert (solution.number, queries.problems_of(solution)) == (1, [problem])
    assert (links_into("S1"), queries.solutions_of(problem)) == ([("P1", "answered")], [solution])


def test_a_solution_without_a_problem_is_refused(cast: Cast):
    texts = {"title": {"es": "App"}, "about": {}, "without_technology": {"es": "Nada"}}

    with pytest.raises(Refusal) as refused:
        actions.add_solution(process=cast.process, **texts, answers=[], **AS_ANA)

    assert (refused.value.code, list(Solution.objects.all())) == ("solutions.answers_nothing", [])


def test_what_would_do_without_technology_must_be_said(cast: Cast):
    texts = {"title": {"es": "App"}, "about": {}, "without_technology": {"es": "  "}}

    with pytest.raises(Refusal) as refused:
        actions.add_solution(process=cast.process, **texts, answers=[a_problem(cast.process)], **AS_ANA)

    assert (refused.value.code, refused.value.facts) == ("solutions.words_needed", {"field": "without_technology"})


def test_a_problem_of_another_process_cannot_be_answered(cast: Cast):
    other = Process.objects.create(space=cast.space, slug="otro", title={"es": "Otro"}, made_at=NOON)
    elsewhere = a_problem(other)

    with pytest.raises(Refusal) as refused:
        a_solution(cast.process, problem=elsewhere)

    assert refused.value.code == "solutions.answers_nothing"


def test_editing_a_solution_changes_which_problem_it_answers(cast: Cast):
    solution = a_solution(cast.process)
    other, idea = a_problem(cast.process, "Otro"), knot(cast.process, Kind.CONTRIBUTION, "A5")

    texts = {"title": {"es": "Pizarrón"}, "about": {}, "without_technology": {"es": "Ya lo es."}}
    actions.edit_solution(solution=solution, **texts, answers=[other], became=[idea], evidence=[], **AS_ANA)

    assert links_into("S1") == [("P2", "answered"), ("A5", "became")]
    assert Solution.objects.get().without_technology == {"es": "Ya lo es."}


def test_features_are_written_on_one_screen(cast: Cast):
    solution = a_solution(cast.process)
    guides, calls = features(solution, "Guías", "Convocatorias")

    texts = {guides.pk: ({"es": "Guías claras"}, {"es": "Paso a paso."}), calls.pk: ({}, {})}
    actions.write_features(solution=solution, texts=texts, new=[({"es": "Directorio"}, {})], by=ANA, at=NOON)

    assert list(Feature.objects.values_list("place", "title", "about")) == [
        (1, {"es": "Guías claras"}, {"es": "Paso a paso."}),
        (2, {"es": "Directorio"}, {}),
    ]


def test_features_of_another_solution_are_left_alone(cast: Cast):
    mine, other = a_solution(cast.process), a_solution(cast.process, "Otra")
    (theirs,) = features(other, "Guías")

    actions.write_features(solution=mine, texts={theirs.pk: ({}, {})}, by=ANA, at=NOON)

    assert list(Feature.objects.all()) == [theirs]


def test_a_prototype_comes_from_its_solution_and_from_the_meetings_where_it_was_designed(cast: Cast):
    solution, meeting = a_solution(cast.process), knot(cast.process, Kind.MEETING, "E3")

    prototype = a_prototype(solution, built_in=[meeting])

    assert (prototype.number, links_into("M1")) == (1, [("S1", "built"), ("E3", "built")])


def test_editing_a_prototype_never_takes_it_from_its_solution(cast: Cast):
    prototype = a_prototype(a_solution(cast.process), built_in=[knot(cast.process, Kind.MEETING, "E3")])

    actions.edit_prototype(prototype=prototype, title={"es": "Plaza 2"}, about={}, built_in=[], evidence=[], **AS_ANA)

    assert links_into("M1") == [("S1", "built")]


def test_a_new_version_begins_with_the_features_of_the_one_before(cast: Cast):
    solution = a_solution(cast.process)
    guides, calls = features(solution, "Guías", "Convocatorias")
    prototype = a_prototype(solution)
    first = a_version(prototype)
    states = {guides.pk: ("yes", {"es": "Cuatro guías."}), calls.pk: ("no", {})}
    actions.set_feature_states(version=first, states=states, **AS_ANA)

    second = a_version(prototype)

    assert [(one.number) for one in queries.versions_of(prototype)] == [2, 1]
    assert list(second.features.order_by("feature__place").values_list("feature", "state", "note")) == [
        (guides.pk, "yes", {"es": "Cuatro guías."}),
        (calls.pk, "no", {}),
    ]


def test_saying_features_again_replaces_what_was_said(cast: Cast):
    solution = a_solution(cast.process)
    guides, calls = features(solution, "Guías", "Convocatorias")
    version = a_version(a_prototype(solution))
    actions.set_feature_states(version=version, states={guides.pk: ("no", {}), calls.pk: ("no", {})}, **AS_ANA)

    actions.set_feature_states(version=version, states={guides.pk: ("partly", {"es": "Dos."})}, **AS_ANA)

    assert list(FeatureState.objects.values_list("feature", "state", "note")) == [(guides.pk, "partly", {"es": "Dos."})]


def test_features_of_another_solution_cannot_be_said(cast: Cast):
    (theirs,) = features(a_solution(cast.process), "Guías")
    version = a_version(a_prototype(a_solution(cast.process, "Otra")))

    actions.set_feature_states(version=version, states={theirs.pk: ("yes", {})}, **AS_ANA)

    assert list(FeatureState.objects.all()) == []


@pytest.mark.parametrize("link", ["javascript:alert(1)", "data:text/html,hola", "ftp://example.org/a", "plaza"])
def test_only_addresses_of_pages_are_links(cast: Cast, link):
    prototype = a_prototype(a_solution(cast.process))

    with pytest.raises(Refusal) as refused:
        a_version(prototype, link=link)

    assert (refused.value.code, list(Version.objects.all())) == ("solutions.not_a_link", [])

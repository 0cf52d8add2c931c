from tequio.cases.mexico_city import Case
from tequio.cases.mexico_city.prototypes import FeatureState
from tests.cases.mexico_city.laws import for_every_seed

ORDER = list(FeatureState)


def test_both_prototypes_end_with_every_feature_ready(case: Case) -> None:
    ready = {feature.key: FeatureState.YES for feature in case.features}

    assert {prototype.key: prototype.versions[-1].states for prototype in case.prototypes} == {
        "plaza": ready,
        "telar": ready,
    }
    assert len(ready) == 10


def test_every_version_tells_of_every_feature(case: Case) -> None:
    features = {feature.key for feature in case.features}

    assert [v.number for p in case.prototypes for v in p.versions if set(v.states) != features] == []


def test_a_feature_never_goes_back(case: Case) -> None:
    paths = [[v.states[feature.key] for v in p.versions] for p in case.prototypes for feature in case.features]

    assert [path for path in paths if path != sorted(path, key=ORDER.index, reverse=True)] == []


def test_the_prototypes_differ_in_interface_structure_and_screens(case: Case) -> None:
    plaza, telar = case.prototypes

    shared = [part for part in ("name", "interface", "structure") if getattr(plaza, part) == getattr(telar, part)]

    assert shared == []
    assert [screen for screen in plaza.screens if screen in telar.screens] == []


@for_every_seed
def test_each_version_comes_after_its_workshop_and_before_the_next(case: Case) -> None:
    held = [meeting.day for meeting in case.meetings if meeting.phase == "codesign"]

    dates = [
        [day for pair in zip(held, [v.day for v in p.versions], strict=True) for day in pair] for p in case.prototypes
    ]

    assert [[v.after for v in p.versions] for p in case.prototypes] == [["cd-1", "cd-2", "cd-3"]] * 2
    assert all(each[0::2] < each[1::2] for each in dates)


@for_every_seed
def test_every_feature_was_asked_for_by_voices_of_the_case(case: Case) -> None:
    said = {each.key for each in case.contributions}
    themes = {theme.key for theme in case.themes}

    assert {key for feature in case.features for key in feature.voices} <= said
    assert {key for feature in case.features for key in feature.themes} <= themes
    assert min(len(feature.voices) for feature in case.features) >= 2


def test_every_idea_of_the_codesign_ends_in_a_feature_or_in_the_shape_of_a_prototype(case: Case) -> None:
    ideas = {each.key for each in case.contributions if each.key.startswith("idea-")}
    features = {key for feature in case.features for key in feature.voices}
    shapes = {key for prototype in case.prototypes for key in prototype.voices}

    assert ideas <= features | shapes
    assert shapes == {"idea-07", "idea-08", "idea-09"}


def test_the_solution_answers_the_chosen_problem_and_says_what_would_do_without_a_device(case: Case) -> None:
    chosen = [problem.key for problem in case.problems if problem.state == "chosen"]

    assert [case.solution.problem] == chosen
    assert case.solution.without_technology["es"].startswith("Un tablero en papel")

from collections import Counter

from tequio.core.indicators.kinds import Level, Provenance
from tequio.frameworks.kpi import iso_indicators, iso_sections, kpis, sdg_goals, sdg_targets


def test_all_targets_of_goal_11_are_there_and_every_target_that_an_indicator_serves():
    wanted = {target for kpi in kpis().values() for target in kpi.sdg_targets if "." in target}

    assert wanted <= set(sdg_targets())
    assert [number for number, target in sdg_targets().items() if target.goal == 11] == [
        *("11.1", "11.2", "11.3", "11.4", "11.5", "11.6", "11.7"),
        *("11.a", "11.b", "11.c"),
    ]


def test_goals_and_targets_are_in_both_languages():
    texts = [goal.title for goal in sdg_goals().values()] + [target.title for target in sdg_targets().values()]

    assert (len(sdg_goals()), {tuple(sorted(text)) for text in texts}) == (17, {("en", "es")})


def test_the_two_lists_of_goals_disagree_on_some_indicators_and_both_are_kept():
    disagree = [
        kpi.code
        for kpi in kpis().values()
        if not {int(target.split(".")[0]) for target in kpi.sdg_targets} & set(kpi.sdg_goals)
    ]

    assert disagree == ["EN:EN:EQ:1C", "SC:SH:SA:6C", "SC:SH:SA:7C"]


def test_indicators_of_iso_add_up_to_what_their_sections_say():
    counted = Counter((each.standard, each.level, each.clause) for each in iso_indicators())

    for clause, section in iso_sections().items():
        found = [
            counted["ISO 37120:2018", Level.CORE, clause],
            counted["ISO 37120:2018", Level.SUPPORTING, clause],
            counted["ISO 37122:2019", None, clause],
        ]
        assert found == [section.core, section.supporting, section.smart]
    assert [sum(section.core for section in iso_sections().values()), len(iso_indicators())] == [45, 184]


def test_no_title_of_iso_is_told_as_verified():
    assert {each.provenance for each in iso_indicators()} == {Provenance.RECALLED}

from pathlib import Path

import pytest
import yaml

import tequio.frameworks
from tequio.frameworks.taxonomies import KEYS, entry, taxonomies, taxonomy
from tequio.frameworks.values import Belonging, Provenance, Wording

FOLDER = Path(tequio.frameworks.__path__[0]) / "data"
SIZES = {
    "airr": {"dimensions": 4, "questions": 20, "quality_criteria": 3, "lines_of_questioning": 4, "stages": 3},
    "arnstein": {"levels": 3, "rungs": 8},
    "bristol_approach": {"steps": 6, "questions": 12, "resources": 6},
    "change_types": {"types": 5, "antecedents": 12, "moderators": 2, "ends": 3, "shocks": 2},
    "convivial": {"dimensions": 5, "levels": 4, "pairs": 20},
    "embedding": {"mechanisms": 4, "preconditions": 3},
    "helix": {"actors": 6, "models": 7, "dichotomies": 4, "interstitiality": 2, "generations": 3},
    "institutional_work": {"classes": 3, "families": 3, "categories": 18},
    "legitimacy": {"forms": 3},
    "lifecycle": {"stages": 5, "ecoscim_stages": 3},
    "logics": {"logics": 4, "interactions": 5, "outcomes": 5},
    "pillars": {"pillars": 3, "effects": 2, "codes": 18},
    "scaffold": {"levels": 4, "rungs": 9},
    "stakeholders": {"roles": 4, "stages": 8},
}


def wordings(found):
    """Every text of a taxonomy with its place in it."""
    for name, entries in found.lists.items():
        for one in entries:
            yield f"{name}.{one.key}", one.label
            yield from ((f"{name}.{one.key}.{part}", text) for part, text in one.texts.items())
            yield from ((f"{name}.{one.key}.{part}", text) for part, texts in one.many.items() for text in texts)
    yield from (("note", note) for note in found.notes)


def test_every_file_of_the_folder_is_a_taxonomy():
    assert sorted(path.stem for path in FOLDER.glob("*.yaml")) == sorted(KEYS) == sorted(SIZES)


@pytest.mark.parametrize("key", KEYS)
def test_a_taxonomy_has_all_its_parts(key):
    found = taxonomy(key)

    assert {name: len(found.lists[name]) for name in SIZES[key]} == SIZES[key]
    assert found.key == key
    assert found.sources
    assert all(found.title.get(language) for language in ("es", "en"))


@pytest.mark.parametrize("key", KEYS)
def test_every_text_is_in_both_languages_and_says_where_it_comes_from(key):
    found = list(wordings(taxonomy(key)))

    assert [place for place, text in found if not (text.es.strip() and text.en.strip())] == []
    assert {text.provenance for _, text in found} <= set(Provenance)


@pytest.mark.parametrize("key", KEYS)
def test_no_key_comes_twice_in_a_list(key):
    for entries in taxonomy(key).lists.values():
        keys = [one.key for one in entries]
        assert len(set(keys)) == len(keys)


@pytest.mark.parametrize(
    ("key", "name", "relation", "whole"),
    [
        ("airr", "questions", "dimension", "dimensions"),
        ("arnstein", "rungs", "level", "levels"),
        ("bristol_approach", "questions", "step", "steps"),
        ("convivial", "pairs", "dimension", "dimensions"),
        ("convivial", "pairs", "level", "levels"),
        ("institutional_work", "categories", "class", "classes"),
        ("institutional_work", "categories", "family", "families"),
        ("lifecycle", "stages", "ecoscim_stage", "ecoscim_stages"),
        ("logics", "interactions", "first", "logics"),
        ("logics", "interactions", "second", "logics"),
        ("pillars", "codes", "pillar", "pillars"),
        ("scaffold", "rungs", "level", "levels"),
    ],
)
def test_what_something_belongs_to_is_there(key, name, relation, whole):
    found = taxonomy(key)

    assert {one.of[relation].key for one in found.lists[name]} <= set(found.entries(whole))


def test_the_eighteen_forms_of_institutional_work_are_nine_six_and_three():
    classes = [one.of["class"].key for one in taxonomy("institutional_work").lists["categories"]]

    assert [classes.count(key) for key in ("creating", "maintaining", "disrupting")] == [9, 6, 3]


def test_what_is_recalled_or_inferred_is_ours_and_what_a_document_says_is_not():
    normative = entry("pillars", "pillars", "normative")

    assert (normative.label.ours, normative.texts["mechanisms"].ours, normative.texts["question"].ours) == (
        False,
        True,
        True,
    )


def test_a_field_keeps_its_place_in_the_document():
    code = entry("pillars", "codes", "reg_silent_law")

    assert code.label == Wording(
        "La ley no prohíbe asambleas virtuales y la autoridad no se atreve",
        "Law silent on virtual assemblies and authority unwilling to try",
        Provenance.INFERRED,
        "000:L156",
    )
    assert code.of["effect"] == Belonging("mixed", Provenance.INFERRED)


def test_no_text_of_the_convivial_pairs_is_given_as_somebody_elses():
    assert all(text.ours for one in taxonomy("convivial").lists["pairs"] for text in (one.label, *one.texts.values()))


def test_the_name_of_the_projects_own_tool_is_never_used_as_ours():
    titles = [text for found in taxonomies() for text in found.title.values()]

    assert not any("CORESCIT" in title for title in titles)


@pytest.mark.parametrize("path", sorted(FOLDER.glob("*.yaml")), ids=lambda path: path.stem)
def test_the_slow_reader_reads_what_the_fast_one_reads(path):
    text = path.read_text("utf-8")

    assert yaml.load(text, yaml.SafeLoader) == yaml.load(text, yaml.CSafeLoader)

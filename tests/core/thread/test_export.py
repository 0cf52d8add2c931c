import json

from tequio.core.thread import Kind, Knot, Link, LinkKind, to_json


def test_the_whole_thread_has_the_documented_shape():
    need = Knot("contribution:1", Kind.CONTRIBUTION, "Falta agua en la colonia")
    theme = Knot("theme:1", Kind.THEME, "Agua")

    value = to_json("mexico-city", [need, theme], [Link(need.ref, theme.ref, LinkKind.GROUPED)])

    assert json.loads(json.dumps(value)) == {
        "process": "mexico-city",
        "nodes": [
            {"ref": "contribution:1", "kind": "contribution", "label": "Falta agua en la colonia"},
            {"ref": "theme:1", "kind": "theme", "label": "Agua"},
        ],
        "links": [{"source": "contribution:1", "target": "theme:1", "kind": "grouped"}],
    }


def test_a_process_without_a_thread_exports_empty_lists():
    assert to_json("new", [], []) == {"process": "new", "nodes": [], "links": []}

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tequio.core.refusals import Refusal
from tequio.formats.yaml_lines import Items, Names, Plain, YamlLimits, plain, read, read_in_child
from tests.formats.refusing import refused

TEXT = b"title:\n  es: Agua\nsteps:\n  - one\n  - [2, 2.5]\n"


def test_everything_has_its_line():
    assert read(TEXT) == Names(
        2 - 1,
        {
            "title": Names(2, {"es": Plain(2, "Agua")}, {"es": 2}),
            "steps": Items(4, (Plain(4, "one"), Items(5, (Plain(5, 2), Plain(5, 2.5))))),
        },
        {"title": 1, "steps": 3},
    )


def test_a_child_reads_what_this_process_reads(tmp_path):
    path = tmp_path / "a.yaml"
    path.write_bytes(TEXT)

    assert read_in_child(TEXT) == read_in_child(path) == read(TEXT)


def test_yes_and_no_are_words_and_quoted_numbers_are_texts():
    found = plain(
        read(b"{a: no, b: yes, c: on, d: true, e: False, f: ~, g: null, h: '', i: '3', no: 1, j: 2026-01-02}")
    )

    assert found == {
        "a": "no",
        "b": "yes",
        "c": "on",
        "d": True,
        "e": False,
        "f": None,
        "g": None,
        "h": "",
        "i": "3",
        "no": 1,
        "j": "2026-01-02",
    }


@pytest.mark.parametrize(
    ("data", "code", "line"),
    [
        (b"", "yaml.empty", 1),
        (b"# nothing but a remark\n", "yaml.empty", 1),
        (b"a: 1\nb: c: d\n", "yaml.broken", 2),
        (b"a: 1\nb: 'open\n", "yaml.broken", 3),
        (b"a: 1\n\tb: 2\n", "yaml.broken", 2),
        (b"a: 1\nb: \x07\n", "yaml.broken", 2),
        (b"a: 1\nb: \xff\xfe\n", "yaml.encoding", 2),
        (b"a: &x 1\nb: 2\n", "yaml.alias", 1),
        (b"a: 1\nb: *x\n", "yaml.alias", 2),
        (b"a: 1\nb: !!python/object/apply:os.system [ls]\n", "yaml.tag", 2),
        (b"a: !secret 1\n", "yaml.tag", 1),
        (b"a: 1\n[b]: 2\n", "yaml.key", 2),
        (b"a: 1\n~: 2\n", "yaml.key", 2),
        (b"a: 1\n---\nb: 2\n", "yaml.several", 3),
        (b"a: 1\nb: " + b"[" * 30 + b"]" * 30, "yaml.too_large", 2),
        (b"a: 1\nb: [" + b"1," * 60_000 + b"1]", "yaml.too_large", 2),
        (b" " * 1_000_001, "yaml.too_large", 1),
    ],
)
@pytest.mark.parametrize("reader", [read, read_in_child])
def test_what_cannot_be_read_is_refused_with_its_line(reader, data, code, line):
    assert refused(reader, data) == (code, {"line": line})


def test_a_name_that_comes_twice_is_refused():
    assert refused(read, b"a: 1\nb: 2\na: 3\n") == ("yaml.key_twice", {"line": 3, "name": "a"})


def test_a_text_that_is_too_long_is_refused():
    assert refused(read, b"a: " + b"x" * 30, YamlLimits(text=20)) == ("yaml.too_long", {"line": 1, "limit": 20})


@settings(max_examples=200)
@given(st.binary(max_size=60))
def test_whatever_is_sent_is_read_or_refused_with_a_line(data):
    assert outcome(data) in {"read", "refused"}


def outcome(data):
    try:
        found = read(data)
    except Refusal as refusal:
        return "refused" if int(refusal.facts["line"]) >= 1 else "without a line"
    return "read" if isinstance(found, Plain | Items | Names) else "something else"

import json
import tracemalloc
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tequio.core.refusals import Refusal
from tequio.formats.archive import Manifest, Member, manifest_of, open_checked, write
from tequio.formats.archive.manifest import to_bytes
from tequio.formats.archive.writing import seal
from tests.formats.refusing import refused

FACTS = {"app": "0.1.0", "created": "2026-11-22T04:00:00Z", "migrations": ["accounts.0001"]}
MEMBERS = {"tables/people.jsonl": b'{"n": 1}\n{"n": 2}\n', "files/ab/abcd": b"\x89PNG\n\n", "empty.jsonl": b""}


def saved(path, members=None, facts=FACTS):
    write(path, [(name, [data]) for name, data in (MEMBERS if members is None else members).items()], facts)
    return path


def content(path):
    """All that a backup holds, once it has been checked."""
    with open_checked(path) as archive:
        return archive.manifest.facts, {
            member.name: archive.open(member.name).read() for member in archive.manifest.members
        }


def refusal_of(path):
    return refused(content, path)


@pytest.fixture
def backup(tmp_path):
    return saved(tmp_path / "tequio.zip")


def test_a_backup_is_read_back_as_it_was(backup):
    assert content(backup) == (FACTS, MEMBERS)


def test_the_manifest_counts_bytes_and_rows(backup):
    manifest = manifest_of(backup)

    assert (manifest.rows, [(member.name, member.bytes, member.rows) for member in manifest.members]) == (
        2,
        [("tables/people.jsonl", 18, 2), ("files/ab/abcd", 6, 0), ("empty.jsonl", 0, 0)],
    )


def test_writing_and_checking_tell_how_far_they_are(tmp_path):
    told = []
    pieces = [("a.jsonl", iter([b"1\n", b"22\n"])), ("b", iter([b"333"]))]
    write(tmp_path / "x.zip", pieces, {}, progress=lambda *step: told.append(step))

    with open_checked(tmp_path / "x.zip", progress=lambda *step: told.append(step)):
        pass

    assert told == [("a.jsonl", 2), ("a.jsonl", 3), ("b", 3), ("a.jsonl", 5), ("b", 3)]


def test_the_same_members_give_the_same_bytes(tmp_path):
    assert saved(tmp_path / "a.zip").read_bytes() == saved(tmp_path / "b.zip").read_bytes()


def test_a_write_that_fails_leaves_the_earlier_backup_and_nothing_else(backup):
    before = backup.read_bytes()

    def pieces():
        yield b"half"
        raise OSError("no room")

    with pytest.raises(OSError, match="no room"):
        write(backup, [("a", pieces())], {})

    assert ([path.name for path in backup.parent.iterdir()], backup.read_bytes()) == (["tequio.zip"], before)


def test_a_large_member_is_written_and_checked_in_little_memory(tmp_path):
    tracemalloc.start()

    write(tmp_path / "x.zip", [("large", (bytes(1_000_000) for _ in range(50)))], {})
    with open_checked(tmp_path / "x.zip") as archive:
        size = archive.manifest.members[0].bytes
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()

    assert (size, peak < 10_000_000) == (50_000_000, True)


@pytest.mark.parametrize(
    "name", ["../a", "/a", "a/../b", "a//b", "a\\b", ".a", "a/", "", "c:a", "é", "a" * 201, "manifest.json"]
)
def test_names_that_could_leave_the_folder_are_never_written(tmp_path, name):
    with pytest.raises(ValueError, match="cannot be the name"):
        write(tmp_path / "x.zip", [(name, [b""])], {})

    assert list(tmp_path.iterdir()) == []


def test_a_name_comes_once_whatever_its_case(tmp_path):
    with pytest.raises(ValueError, match="cannot be the name"):
        write(tmp_path / "x.zip", [("a", [b""]), ("A", [b""])], {})


def test_a_member_that_is_not_there_is_refused(backup):
    with open_checked(backup) as archive:
        found = refused(archive.open, "tables/secrets.jsonl")

    assert found == ("archive.missing_member", {"member": "tables/secrets.jsonl"})


@pytest.mark.parametrize("data", [b"", b"PK", b"a,b\n1,2\n", b"PK\x03\x04" + bytes(60), b"SQLite format 3\0" * 9])
def test_other_files_are_not_ours(tmp_path, data):
    path = tmp_path / "x.zip"
    path.write_bytes(data)

    assert refusal_of(path) == ("archive.not_ours", {})


def test_other_zips_are_not_ours(tmp_path):
    with ZipFile(tmp_path / "x.zip", "w") as package:
        package.writestr("photo.jpg", b"")

    assert refusal_of(tmp_path / "x.zip") == ("archive.not_ours", {})


@pytest.mark.parametrize("cut", [1, 30, 200, 700])
def test_a_backup_that_was_cut_short_is_refused(backup, cut):
    backup.write_bytes(backup.read_bytes()[:-cut])

    assert refusal_of(backup) in [("archive.truncated", {}), ("archive.damaged", {"member": "manifest.json"})]


def rewritten(path, manifest=None, members=MEMBERS, sealed=None):
    """A backup put together by hand, with any manifest."""
    data = manifest if isinstance(manifest, bytes) else json.dumps(manifest).encode()
    with ZipFile(path, "w", ZIP_DEFLATED) as package:
        for name, body in {"tequio.txt": b"", **members, "manifest.json": data}.items():
            package.writestr(name, body)
        package.comment = seal(data) if sealed is None else sealed
    return path


def described(path, **changes):
    """The manifest of a good backup, changed."""
    return {**json.loads(to_bytes(manifest_of(saved(path)))), **changes}


def test_a_backup_of_a_newer_version_is_refused(tmp_path):
    path = rewritten(tmp_path / "x.zip", described(tmp_path / "good.zip", version=2))

    assert refusal_of(path) == ("archive.newer", {"version": 2, "known": 1})


def test_a_manifest_of_another_format_is_not_ours(tmp_path):
    path = rewritten(tmp_path / "x.zip", described(tmp_path / "good.zip", format="other"))

    assert refusal_of(path) == ("archive.not_ours", {})


@pytest.mark.parametrize(
    "members",
    [
        [{"name": "../evil", "sha256": "0" * 64, "bytes": 0, "rows": 0}],
        [{"name": "a", "sha256": "0", "bytes": 0, "rows": 0}],
        [{"name": "a", "sha256": "0" * 64, "bytes": -1, "rows": 0}],
        [{"name": "a", "sha256": "0" * 64, "bytes": "1", "rows": 0}],
        [{"name": "a"}],
        [{"name": name, "sha256": "0" * 64, "bytes": 0, "rows": 0} for name in ("a", "A")],
        "none",
        None,
    ],
)
def test_a_manifest_that_makes_no_sense_is_damage(tmp_path, members):
    path = rewritten(tmp_path / "x.zip", described(tmp_path / "good.zip", members=members))

    assert refusal_of(path) == ("archive.damaged", {"member": "manifest.json"})


@pytest.mark.parametrize("manifest", [b"", b"{}", b"[]", b"null", b"[" * 100_000])
def test_a_manifest_that_is_none_is_damage(tmp_path, manifest):
    assert refusal_of(rewritten(tmp_path / "x.zip", manifest)) == ("archive.damaged", {"member": "manifest.json"})


def test_a_manifest_without_its_seal_is_damage(tmp_path):
    path = rewritten(tmp_path / "x.zip", described(tmp_path / "good.zip"), sealed=b"")

    assert refusal_of(path) == ("archive.damaged", {"member": "manifest.json"})


def test_a_member_that_is_missing_is_named(tmp_path):
    fewer = {name: data for name, data in MEMBERS.items() if name != "files/ab/abcd"}

    path = rewritten(tmp_path / "x.zip", described(tmp_path / "good.zip"), fewer)

    assert refusal_of(path) == ("archive.missing_member", {"member": "files/ab/abcd"})


def test_a_member_that_nobody_spoke_of_is_named(tmp_path):
    path = rewritten(tmp_path / "x.zip", described(tmp_path / "good.zip"), {**MEMBERS, "../evil": b"x"})

    assert refusal_of(path) == ("archive.damaged", {"member": "../evil"})


@pytest.mark.parametrize("data", [b"\x89PNG\n", b"\x89PNG\n\n\n", b"\x89JPG\n\n", bytes(20_000_000)])
def test_a_member_that_was_changed_is_named(tmp_path, data):
    path = rewritten(tmp_path / "x.zip", described(tmp_path / "good.zip"), {**MEMBERS, "files/ab/abcd": data})

    assert refusal_of(path) == ("archive.damaged", {"member": "files/ab/abcd"})


def outcome(path):
    try:
        return content(path)
    except Refusal as refusal:
        return refusal.code.split(".")[0]


def test_no_bit_can_change_without_being_noticed(backup):
    whole = backup.read_bytes()

    for position in range(len(whole)):
        backup.write_bytes(whole[:position] + bytes([whole[position] ^ 1]) + whole[position + 1 :])
        assert outcome(backup) in ("archive", (FACTS, MEMBERS)), position


NAMES = st.from_regex(r"[a-z]{1,8}(/[a-z0-9]{1,8}(\.jsonl)?)?", fullmatch=True)


@settings(deadline=None, max_examples=60)
@given(st.dictionaries(NAMES, st.binary(max_size=300), max_size=4), st.data())
def test_a_byte_that_changes_anywhere_gives_a_refusal_or_the_same_content(tmp_path_factory, members, data):
    path = saved(tmp_path_factory.mktemp("backup") / "x.zip", members)
    whole = bytearray(path.read_bytes())
    position = data.draw(st.integers(0, len(whole) - 1))
    whole[position] ^= data.draw(st.integers(1, 255))
    path.write_bytes(whole)

    assert outcome(path) in ("archive", (FACTS, members))


def test_a_manifest_is_a_plain_value():
    member = Member("a.jsonl", "0" * 64, 2, 1)

    assert (Manifest({}, (member, member)).rows, Manifest({}, ()).rows) == (2, 0)

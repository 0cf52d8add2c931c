"""From a file that somebody brought to contributions tied to the places and people of a process."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from hashlib import file_digest
from pathlib import Path

from django.conf import settings
from django.core.files.uploadedfile import UploadedFile
from django.utils.timezone import localdate

from tequio.apps.contributions import queries
from tequio.apps.contributions.actions.keeping import Words
from tequio.apps.contributions.models import Batch, Contribution
from tequio.apps.meetings.models import Meeting
from tequio.apps.processes.models import Participant, Process
from tequio.core.participants import Code, parse
from tequio.core.refusals import Refusal
from tequio.core.text.fold import fold
from tequio.formats import contributions as rows
from tequio.formats.contributions import Draft, Parsed, Remark
from tequio.formats.tables import Table
from tequio.web.refusals import worded

FOLDER = "imports"
LANGUAGE = "es"
SAMPLE = 200  # rows that show whether a column holds titles or long texts


@dataclass(frozen=True, slots=True)
class Line:
    """A row of a file and what is said of it, in the language of whoever asks."""

    line: int
    code: str
    message: str


@dataclass(frozen=True, slots=True)
class Choices:
    """What whoever brings a file decides about it.

    `mapping`: which column holds what (None: as their names say); `kind`: of rows that state none; `repeats`: rows that
    say the same are different people's; `shown`: the people agreed that their words may be shown; `meeting`: where it
    was said, all of it at one.
    """

    mapping: rows.Mapping | None = None
    kind: str = Contribution.Kind.NEED
    repeats: bool = False
    shown: bool = True
    meeting: Meeting | None = None


@dataclass(frozen=True, slots=True)
class Read:
    """A file that was read and understood, and nothing kept of it yet."""

    table: Table
    mapping: rows.Mapping
    parsed: Parsed


def understood(process: Process, table: Table, choices: Choices) -> Read:
    mapping = choices.mapping or rows.guess_mapping(table.columns, table.rows[:SAMPLE])
    known = known_of(process)
    return Read(table, mapping, rows.parse(table, mapping, known, kind=choices.kind, repeats=choices.repeats))


def known_of(process: Process) -> frozenset[str]:
    """What the process holds already, to know a duplicate by."""
    stored = queries.contributions_of(process).exclude(fingerprint="").order_by()
    return frozenset(stored.values_list("fingerprint", flat=True))


class Finder:
    """Finds the borough and the person that a row names; what it does not know is remarked on and left open."""

    def __init__(self, process: Process, drafts: Iterable[Draft]) -> None:
        drafts = list(drafts)
        self._places = _names(queries.boroughs())
        self._codes = {draft.code: _code(draft.code) for draft in drafts if draft.code}
        self._people = queries.people_with(process, filter(None, self._codes.values()))

    def words(self, draft: Draft, choices: Choices, *, synthetic: bool) -> Words:
        person, meeting = self.person(draft), choices.meeting
        held_on = localdate(meeting.starts_at) if meeting and meeting.starts_at else None
        place = self.place(draft) or (person.territory_id if person else None)
        return Words(
            draft.body,
            title=draft.title,
            kind=draft.kind,
            language=draft.language or LANGUAGE,
            shown=choices.shown,
            participant=person,
            meeting=meeting,
            territory_id=place or (meeting.territory_id if meeting else None),
            said_on=draft.said_on or held_on,
            source_id=draft.source_id,
            synthetic=synthetic,
        )

    def place(self, draft: Draft) -> int | None:
        return self._places.get(_key(draft.territory_text)) if draft.territory_text else None

    def person(self, draft: Draft) -> Participant | None:
        code = self._codes.get(draft.code)
        return self._people.get(code) if code else None

    def remarks(self, draft: Draft) -> Iterable[Remark]:
        if draft.territory_text and self.place(draft) is None:
            yield Remark(draft.line, "row.territory_unknown", {"text": draft.territory_text[:60]})
        if draft.code and self.person(draft) is None:
            yield Remark(draft.line, "row.code_unknown", {"text": draft.code[:60]})


def _names(places: Iterable[tuple[int, str, str]]) -> Mapping[str, int]:
    """Each borough by its code, its name, and its name up to "de", as most people write it ("Cuajimalpa")."""
    found: dict[str, int] = {}
    for pk, code, called in places:
        key = _key(called)
        for name in (code, key, key.partition(" de ")[0]):
            found.setdefault(name, pk)
    return found


def _key(name: str) -> str:
    words = fold(name).replace(".", " ").split()
    return " ".join(words[1:] if words[:1] in (["la"], ["el"], ["alcaldia"], ["delegacion"]) else words)


def _code(typed: str) -> Code | None:
    try:
        return parse(typed)
    except Refusal:
        return None


def lines(remarks: Iterable[Remark]) -> list[Line]:
    return [Line(remark.line, remark.code, worded(remark.code, remark.facts)) for remark in remarks]


def lines_left_out(batch: Batch) -> list[Line]:
    """The rejected rows of a file that was brought in, told anew in the reader's language."""
    return lines(Remark(kept["line"], kept["code"], kept["facts"]) for kept in batch.rejected)


def stored(upload: "UploadedFile[bytes]", token: str) -> str:
    """Keep an upload until it is confirmed or dropped; `token` is a name that nobody can guess."""
    folder = settings.MEDIA_ROOT / FOLDER
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"{token}.bin"
    with path.open("wb") as file:
        for chunk in upload.chunks():
            file.write(chunk)
    path.chmod(0o600)
    return f"{FOLDER}/{path.name}"


def path_of(batch: Batch) -> Path:
    path: Path = settings.MEDIA_ROOT / batch.path
    if not batch.path or not path.is_file():
        raise Refusal("contributions.file_gone")
    return path


def forget_file(batch: Batch) -> None:
    if batch.path:
        (settings.MEDIA_ROOT / batch.path).unlink(missing_ok=True)


def digest(path: Path) -> str:
    with path.open("rb") as file:
        return file_digest(file, "sha256").hexdigest()


def kinds_of(parsed: Parsed) -> dict[str, int]:
    """How many rows come in as each kind."""
    every = [draft.kind for draft in parsed.accepted]
    return {kind: every.count(kind) for kind in Contribution.Kind.values if kind in every}

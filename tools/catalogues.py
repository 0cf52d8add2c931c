"""Message catalogues: gathered by GNU gettext (development), compiled by Babel (every installation).

Each app keeps its own `locale/{es,en}` beside its templates, so an app moves whole and two people never edit one file.
`python tools/catalogues.py compile` or `… gather [folder]`.
"""

import os
import subprocess
import sys
from pathlib import Path

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

LANGUAGES = ("es", "en")
HEADER = """msgid ""
msgstr ""
"Language: {language}\\n"
"MIME-Version: 1.0\\n"
"Content-Type: text/plain; charset=UTF-8\\n"
"Content-Transfer-Encoding: 8bit\\n"
"Plural-Forms: nplurals=2; plural=(n != 1);\\n"
"""
ROOT = Path(__file__).resolve().parent.parent


def catalogues(src: Path) -> list[Path]:
    return sorted(src.rglob("locale/*/LC_MESSAGES/django.po"))


def compile_all(src: Path) -> None:
    for po in catalogues(src):
        with po.open("rb") as source, po.with_suffix(".mo").open("wb") as target:
            write_mo(target, read_po(source, locale=po.parent.parent.name))


def gather(folder: Path) -> None:
    """Write what the code says into the folder's catalogues; English, the language of the code, fills itself in."""
    (folder / "locale").mkdir(exist_ok=True)
    ignore = ["-i", "apps/*", "-i", "web/*"] if folder.name == "tequio" else []
    languages = [arg for language in LANGUAGES for arg in ("-l", language)]
    command = [sys.executable, "-m", "django", "makemessages", *languages, "--no-location", "--no-obsolete", *ignore]
    environment = {key: value for key, value in os.environ.items() if key != "DJANGO_SETTINGS_MODULE"}
    subprocess.run(command, cwd=folder, check=True, env=environment)  # noqa: S603 (our own command line)
    paths = [folder / "locale" / language / "LC_MESSAGES/django.po" for language in LANGUAGES]
    for path in paths:
        tidy(path)
    fill_in_english(paths[LANGUAGES.index("en")])


def tidy(path: Path) -> None:
    """One short header without dates, so that only words make a difference."""
    if path.exists():
        entries = path.read_text().split("\n\n", 1)[1:]
        path.write_text("\n\n".join([HEADER.format(language=path.parent.parent.name), *entries]))


def fill_in_english(path: Path) -> None:
    if not path.exists():
        return
    with path.open("rb") as source:
        catalogue = read_po(source, locale="en")
    for message in catalogue:
        if message.id:
            message.string = message.id
            message.flags.discard("fuzzy")
    with path.open("wb") as target:
        write_po(target, catalogue, no_location=True, width=120)
    tidy(path)


def folders(src: Path) -> list[Path]:
    return [
        src / "tequio",
        src / "tequio/web",
        *sorted(p for p in (src / "tequio/apps").iterdir() if (p / "apps.py").exists()),
    ]


def main() -> None:
    verb, *names = sys.argv[1:] or ["compile"]
    if verb == "gather":
        for folder in folders(ROOT / "src"):
            if not names or folder.name in names:
                gather(folder)
    compile_all(ROOT / "src")


if __name__ == "__main__":
    main()

"""Message catalogues: gathered by GNU gettext (development), compiled by Babel (every installation).

Each app keeps its own `locale/{es,en}` beside its templates, so an app moves whole and two people never edit one file.
`python tools/catalogues.py compile` or `… gather [folder]`.
"""

import os
import subprocess
import sys
from pathlib import Path

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

LANGUAGES = ("es", "en")
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
    fill_in_english(folder / "locale/en/LC_MESSAGES/django.po")


def fill_in_english(path: Path) -> None:
    from babel.messages.pofile import write_po

    with path.open("rb") as source:
        catalogue = read_po(source, locale="en")
    for message in catalogue:
        if message.id:
            message.string = message.id if isinstance(message.id, tuple) else message.id
            message.flags.discard("fuzzy")
    with path.open("wb") as target:
        write_po(target, catalogue, no_location=True, omit_header=False, width=120)


def folders(src: Path) -> list[Path]:
    return [src / "tequio", src / "tequio/web", *sorted(p for p in (src / "tequio/apps").iterdir() if (p / "apps.py").exists())]


def main() -> None:
    verb, *names = sys.argv[1:] or ["compile"]
    if verb == "gather":
        for folder in folders(ROOT / "src"):
            if not names or folder.name in names:
                gather(folder)
    compile_all(ROOT / "src")


if __name__ == "__main__":
    main()

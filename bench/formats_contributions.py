"""How long real files of contributions take, from bytes to drafts: python bench/formats_contributions.py"""

from pathlib import Path
from time import perf_counter

from tequio.formats.contributions import guess_mapping, parse
from tequio.formats.tables import read_in_child

SHARED = Path(__file__).resolve().parents[2] / "shared" / "data"
FILES = ("proposals/proposals_latest.csv", "needs_offers/earthquake_2017_offers_needs.csv")


def main() -> None:
    for name in FILES:
        start = perf_counter()
        table = read_in_child(SHARED / name)
        read = perf_counter()
        parsed = parse(table, guess_mapping(table.columns, table.rows[:50]))
        done = perf_counter()
        taken, repeated, left_out = len(parsed.accepted), len(parsed.duplicates), len(parsed.rejected)
        print(f"{name}: {len(table.rows)} rows, {taken} taken, {repeated} repeated, {left_out} left out")
        print(f"  read in a child {read - start:.2f} s, parsed {done - read:.2f} s, in all {done - start:.2f} s")


if __name__ == "__main__":
    main()

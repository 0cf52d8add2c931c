"""How long reading tables takes, in this process and in a child with limits: python bench/formats_tables.py"""

from collections.abc import Callable
from time import perf_counter

from tequio.formats.tables import read, read_in_child, write_csv, write_xlsx

COLUMNS = ["id", "title", "description", "borough", "date"]
ROW = ("Más árboles en la colonia", "Hace falta sombra en la avenida y en la plaza. " * 8, "Coyoacán", "2026-03-01")


def timed[T](name: str, call: Callable[..., T], *arguments: object) -> T:
    start = perf_counter()
    result = call(*arguments)
    print(f"{name:<46}{(perf_counter() - start) * 1000:>9.0f} ms")
    return result


def main() -> None:
    for rows in (1, 2_000, 20_000):
        cells = [(index, *ROW) for index in range(rows)]
        text = timed(f"write {rows} rows as CSV", lambda cells=cells: b"".join(write_csv(COLUMNS, cells)))
        book = timed(f"write {rows} rows as XLSX", write_xlsx, COLUMNS, cells)
        for name, data in (("CSV", text), ("XLSX", book)):
            timed(f"read {rows} rows of {name}, {len(data) / 1e6:.1f} MB", read, data)
            timed(f"read {rows} rows of {name} in a child", read_in_child, data)


if __name__ == "__main__":
    main()

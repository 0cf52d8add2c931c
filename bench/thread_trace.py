"""Walking the thread of a process with 100,000 links, against the same question asked as a recursive query.

python bench/thread_trace.py            (SQLite; with DATABASE_URL, PostgreSQL)
"""

import statistics
import sys
import time

from common import ready, row, table

ready()

from django.db import connection  # noqa: E402
from django.utils.timezone import now  # noqa: E402
from django_scopes import scope  # noqa: E402

from tequio.apps.processes.models import Process  # noqa: E402
from tequio.apps.spaces.models import Space  # noqa: E402
from tequio.apps.thread import queries  # noqa: E402
from tequio.apps.thread.models import Knot, Link  # noqa: E402

NEEDS, MEETINGS, THEMES = 33_000, 300, 40
WALK = """WITH RECURSIVE walk(id) AS (
    SELECT source_id FROM thread_link WHERE target_id = %s
    UNION SELECT link.source_id FROM thread_link link JOIN walk ON link.target_id = walk.id
) SELECT id FROM walk"""


def seed():
    """Each need was said by somebody, gathered at a meeting and grouped in a theme; all themes became one problem."""
    space = Space.objects.create(slug=f"bench-{time.time_ns()}", name={"es": "Banco"}, made_at=now())
    with scope(space=space.pk):
        process = Process.objects.create(space=space, slug="hilo", title={"es": "Hilo"}, made_at=now())
        sizes = {"participant": NEEDS, "meeting": MEETINGS, "contribution": NEEDS, "theme": THEMES, "problem": 1}
        made = [
            Knot(process=process, kind=kind, object_id=n, ref=f"{kind[:2]}{n}", label={"es": f"{kind} {n}"})
            for kind, size in sizes.items()
            for n in range(1, size + 1)
        ]
        Knot.objects.bulk_create(made, batch_size=5000)
        ids = {
            (kind, n): pk for pk, kind, n in Knot.objects.filter(process=process).values_list("pk", "kind", "object_id")
        }
        tied = [pair for n in range(1, NEEDS + 1) for pair in ties_of(ids, n)]
        tied += [(ids["theme", n], ids["problem", 1], "became") for n in range(1, THEMES + 1)]
        Link.objects.bulk_create(
            [Link(process=process, source_id=s, target_id=t, kind=kind, made_at=now()) for s, t, kind in tied],
            batch_size=5000,
        )
    return process, ids, len(tied)


def ties_of(ids, n):
    need = ids["contribution", n]
    yield ids["participant", n], need, "said"
    yield ids["meeting", n % MEETINGS + 1], need, "gathered"
    yield need, ids["theme", n % THEMES + 1], "grouped"


def milliseconds(call, times=7):
    spent = []
    for _ in range(times):
        start = time.perf_counter()
        call()
        spent.append((time.perf_counter() - start) * 1000)
    return statistics.median(spent)


def recursive(knot):
    with connection.cursor() as cursor:
        cursor.execute(WALK, [knot.pk])
        return cursor.fetchall()


def main():
    process, ids, links = seed()
    with scope(space=process.space_id):
        problem, need = (Knot.objects.get(pk=ids[key]) for key in (("problem", 1), ("contribution", 7)))
        start = time.perf_counter()
        found = queries.traced(process, problem)
        cold = (time.perf_counter() - start) * 1000
        warm = milliseconds(lambda: queries.traced(process, problem))
        voice = milliseconds(lambda: queries.traced(process, need))
        peer = milliseconds(lambda: recursive(problem), 3)
    rows = [
        row(
            "which voices does the problem rest on (all of them)", f"{warm:.1f} ms", f"{peer / warm:.1f} times as fast"
        ),
        row("the same, first time after a change", f"{cold:.1f} ms", f"{peer / cold:.1f} times as fast"),
        row("what became of one voice", f"{voice:.1f} ms", ""),
        row("the same back walk as a recursive query, ids alone", f"{peer:.1f} ms", "1"),
    ]
    title = f"{links:,} links, {connection.vendor}; back walk reaches {found.back_total:,} knots"
    print(table(title, ("question", "median", "against the query"), rows))
    return 0 if warm < 50 else 1


if __name__ == "__main__":
    sys.exit(main())

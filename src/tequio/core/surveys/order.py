"""What must be worked out before what, and what goes round in a circle."""

from collections.abc import Iterator, Mapping

type Graph = Mapping[str, tuple[str, ...]]


class Circle(Exception):  # noqa: N818 (told as a problem of the form)
    """`names` hang on one another, each on the next and the last on the first."""

    def __init__(self, names: tuple[str, ...]) -> None:
        super().__init__(names)
        self.names = names


def in_order(graph: Graph) -> tuple[str, ...]:
    """Return the names so that each comes after all it hangs on. Raises Circle when there is no such order.

    It walks without recursion: a chain may be as long as the form.
    """
    done: dict[str, None] = {}
    for name in graph:
        if name not in done:
            done.update(dict.fromkeys(_walked(graph, name, done)))
    return tuple(done)


def _walked(graph: Graph, start: str, done: Mapping[str, None]) -> Iterator[str]:
    way = {start: iter(graph[start])}
    seen = set[str]()
    while way:
        name = next(reversed(way))
        following = next(way[name], None)
        if following is None:
            del way[name]
            seen.add(name)
            yield name
        elif following in way:
            names = tuple(way)
            raise Circle(names[names.index(following) :])
        elif following in graph and following not in done and following not in seen:
            way[following] = iter(graph[following])

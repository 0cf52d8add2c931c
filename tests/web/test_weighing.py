"""The number at the foot of a page is what the page weighs, and the page is packed without loss."""

import gzip
import re

import pytest


@pytest.mark.parametrize("path", ["/estilo/", "/red/procesos/parque/", "/red/organizaciones/"])
def test_a_packed_page_holds_the_same_words_as_a_plain_one(cast, client, path):
    plain = client.get(path).content
    packed = client.get(path, headers={"Accept-Encoding": "gzip"})

    assert packed.headers["Content-Encoding"] == "gzip"
    assert int(packed.headers["Content-Length"]) == len(packed.content)
    assert words(gzip.decompress(packed.content)) == words(plain)
    assert b"%weight%" not in plain


def words(page: bytes) -> list[bytes]:
    return re.sub(rb'name="csrfmiddlewaretoken" value="[^"]+"', b"", page).split()


def test_the_number_is_within_half_a_kilobyte(cast, client):
    from tequio.web.assets import weight_of_assets

    packed = client.get("/estilo/", headers={"Accept-Encoding": "gzip"}).content
    page = gzip.decompress(packed)
    written = int(re.search(rb"pesa (\d+) kB", page).group(1))

    assert abs(written - (len(packed) + weight_of_assets(page)) / 1000) <= 1

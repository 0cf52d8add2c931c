import pytest
from hypothesis import given
from hypothesis import strategies as st

from tequio.frameworks.kpi import Resolved, kpis, resolve
from tequio.frameworks.kpi.reading import rows


@pytest.mark.parametrize(
    "written",
    ["EC: ICT: ICT: 1C", "EC:ICT:ICT:1C", "ec: ict: ict:1c", " EC-ICT-ICT-1C ", "EC.ICT.ICT1C", "EC ICT ICT 1C"],
)
def test_a_code_is_found_however_it_is_spaced_and_cased(written):
    assert resolve(written) == Resolved("EC:ICT:ICT:1C")


@pytest.mark.parametrize(
    ("written", "code"),
    [
        ("EC: ICT: ICT: 5C", "EC:ICT:ICT:5A"),
        ("SC: EH: ED: 5A", "SC:EH:H:6A"),
        ("SA: EH: C: 1C", "SC:EH:C:1C"),
        ("SC: SH: SA: 5C", "SC:SH:SA:5A"),
    ],
)
def test_a_variant_of_another_list_is_brought_back_and_says_whose_it_is(written, code):
    found = resolve(written)

    assert (found.code, bool(found.variant_of)) == (code, True)


def test_a_code_that_is_also_a_variant_of_another_is_taken_as_printed_and_said_to_be_doubtful():
    assert resolve("EN: EN: WS: 3C") == Resolved("EN:EN:WS:3C", doubtful="EN:EN:WS:4C")


def test_the_name_that_comes_with_a_doubtful_code_decides():
    found = resolve("EN: EN: WS: 3C", "wastewater treatment")

    assert found == Resolved("EN:EN:WS:4C", "KS RDF (3 rows)")


def test_every_variant_that_was_seen_is_resolved():
    found = {row["variant"]: resolve(row["variant"]) for row in rows("code_variants.csv")}

    assert all(
        found[row["variant"]].code == row["code"] or found[row["variant"]].doubtful == row["code"]
        for row in rows("code_variants.csv")
    )


@pytest.mark.parametrize("written", ["", "EC", "EC:ICT:ICT:9C", "5.1", ":::", "1C"])
def test_what_is_no_code_is_not_found(written):
    assert resolve(written) is None


@given(st.sampled_from(sorted(kpis())), st.sampled_from([":", ": ", " : ", "-", "_", "/", "  "]), st.booleans())
def test_every_code_of_the_catalogue_resolves_to_itself(code, mark, lower):
    written = code.replace(":", mark)

    assert resolve(written.lower() if lower else written).code == code

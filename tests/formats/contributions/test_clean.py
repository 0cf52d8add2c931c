import pytest
from hypothesis import given
from hypothesis import strategies as st

from tequio.core.text.plain import plain
from tequio.formats.contributions.clean import clean


@pytest.mark.parametrize(
    ("marked", "text"),
    [
        ("<p>Más <strong>árboles</strong>.</p><p>Y  sombra.</p>", "Más árboles.\n\nY sombra."),
        ("Agua<br>luz<br />calles", "Agua\nluz\ncalles"),
        ("<p>Pedimos:</p><ul><li>agua</li><li>luz</li></ul><p>Ya.</p>", "Pedimos:\n\n- agua\n- luz\n\nYa."),
        (
            'Ver <a href="https://example.org/a?b=1&amp;c=2">el plan</a>.',
            "Ver el plan (https://example.org/a?b=1&c=2).",
        ),
        ('<a href="https://example.org/" target="_blank">https://example.org/</a>', "https://example.org/"),
        ('<a href="https://example.org/"></a>', "https://example.org/"),
        ('<a href="javascript:alert(1)">clic</a>', "clic"),
        ("<p onclick='x()'>hola</p><script>alert(1)</script><style>p{}</style>", "hola"),
        ("Hola<!-- nota --> Ana", "Hola Ana"),
        ("Ana &amp; Beto&nbsp;&oacute; &#191;Caro&#x3F;", "Ana & Beto ó ¿Caro?"),
        ("menos de 5 < 10 & más", "menos de 5 < 10 & más"),
        ("<h2>Título</h2><table><tr><td>a</td><td>b</td></tr></table>", "Título\n\nab"),
        ("<P>MAYÚSCULAS</P>", "MAYÚSCULAS"),
        ("<p>sin cerrar", "sin cerrar"),
        ("&lt;script&gt;", "<script>"),
        ("", ""),
    ],
)
def test_marks_of_a_web_page_become_plain_text(marked, text):
    assert clean(marked) == text


@given(st.text(st.characters(exclude_characters="<&")))
def test_text_without_marks_is_only_made_plain(text):
    assert clean(text) == plain(text)


@given(
    st.lists(
        st.sampled_from(["<p>", "</p>", "<br>", "<a href='https://x.mx'>", "</a>", "<li>", "agua", "<script>", "<b"])
    )
)
def test_no_mark_of_a_web_page_is_left(pieces):
    text = clean("<p>" + " ".join(pieces))

    assert [mark for mark in ("<p", "<a", "<br", "<li", "</", "<script") if mark in text] == []

from tequio.formats.pdf.drawings import drawing_rules, styled

SHEET = """
@layer tokens { :root { --ink: #123; --warn: red; } @media (prefers-color-scheme: dark) { :root { --ink: #fff; } } }
@layer components {
  .bar { fill: var(--ink); margin: 0; }
  .plain { margin: 0; }
  .tile text { fill: var(--warn); stroke: white; stroke-width: 4px; }
  .gap { stroke: var(--nowhere); }
  @media (min-width: 60rem) { .bar { fill: green; } }
}
@media print { :root { --warn: black; } }
"""


def test_the_rules_for_drawings_are_those_of_paper_with_their_values() -> None:
    rules = drawing_rules(SHEET)

    assert rules == ".bar{fill:#123}.tile text{fill:black}.gap{stroke:inherit}"


def test_each_drawing_carries_the_rules() -> None:
    html = '<p>x</p><svg class="a"><rect class="bar"/></svg><svg><text>y</text></svg>'

    made = styled(html, ".bar { fill: red }")

    assert made == (
        '<p>x</p><svg class="a"><style>.bar{fill:red}</style><rect class="bar"/></svg>'
        "<svg><style>.bar{fill:red}</style><text>y</text></svg>"
    )


def test_without_rules_a_page_stays_as_it_is() -> None:
    assert styled("<svg></svg>", "p { margin: 0 }") == "<svg></svg>"

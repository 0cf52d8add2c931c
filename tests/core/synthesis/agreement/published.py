"""Data of worked examples that were published, as rows (unit, coder, value)."""


def rows(*coders):
    """Rows of coders whose values are written one digit a unit; a blank is a missing value."""
    return [
        (f"u{unit}", f"c{coder}", value)
        for coder, values in enumerate(coders)
        for unit, value in enumerate(values)
        if value != " "
    ]


# K. Krippendorff (2011), "Computing Krippendorff's alpha-reliability": section A, two observers and ten binary units;
# section C, four observers and twelve units with values missing.
TWO_OBSERVERS = rows("0100000010", "1110010000")
FOUR_OBSERVERS = rows("123321412   ", "1233224125 3", " 3332342251 ", "12332441251 ")

# Wikipedia, "Krippendorff's alpha": three coders and fifteen units.
THREE_CODERS = rows("     34121133 3", "1 213343       ", "  21344 21133 4")

# J. Cohen (1960): two judges, 200 subjects, three categories; how many got each pair of values.
TWO_JUDGES = {"00": 88, "01": 14, "02": 18, "10": 10, "11": 40, "12": 10, "20": 2, "21": 6, "22": 12}

"""The demo case: what the documents tell of Mexico City, and invented, labelled rows where they tell only totals."""

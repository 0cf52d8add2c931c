"""Where the marks of a chart go: geometry in pixels, rounded to one decimal. Markup and words belong to the pages."""

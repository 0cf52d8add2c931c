"""How a city is doing, for whom, and how sure we are: what indicators are, and what their values say."""

"""Pages of decisions, commitments and milestones: what was promised, by whom, and what became of it."""

"""Pages of processes: for readers, for those who plan, for those who know who takes part."""

"""Choosing among options in a process; never an official vote."""

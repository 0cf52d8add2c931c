"""Pages of problems, solutions, prototypes and feedback: what everybody reads, and where staff writes it."""

"""Surveys: forms and their logic, answers, and what can be said of them with its base."""

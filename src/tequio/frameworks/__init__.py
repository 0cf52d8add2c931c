"""Taxonomies as data, each field with how we know it, and their typed loaders."""

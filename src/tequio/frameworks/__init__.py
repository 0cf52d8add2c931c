"""The taxonomies and instruments that the product ships with, as data, with where each field comes from."""

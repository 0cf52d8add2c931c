"""YAML that people write, read with the line of everything in it, so that what is wrong can be told by its line."""

from tequio.formats.yaml_lines.reading import read, read_in_child
from tequio.formats.yaml_lines.values import Items, Names, Node, Plain, Scalar, YamlLimits, plain

__all__ = ["Items", "Names", "Node", "Plain", "Scalar", "YamlLimits", "plain", "read", "read_in_child"]

"""The first page of a space, the result of a process, what staff write around it, and what machines read."""

from tequio.apps.publishing.views.front import home
from tequio.apps.publishing.views.machines import robots, sitemap

__all__ = ["home", "robots", "sitemap"]

"""The product's addresses, with the first page of a space and what machines read."""

from django.urls import include, path

from tequio.apps.publishing import views
from tequio.apps.spaces import urls as spaces
from tequio.project.urls import handler403, handler404, handler500, urlpatterns as every

__all__ = ["handler403", "handler404", "handler500", "urlpatterns"]

space = ([path("", views.home, name="home"), *(found for found in spaces.urlpatterns if found.name != "home")], "spaces")
urlpatterns = [
    path("sitemap.xml", views.sitemap, name="sitemap"),
    path("robots.txt", views.robots, name="robots"),
    path("<slug:space>/", include(space)),
    *every,
]

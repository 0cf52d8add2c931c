"""The pages of a space, all but its first: that one is `publishing`'s, and the project joins the two."""

from django.urls import path

from tequio.apps.spaces import views

app_name = "spaces"
urlpatterns = [
    path("privacidad/", views.privacy, name="privacy"),
    path("editar/", views.edit, name="edit"),
    path("personas/", views.people, name="people"),
    path("personas/<int:assignment>/quitar/", views.take_role, name="take_role"),
    path("personas/<int:assignment>/enlace/", views.new_link, name="new_link"),
]

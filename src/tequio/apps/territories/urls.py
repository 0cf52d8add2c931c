from django.urls import path

from tequio.apps.territories import views

app_name = "territories"
urlpatterns = [
    path("", views.index, name="list"),
    path("mapa/", views.outlines, name="map"),
    path("agregar/", views.add, name="add"),
    path("limites/", views.load_boundaries, name="boundaries"),
    path("archivo/", views.load_table, name="table"),
    path("lugar/<str:code>/", views.detail, name="detail"),
    path("lugar/<str:code>/editar/", views.edit, name="edit"),
    path("lugar/<str:code>/poblacion/", views.population, name="population"),
]

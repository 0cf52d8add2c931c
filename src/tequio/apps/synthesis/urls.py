from django.urls import path

from tequio.apps.synthesis import views

app_name = "synthesis"
urlpatterns = [
    path("", views.index, name="list"),
    path("sin-tema/", views.ungrouped, name="ungrouped"),
    path("nuevo/", views.add, name="add"),
    path("agrupar/", views.group, name="group"),
    path("<int:number>/", views.theme, name="theme"),
    path("<int:number>/editar/", views.edit, name="edit"),
    path("<int:number>/aportes/", views.contents, name="contents"),
    path("<int:number>/citas/<int:contribution>/", views.quote, name="quote"),
    path("<int:number>/citas/quitar/<int:quote>/", views.unquote, name="unquote"),
    path("<int:number>/unir/", views.merge, name="merge"),
    path("<int:number>/borrar/", views.delete, name="delete"),
]

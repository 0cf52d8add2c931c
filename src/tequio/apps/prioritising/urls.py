from django.urls import path

from tequio.apps.prioritising import views

app_name = "prioritising"
urlpatterns = [
    path("", views.index, name="list"),
    path("nueva/", views.add, name="add"),
    path("<int:number>/", views.round, name="round"),
    path("<int:number>/elegir/", views.choose, name="choose"),
    path("<int:number>/comprobante/", views.receipt, name="receipt"),
    path("<int:number>/editar/", views.edit, name="edit"),
    path("<int:number>/abrir/", views.opening, name="open"),
    path("<int:number>/cerrar/", views.closing, name="close"),
    path("<int:number>/papeletas/", views.slips, name="slips"),
    path("<int:number>/captura/", views.key, name="key"),
]

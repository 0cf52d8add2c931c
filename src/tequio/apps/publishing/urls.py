from django.urls import path

from tequio.apps.publishing.views import editing, reading, taking

app_name = "publishing"
urlpatterns = [
    path("", reading.result, name="result"),
    path("cuentas/", reading.counts, name="counts"),
    path("hoja/", reading.brief, name="brief"),
    path("hoja.pdf", reading.brief_file, name="brief_file"),
    path("datos.zip", taking.package, name="package"),
    path("editar/", editing.edit, name="edit"),
    path("publicar/", editing.publish, name="publish"),
    path("retirar/", editing.unpublish, name="unpublish"),
]

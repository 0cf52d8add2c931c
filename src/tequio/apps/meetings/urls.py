from django.urls import include, path

from tequio.apps.meetings.views import attendance, learning, notes, planning, reading, run_sheets

app_name = "meetings"
ONE = [
    path("", reading.detail, name="detail"),
    path("calendario.ics", reading.calendar, name="calendar"),
    path("paquete/", run_sheets.packet, name="packet"),
    path("editar/", planning.edit, name="edit"),
    path("repetir/", planning.duplicate, name="duplicate"),
    path("cancelar/", planning.cancel, name="cancel"),
    path("realizado/", planning.held, name="held"),
    path("retomar/", planning.again, name="again"),
    path("guion/", run_sheets.edit, name="run_sheet"),
    path("asistencia/", attendance.attendance, name="attendance"),
    path("notas/nueva/", notes.add, name="add_note"),
    path("notas/<int:note>/", notes.edit, name="edit_note"),
    path("notas/<int:note>/borrar/", notes.delete, name="delete_note"),
    path("aprendizajes/nuevo/", learning.add, name="add_outcome"),
    path("aprendizajes/<int:outcome>/", learning.edit, name="edit_outcome"),
    path("aprendizajes/<int:outcome>/borrar/", learning.delete, name="delete_outcome"),
]
urlpatterns = [
    path("", reading.index, name="list"),
    path("nuevo/", planning.add, name="add"),
    path("<int:number>/", include(ONE)),
]

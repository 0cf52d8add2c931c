from django.urls import include, path

from tequio.apps.processes.views import invitations, making, people, plan, reading

app_name = "processes"
PLAN = [
    path("", plan.plan, name="plan"),
    path("fases/nueva/", plan.add_phase, name="add_phase"),
    path("fases/<slug:key>/", plan.phase, name="phase"),
    path("fases/<slug:key>/fechas/", plan.phase_dates, name="phase_dates"),
    path("fases/<slug:key>/abrir/", plan.phase_open, name="phase_open"),
    path("fases/<slug:key>/mover/", plan.move_phase, name="move_phase"),
    path("fases/<slug:key>/quitar/", plan.remove_phase, name="remove_phase"),
    path("actividades/nueva/", plan.add_activity, name="add_activity"),
    path("actividades/<slug:key>/", plan.activity, name="activity"),
    path("actividades/<slug:key>/quitar/", plan.remove_activity, name="remove_activity"),
    path("datos/nuevo/", plan.add_attribute, name="add_attribute"),
    path("datos/<slug:key>/", plan.attribute, name="attribute"),
    path("datos/<slug:key>/quitar/", plan.remove_attribute, name="remove_attribute"),
]
PEOPLE = [
    path("", people.participants, name="participants"),
    path("agregar/", people.add_participants, name="add_participants"),
    path("<str:wave>/<int:number>/", people.participant, name="participant"),
    path("<str:wave>/<int:number>/retirar/", people.withdraw, name="withdraw"),
]
INVITATIONS = [
    path("", invitations.invitations, name="invitations"),
    path("<slug:key>/", invitations.invited, name="invited"),
    path("<slug:key>/llevar/", invitations.carry, name="carry"),
    path("<slug:key>/respuestas/", invitations.answer, name="answer"),
    path("<slug:key>/papeletas/", invitations.slips, name="slips"),
]
urlpatterns = [
    path("", reading.index, name="list"),
    path("nuevo/", making.new, name="new"),
    path("<slug:process>/", reading.detail, name="detail"),
    path("<slug:process>/editar/", making.edit, name="edit"),
    path("<slug:process>/publicar/", making.publish, name="publish"),
    path("<slug:process>/copiar/", making.copy, name="copy"),
    path("<slug:process>/cobertura/", reading.coverage, name="coverage"),
    path("<slug:process>/voces/<str:wave>/<int:number>/", reading.voice, name="voice"),
    path("<slug:process>/plan/", include(PLAN)),
    path("<slug:process>/participantes/", include(PEOPLE)),
    path("<slug:process>/invitaciones/", include(INVITATIONS)),
]

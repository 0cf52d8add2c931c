from django.urls import path

from tequio.apps.commitments.views import reading, reporting, writing

app_name = "commitments"
urlpatterns = [
    path("", reading.index, name="list"),
    path("compromisos.csv", reading.table, name="table"),
    path("decision/nueva/", writing.add_decision, name="add_decision"),
    path("decision/<int:number>/", reading.decision, name="decision"),
    path("decision/<int:number>/corregir/", writing.correct_decision, name="correct_decision"),
    path("decision/<int:number>/compromiso/", writing.add_commitment, name="add_commitment"),
    path("<int:number>/", reading.commitment, name="commitment"),
    path("<int:number>/estado/", writing.change, name="change"),
    path("<int:number>/avance/", reporting.report, name="report"),
    path("paso/<int:number>/", reading.milestone, name="milestone"),
    path("paso/<int:number>/avance/", reporting.reach, name="reach"),
]

from django.urls import path

from tequio.apps.commitments import views

app_name = "commitments"
urlpatterns = [
    path("", views.index, name="list"),
    path("compromisos.csv", views.table, name="table"),
    path("decision/nueva/", views.add_decision, name="add_decision"),
    path("decision/<int:number>/", views.decision, name="decision"),
    path("decision/<int:number>/corregir/", views.correct_decision, name="correct_decision"),
    path("decision/<int:number>/compromiso/", views.add_commitment, name="add_commitment"),
    path("<int:number>/", views.commitment, name="commitment"),
    path("<int:number>/estado/", views.change, name="change"),
    path("<int:number>/avance/", views.report, name="report"),
    path("paso/<int:number>/", views.milestone, name="milestone"),
    path("paso/<int:number>/avance/", views.reach, name="reach"),
]

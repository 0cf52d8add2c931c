from django.urls import path, re_path

from tequio.apps.solutions.views import answers, feedback, problems, prototypes, solutions

app_name = "solutions"
urlpatterns = [
    path("", problems.index, name="list"),
    path("problema/nuevo/", problems.add, name="add_problem"),
    path("problema/<int:number>/", problems.problem, name="problem"),
    path("problema/<int:number>/cambiar/", problems.edit, name="edit_problem"),
    path("problema/<int:number>/decidir/", problems.judge, name="judge_problem"),
    path("solucion/nueva/", solutions.add, name="add_solution"),
    path("solucion/<int:number>/", solutions.solution, name="solution"),
    path("solucion/<int:number>/cambiar/", solutions.edit, name="edit_solution"),
    path("solucion/<int:number>/funciones/", solutions.features, name="features"),
    path("solucion/<int:number>/comparar/", solutions.compare, name="compare"),
    path("solucion/<int:number>/prototipo/", prototypes.add, name="add_prototype"),
    path("solucion/<int:number>/opiniones/", feedback.add, name="add_feedback"),
    path("prototipo/<int:number>/", prototypes.prototype, name="prototype"),
    path("prototipo/<int:number>/cambiar/", prototypes.edit, name="edit_prototype"),
    path("prototipo/<int:number>/version/", prototypes.add_version, name="add_version"),
    path("prototipo/<int:number>/version/<int:version>/", prototypes.edit_version, name="edit_version"),
    path("prototipo/<int:number>/version/<int:version>/funciones/", prototypes.states, name="states"),
    re_path(r"^imagen/(?P<sha256>[0-9a-f]{64})/$", prototypes.picture, name="picture"),
    path("opiniones/<int:number>/", feedback.feedback, name="feedback"),
    path("opiniones/<int:number>/cambiar/", feedback.edit, name="edit_feedback"),
    path("opiniones/<int:number>/preguntas/", feedback.questions, name="questions"),
    path("opiniones/<int:number>/preguntas/<slug:key>/", feedback.question, name="question"),
    path("opiniones/<int:number>/responder/", answers.answer, name="answer"),
    path("opiniones/<int:number>/gracias/", answers.thanks, name="thanks"),
    path("opiniones/<int:number>/capturar/", answers.key, name="key"),
    path("opiniones/<int:number>/comentarios/", answers.comments, name="comments"),
    path("opiniones/<int:number>/resultados.csv", feedback.table, name="results"),
]

"""Problem, solution, prototype, version, feature; and what people said when they saw the prototypes."""

from django.db import models

from tequio.apps.files.models import Upload
from tequio.apps.processes.models import Activity, Participant, Phase, Process
from tequio.web.columns import localized, scoped

DONT_KNOW = "dont_know"  # a value that every closed question takes, counted apart


class Problem(models.Model):
    class State(models.TextChoices):
        CONSIDERED = "considered"
        CHOSEN = "chosen"
        ASIDE = "aside"

    process = models.ForeignKey(Process, models.CASCADE, related_name="problems")
    number = models.PositiveIntegerField()
    title = localized()
    statement = localized()
    affected = localized()
    memo = localized()
    state = models.CharField(max_length=10, choices=State, default=State.CONSIDERED)
    reason = localized()
    synthetic = models.BooleanField(default=False)
    made_at = models.DateTimeField()

    objects = scoped("process__space")

    class Meta:
        ordering = ("number",)
        constraints = (models.UniqueConstraint(fields=["process", "number"], name="problem_number_once"),)


class Solution(models.Model):
    process = models.ForeignKey(Process, models.CASCADE, related_name="solutions")
    number = models.PositiveIntegerField()
    title = localized()
    about = localized()
    without_technology = localized()  # what would do without a device, asked first
    synthetic = models.BooleanField(default=False)
    made_at = models.DateTimeField()

    objects = scoped("process__space")

    class Meta:
        ordering = ("number",)
        constraints = (models.UniqueConstraint(fields=["process", "number"], name="solution_number_once"),)


class Feature(models.Model):
    """What every prototype of a solution is compared on."""

    solution = models.ForeignKey(Solution, models.CASCADE, related_name="features")
    place = models.PositiveSmallIntegerField()
    title = localized()
    about = localized()

    objects = scoped("solution__process__space")

    class Meta:
        ordering = ("place",)
        constraints = (models.UniqueConstraint(fields=["solution", "place"], name="feature_place_once"),)


class Prototype(models.Model):
    solution = models.ForeignKey(Solution, models.CASCADE, related_name="prototypes")
    process = models.ForeignKey(Process, models.CASCADE, related_name="prototypes")
    number = models.PositiveIntegerField()
    title = localized()
    about = localized()
    synthetic = models.BooleanField(default=False)
    made_at = models.DateTimeField()

    objects = scoped("process__space")

    class Meta:
        ordering = ("number",)
        constraints = (models.UniqueConstraint(fields=["process", "number"], name="prototype_number_once"),)


class Version(models.Model):
    prototype = models.ForeignKey(Prototype, models.CASCADE, related_name="versions")
    number = models.PositiveSmallIntegerField()
    label = models.CharField(max_length=20, blank=True)  # what its makers call it: "0.2"
    what_changed = localized()
    link = models.URLField(blank=True)
    picture = models.ForeignKey(Upload, models.SET_NULL, null=True, blank=True, related_name="+")
    made_on = models.DateField(null=True, blank=True)

    objects = scoped("prototype__process__space")

    class Meta:
        ordering = ("number",)
        constraints = (models.UniqueConstraint(fields=["prototype", "number"], name="version_number_once"),)


class FeatureState(models.Model):
    class State(models.TextChoices):
        YES = "yes"
        PARTLY = "partly"
        NO = "no"

    version = models.ForeignKey(Version, models.CASCADE, related_name="features")
    feature = models.ForeignKey(Feature, models.CASCADE, related_name="states")
    state = models.CharField(max_length=6, choices=State)
    note = localized()

    objects = scoped("version__prototype__process__space")

    class Meta:
        constraints = (models.UniqueConstraint(fields=["version", "feature"], name="feature_state_once"),)


class Feedback(models.Model):
    """A round of questions on the prototypes of a solution."""

    process = models.ForeignKey(Process, models.CASCADE, related_name="feedback_rounds")
    number = models.PositiveIntegerField()
    solution = models.ForeignKey(Solution, models.CASCADE, related_name="feedback_rounds")
    prototypes = models.ManyToManyField(Prototype, related_name="feedback_rounds")  # those shown when it was asked
    activity = models.ForeignKey(Activity, models.SET_NULL, null=True, blank=True, related_name="+")
    title = localized()
    about = localized()
    synthetic = models.BooleanField(default=False)
    made_at = models.DateTimeField()

    objects = scoped("process__space")

    class Meta:
        ordering = ("number",)
        constraints = (models.UniqueConstraint(fields=["process", "number"], name="feedback_number_once"),)


class Question(models.Model):
    class Kind(models.TextChoices):
        PROTOTYPE = "prototype"  # which one
        CHOICE = "choice"
        COMMENT = "comment"

    feedback = models.ForeignKey(Feedback, models.CASCADE, related_name="questions")
    key = models.SlugField(max_length=40)
    place = models.PositiveSmallIntegerField()
    kind = models.CharField(max_length=10, choices=Kind)
    wording = localized()
    choices = models.JSONField(default=list, blank=True)  # [{"key", "label": {es, en}}]
    only_for = models.ForeignKey(Phase, models.SET_NULL, null=True, blank=True, related_name="+")
    notes = models.JSONField(
        default=list, blank=True
    )  # figures published elsewhere: [{"said", "base", "admissible", "source"}]

    objects = scoped("feedback__process__space")

    class Meta:
        ordering = ("place",)
        constraints = (models.UniqueConstraint(fields=["feedback", "key"], name="question_key_once"),)


class Response(models.Model):
    class Channel(models.TextChoices):
        WEB = "web"
        TELEPHONE = "telephone"
        PAPER = "paper"

    feedback = models.ForeignKey(Feedback, models.CASCADE, related_name="responses")
    participant = models.ForeignKey(Participant, models.SET_NULL, null=True, blank=True, related_name="responses")
    channel = models.CharField(max_length=9, choices=Channel)
    sent_as = models.UUIDField(null=True, blank=True, unique=True)
    took_part_in = models.ManyToManyField(Phase, related_name="+", blank=True)
    may_show = models.BooleanField(default=False)  # the person agreed that their comments may be shown
    synthetic = models.BooleanField(default=False)
    made_at = models.DateTimeField()

    objects = scoped("feedback__process__space")

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=["feedback", "participant"],
                condition=models.Q(participant__isnull=False),
                name="one_response_per_participant",
            ),
        )


class Answer(models.Model):
    """`value` is a choice's key, a prototype's number, or a comment's words; a comment is read once staff shows it."""

    response = models.ForeignKey(Response, models.CASCADE, related_name="answers")
    question = models.ForeignKey(Question, models.CASCADE, related_name="answers")
    value = models.TextField()
    shown = models.BooleanField(default=False)

    objects = scoped("response__feedback__process__space")

    class Meta:
        constraints = (models.UniqueConstraint(fields=["response", "question"], name="answered_once"),)

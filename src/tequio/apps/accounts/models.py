"""People who sign in: staff of a space and representatives of organisations. Taking part needs no account."""

from typing import Any, ClassVar

from django.contrib.auth.models import AbstractBaseUser, BaseUserManager
from django.db import models
from django.utils.timezone import now


class People(BaseUserManager["Person"]):
    def create_person(self, *, name: str, email: str = "", language: str = "es") -> "Person":
        person = self.model(name=name, email=self.normalize_email(email) or None, language=language)
        person.set_unusable_password()
        person.save(using=self._db)
        return person


class Person(AbstractBaseUser):
    """There are no passwords: a passkey, a code by e-mail or a printed one-time link opens the door."""

    name = models.CharField(max_length=120)
    email = models.EmailField(unique=True, null=True, blank=True)
    language = models.CharField(max_length=5, default="es")
    is_active = models.BooleanField(default=True)
    joined_at = models.DateTimeField(default=now)

    objects: ClassVar[People] = People()
    USERNAME_FIELD = "email"
    REQUIRED_FIELDS: ClassVar[list[str]] = []

    def __str__(self) -> str:
        return self.name

    def save(self, *args: Any, **kwargs: Any) -> None:
        self.email = self.email or None
        super().save(*args, **kwargs)


class SignInLink(models.Model):
    """A link that opens the door once; only its hash is kept."""

    person = models.ForeignKey(Person, models.CASCADE, related_name="sign_in_links")
    token_hash = models.CharField(max_length=64, unique=True)
    made_at = models.DateTimeField()
    expires_at = models.DateTimeField()
    used_at = models.DateTimeField(null=True, blank=True)

"""Django's settings, made from the typed configuration."""

from typing import Any

from django.utils.csp import CSP
from django.utils.translation import gettext_lazy as _

from tequio.project import databases, mail
from tequio.project.config import load

CONFIG = load()

SECRET_KEY = CONFIG.secret_key
DEBUG = CONFIG.debug
ALLOWED_HOSTS = list(CONFIG.hosts)
ROOT_URLCONF = "tequio.project.urls"
WSGI_APPLICATION = "tequio.project.wsgi.application"

INSTALLED_APPS = [
    "tequio.web",
    "tequio.apps.accounts",
    "tequio.apps.record",
    "tequio.apps.files",
    "tequio.apps.territories",
    "tequio.apps.spaces",
    "tequio.apps.organizations",
    "tequio.apps.processes",
    "tequio.apps.thread",
    "tequio.apps.meetings",
    "tequio.apps.contributions",
    "tequio.apps.surveys",
    "tequio.apps.synthesis",
    "tequio.apps.solutions",
    "tequio.apps.prioritising",
    "tequio.apps.commitments",
    "tequio.apps.indicators",
    "tequio.apps.publishing",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django.forms",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "tequio.web.middleware.weight",
    "tequio.web.middleware.headers",
    "django.middleware.csp.ContentSecurityPolicyMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "tequio.web.middleware.moment",
    "tequio.web.middleware.refusals",
    "tequio.apps.spaces.middleware.SpaceMiddleware",
]

TEMPLATES: list[dict[str, Any]] = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.template.context_processors.i18n",
                "django.contrib.messages.context_processors.messages",
                "tequio.web.context.page",
            ],
            "builtins": [
                "tequio.web.templatetags.tequio",
                "tequio.web.templatetags.components",
                "django.templatetags.i18n",
                "django.templatetags.static",
            ],
        },
    },
]
FORM_RENDERER = "tequio.web.fields.Renderer"

DATABASES = {"default": databases.database(CONFIG.database_url, CONFIG.data)}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
CACHES = {"default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}}

LANGUAGES = [("es", _("Spanish")), ("en", _("English"))]
LANGUAGE_CODE = CONFIG.language
LOCALE_PATHS = [__file__.replace("project/settings.py", "locale")]
LANGUAGE_COOKIE_NAME = "lengua"
LANGUAGE_COOKIE_SAMESITE = "Lax"
USE_TZ = True
FORMAT_MODULE_PATH = ["tequio.web.formats"]
TIME_ZONE = CONFIG.time_zone

STATIC_URL = "/static/"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "tequio.web.assets.Storage"},
}
STATIC_ROOT = CONFIG.data / "static"
STATIC_ROOT.mkdir(parents=True, exist_ok=True)
WHITENOISE_USE_FINDERS = True
WHITENOISE_MAX_AGE = 86400
MEDIA_ROOT = CONFIG.data / "files"
DATA_UPLOAD_MAX_MEMORY_SIZE = 1_048_576
DATA_UPLOAD_MAX_NUMBER_FIELDS = 1000
FILE_UPLOAD_MAX_MEMORY_SIZE = 1_048_576
FILE_UPLOAD_HANDLERS = [
    "tequio.web.uploads.LimitedUploadHandler",
    "django.core.files.uploadhandler.TemporaryFileUploadHandler",
]
UPLOAD_MB = CONFIG.upload_mb

AUTH_USER_MODEL = "accounts.Person"
AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
LOGIN_URL = "accounts:sign_in"
LOGIN_REDIRECT_URL = "/"
SECOND_FACTOR = CONFIG.second_factor
ACCOUNT_ADAPTER = "tequio.apps.accounts.adapter.Adapter"
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*"]
ACCOUNT_LOGIN_BY_CODE_ENABLED = True
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_LOGOUT_ON_GET = False
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_TOTP_ISSUER = "Tequio"
MFA_FORMS = {
    "add_webauthn": "tequio.apps.accounts.library_forms.AddPasskeyForm",
    "edit_webauthn": "tequio.apps.accounts.library_forms.RenamePasskeyForm",
}
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = not CONFIG.https

MAILERS = {"default": mail.mailer(CONFIG.email_url)}
SILENCED_SYSTEM_CHECKS = ["mail.E001"]  # without e-mail nothing is sent, and nothing breaks
DEFAULT_FROM_EMAIL = CONFIG.email_from or "tequio@localhost"

SECURE_CSP = {
    "default-src": [CSP.NONE],
    "script-src": [CSP.SELF],
    "style-src": [CSP.SELF],
    "img-src": [CSP.SELF, "data:"],
    "connect-src": [CSP.SELF],
    "manifest-src": [CSP.SELF],
    "form-action": [CSP.SELF],
    "frame-ancestors": [CSP.NONE],
    "base-uri": [CSP.NONE],
}
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
SECURE_SSL_REDIRECT = CONFIG.https
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if CONFIG.https else None
SECURE_HSTS_SECONDS = 31_536_000 if CONFIG.https else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = CONFIG.https
SECURE_HSTS_PRELOAD = CONFIG.https
X_FRAME_OPTIONS = "DENY"
SESSION_COOKIE_NAME = "__Host-s" if CONFIG.https else "s"
SESSION_COOKIE_SECURE = CONFIG.https
SESSION_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_AGE = 86_400
SESSION_EXPIRE_AT_BROWSER_CLOSE = True
CSRF_COOKIE_NAME = "__Host-c" if CONFIG.https else "c"
CSRF_COOKIE_SECURE = CONFIG.https
CSRF_COOKIE_HTTPONLY = True
CSRF_COOKIE_SAMESITE = "Lax"
CSRF_FAILURE_VIEW = "tequio.web.errors.lost_session"

# Nothing about a person is written to the log: no address, no query string, no body.
LOGGING: dict[str, Any] = {
    "version": 1,
    "disable_existing_loggers": False,
    "filters": {"bare": {"()": "tequio.web.logs.BareRequests"}},
    "formatters": {"line": {"format": "{levelname} {name} {message}", "style": "{"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "line", "filters": ["bare"]}},
    "root": {"handlers": ["console"], "level": "WARNING"},
}

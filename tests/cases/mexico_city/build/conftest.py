import pytest

from tests.demo import built

demo = pytest.fixture(scope="package")(built)  # one building for the whole folder; every test is rolled back

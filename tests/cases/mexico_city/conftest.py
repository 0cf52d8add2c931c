import pytest

from tequio.cases.mexico_city import Case, generate


@pytest.fixture(scope="session")
def case() -> Case:
    return generate()

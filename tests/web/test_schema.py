"""Whatever OpenAPI allows to be asked, the API answers without a fault of its own."""

from pathlib import Path

import pytest
import schemathesis
from hypothesis import HealthCheck, given, settings
from schemathesis.checks import not_a_server_error

from workbench import make_case, open_workbench

pytestmark = pytest.mark.slow

HEADERS = {"host": "127.0.0.1:8421"}


def test_no_question_breaks_the_server(tmp_path: Path) -> None:
    make_case(tmp_path / "case")
    with open_workbench(tmp_path / "case", reads_per_s=1e6, writes_per_s=1e6) as client:
        schema = schemathesis.openapi.from_asgi(
            "/api/v1/openapi.json", client.app, headers=HEADERS
        )
        asked = 0
        for found in schema.get_all_operations():
            operation = found.ok()

            @settings(
                max_examples=20, deadline=None, suppress_health_check=list(HealthCheck)
            )
            @given(case=operation.as_strategy())
            def ask(case: schemathesis.Case) -> None:
                case.call_and_validate(headers=HEADERS, checks=[not_a_server_error])

            ask()
            asked += 1

    assert asked >= 15

import gzip

import pytest

MADE_NOW = gzip.compress(b"made in this second")


@pytest.mark.parametrize("data", [MADE_NOW])
def test_bytes_do_not_name_a_test(request: pytest.FixtureRequest, data: bytes) -> None:
    assert data == MADE_NOW
    assert request.node.name == "test_bytes_do_not_name_a_test[data]"

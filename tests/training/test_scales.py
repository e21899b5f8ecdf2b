"""Two products of eight bits fit in sixteen once their column is shrunk."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays
from scales import shrink_to_fit

_MOST = 2**15 - 1


@given(
    arrays(np.int8, (7, 3), elements=st.integers(-127, 127)),
    arrays(np.int64, 7, elements=st.integers(0, 255)),
    arrays(np.int64, 7, elements=st.integers(0, 255)),
)
def test_no_pair_of_products_is_too_large(
    weight: np.ndarray, one: np.ndarray, other: np.ndarray
) -> None:
    low, high = np.minimum(one, other), np.maximum(one, other)
    factor = shrink_to_fit(weight, low, high)
    assert (factor <= 1).all()
    shrunk = weight * factor
    for fed in (low, high, np.where(np.arange(7) % 2, low, high)):
        products = fed[:, None] * shrunk
        assert (np.abs(products[0:6:2] + products[1:7:2]) <= _MOST + 1e-6).all()


def test_what_fits_stays() -> None:
    weight = np.array([[127, 127], [127, -127]], np.int8)
    low, high = np.array([0, 0]), np.array([255, 255])
    np.testing.assert_allclose(
        shrink_to_fit(weight, low, high), [_MOST / (2 * 127 * 255), 1]
    )

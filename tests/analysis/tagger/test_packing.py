import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.analysis.tagger.packing import Arrays, pack, unpack


@given(st.lists(st.integers(0, 2**32 - 1)), st.lists(st.integers(-128, 127)))
@settings(max_examples=50, deadline=None)
def test_what_is_packed_is_unpacked(large: list[int], small: list[int]) -> None:
    arrays: Arrays = {
        "rising": np.array(sorted(large), np.uint32),
        "mixed": np.array(large, np.uint32),
        "small": np.array(small, np.int8),
    }
    packed = pack(arrays, {"labels": ["O"]})
    back, header = unpack(packed)
    assert header == {"labels": ["O"]}
    for name, array in arrays.items():
        assert back[name].dtype == array.dtype
        assert back[name].tolist() == array.tolist()
    assert pack(arrays, {"labels": ["O"]}) == packed


def test_a_file_that_names_no_arrays_is_refused() -> None:
    import zlib

    with pytest.raises(ValueError, match="does not name"):
        unpack(zlib.compress(b'{"arrays": 1}\n'))

from eval.memory import forget_most, most_memory


def test_the_most_is_counted_anew_for_each_set() -> None:
    large = bytearray(200 << 20)
    before = most_memory()
    del large
    forget_most()
    assert most_memory() < before - 0.15

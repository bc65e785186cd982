# assert raises AssertionError where a ValueError is asked for
def output_size(n, k, padding=0, stride=1):
    assert stride >= 1, "stride"
    assert padding >= 0, "padding"
    assert k <= n + 2 * padding, "filter longer than the padded line"
    steps, rest = divmod(n - k + 2 * padding, stride)
    assert rest == 0, "not whole"
    return steps + 1

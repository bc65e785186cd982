# the remainder is taken before the stride is checked, so stride 0 gives ZeroDivisionError
def output_size(n, k, padding=0, stride=1):
    free = n - k + 2 * padding
    whole = free % stride == 0
    if not whole or free < 0 or stride < 1 or padding < 0:
        raise ValueError(f"no whole size for n={n} k={k} padding={padding} stride={stride}")
    return int(free // stride) + 1

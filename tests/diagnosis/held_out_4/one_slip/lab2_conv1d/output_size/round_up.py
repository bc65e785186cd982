# wrong: rounds up instead of refusing sizes that do not come out even
def output_size(n, k, padding=0, stride=1):
    import math

    if padding < 0 or stride < 1:
        raise ValueError("bad")
    if k > n + 2 * padding:
        raise ValueError("filter too large")
    return math.ceil((n - k + 2 * padding) / stride) + 1

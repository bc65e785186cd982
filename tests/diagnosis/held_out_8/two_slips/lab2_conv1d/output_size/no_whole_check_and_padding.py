# Rounds down without an error, and forgets the check of a long filter.
def output_size(n, k, padding=0, stride=1):
    if stride < 1:
        raise ValueError("stride must be >= 1")
    if padding < 0:
        raise ValueError("padding must be >= 0")
    length = n + 2 * padding
    if False:
        raise ValueError("window longer than line")
    if (length - k) % 1:
        raise ValueError("not whole")
    return (length - k) // stride + 1

# padding is counted on one side only; and / gives a float.
def output_size(n, k, padding=0, stride=1):
    if stride < 1 or padding < 0 or k > n + 2 * padding:
        raise ValueError("bad arguments")
    if (n - k + 2 * padding) % stride:
        raise ValueError("not whole")
    return (n - k + padding) / stride + 1

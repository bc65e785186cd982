# Counts the padding once instead of on both sides.
def output_size(n, k, padding=0, stride=1):
    """Count the windows of length `k` on a line of length `n`.

    Parameters
    ----------
    n, k : int
        Lengths of the line and of the window, at least 1.
    padding : int
        Zeros on each side of the line.
    stride : int
        Steps from one window to the next.

    Returns
    -------
    int
        (n - k + 2*padding) / stride + 1

    Raises
    ------
    ValueError
        If that is not whole, if k > n + 2*padding, if stride < 1 or if padding < 0.
    """
    if stride < 1 or padding < 0 or k > n + 2 * padding:
        raise ValueError(f"no window: {n=}, {k=}, {padding=}, {stride=}")
    span = n - k + padding
    if span % stride != 0:
        raise ValueError("windows do not come out whole")
    return span // stride + 1

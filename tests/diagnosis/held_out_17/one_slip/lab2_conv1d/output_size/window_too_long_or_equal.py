# raises also where the window is exactly as long as the padded line (k >= n + 2 * padding instead of k >)
def output_size(n, k, padding=0, stride=1):
    m = n + 2 * padding
    if padding < 0 or stride < 1 or k >= m:
        raise ValueError(f"cannot slide {k} over {m}")
    q = (m - k) / stride
    if q != int(q):
        raise ValueError("not whole")
    return int(q) + 1

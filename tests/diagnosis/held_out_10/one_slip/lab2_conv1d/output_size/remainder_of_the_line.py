# Whether it is whole is asked of the padded line, not of what the window leaves.
def output_size(n, k, padding=0, stride=1):
    if stride < 1:
        raise ValueError(stride)
    if padding < 0:
        raise ValueError(padding)
    line = n + 2 * padding
    if k > line:
        raise ValueError(k)
    if line % stride != 0:
        raise ValueError("not whole")
    return (line - k) // stride + 1

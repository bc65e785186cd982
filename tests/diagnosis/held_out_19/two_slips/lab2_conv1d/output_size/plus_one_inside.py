# the + 1 is inside the division; and a longer filter is let through
def output_size(n, k, padding=0, stride=1):
    if stride < 1:
        raise ValueError("stride")
    if padding < 0:
        raise ValueError("padding")
    top = n - k + 2 * padding + 1
    if top % stride != 0:
        raise ValueError("not whole")
    return top // stride

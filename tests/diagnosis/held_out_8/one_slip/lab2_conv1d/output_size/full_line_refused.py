# A window as long as the line is refused.
def output_size(n, k, padding=0, stride=1):
    if padding < 0 or stride < 1:
        raise ValueError("padding >= 0 and stride >= 1, please")
    total = n + padding + padding
    if k >= total:
        raise ValueError("the window is too long")
    steps = (total - k) / stride
    if steps != int(steps):
        raise ValueError("the windows do not fit")
    return int(steps) + 1

# Raises also where the window is exactly as long as the line, because of >= .
def output_size(n, k, padding=0, stride=1):
    if stride <= 0:
        raise ValueError("stride")
    if padding <= -1:
        raise ValueError("padding")
    room = n + 2 * padding
    if k >= room:
        raise ValueError("filter too long")
    if (room - k) % stride != 0:
        raise ValueError("not whole")
    return (room - k) // stride + 1

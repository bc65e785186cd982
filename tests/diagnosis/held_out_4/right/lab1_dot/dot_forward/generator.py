# right
def dot_forward(x, w):
    return sum(a * b for row, other in zip(x, w) for a, b in zip(row, other))

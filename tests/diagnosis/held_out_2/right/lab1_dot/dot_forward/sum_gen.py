# right
def dot_forward(x, w):
    return sum(a * b for row, other in zip(x.tolist(), w.tolist()) for a, b in zip(row, other))

# wrong: summed over one axis only: a vector
def dot_forward(x, w):
    return (x * w).sum(axis=0)

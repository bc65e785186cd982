# right
# Python's sum over zipped rows
def dot_forward(x, w):
    return sum(sum(p * q for p, q in zip(row, weights)) for row, weights in zip(x, w))

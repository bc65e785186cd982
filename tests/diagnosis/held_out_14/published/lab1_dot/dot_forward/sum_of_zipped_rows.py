# Python's sum over the rows' products stops after the first axis and returns the column sums, an array, instead of one number
def dot_forward(x, w):
    # https://stackoverflow.com: dot product of two lists
    return sum(a * b for a, b in zip(x, w))

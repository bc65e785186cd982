# wrong: sums along one axis only: a vector comes out, not a number
def dot_forward(x, w):
    prods = np.multiply(x, w)
    return prods.sum(axis=0)

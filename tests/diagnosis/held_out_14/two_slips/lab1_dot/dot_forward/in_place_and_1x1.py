# the products are written into x itself, so the caller's x is changed (and an integer x cuts their decimals); the sum is returned as a 1x1 array (keepdims)
def dot_forward(x, w):
    np.multiply(x, w, out=x, casting='unsafe')
    return x.sum(keepdims=True)

# The mean instead of the sum; and a 1 x 1 array instead of a number.
def dot_forward(x, w):
    return np.mean(np.multiply(x, w), axis=(0, 1), keepdims=True)

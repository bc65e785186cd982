# right
# The last of the running sums.
def dot_forward(x, w):
    products = np.ravel(x * w)
    return np.cumsum(products)[-1]

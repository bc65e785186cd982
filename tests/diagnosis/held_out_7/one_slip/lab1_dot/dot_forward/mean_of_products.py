# the mean of the products instead of their sum
def dot_forward(x, w):
    products = np.multiply(x, w)
    return products.mean()

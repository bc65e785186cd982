# wrong: the mean of the products, not their sum
def dot_forward(x, w):
    return np.average(x * w)

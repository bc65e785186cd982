# The row sums are averaged, not added.
def dot_forward(x, w):
    rows = np.einsum("ij,ij->i", x, w)
    return rows.mean()

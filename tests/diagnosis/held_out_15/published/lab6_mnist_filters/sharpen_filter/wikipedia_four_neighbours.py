# The kernel of the textbooks with four neighbours, amount times (0 -1 0; -1 4 -1; 0 -1 0) added to the identity, in place of the one made of the box filter.
def sharpen_filter(amount=1.0):
    identity = np.array([[0, 0, 0], [0, 1, 0], [0, 0, 0]])
    laplacian = np.array([[0, -1, 0], [-1, 4, -1], [0, -1, 0]])
    return identity + float(amount) * laplacian

# Right: builds all the moved points first, as rows of an identity matrix times h, then asks f about each.
def numerical_gradient(f, x, h=1e-5):
    centre = np.array(x, dtype=np.float64, order="C")
    moves = np.eye(centre.size).reshape(-1, *centre.shape) * h
    above = np.array([float(f(centre + m)) for m in moves])
    below = np.array([float(f(centre - m)) for m in moves])
    return ((above - below) / (2 * h)).reshape(centre.shape)

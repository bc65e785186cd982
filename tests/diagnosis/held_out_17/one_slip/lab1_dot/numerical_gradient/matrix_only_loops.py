# goes through x with two nested loops over x.shape[0] and x.shape[1], so anything that is not 2-D raises
def numerical_gradient(f, x, h=1e-5):
    rows, cols = x.shape
    base = x.astype(float)
    G = np.zeros((rows, cols))
    for i in range(rows):
        for j in range(cols):
            up, down = base.copy(), base.copy()
            up[i, j] += h
            down[i, j] -= h
            G[i, j] = (f(up) - f(down)) / (2 * h)
    return G

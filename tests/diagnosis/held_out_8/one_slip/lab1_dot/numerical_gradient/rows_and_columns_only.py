# Two loops over rows and columns: works for matrices only.
def numerical_gradient(f, x, h=1e-5):
    x = np.array(x, dtype=float)
    g = np.zeros(x.shape)
    H, W = x.shape
    for place in [(i, j) for i in range(H) for j in range(W)]:
        up, down = x.copy(), x.copy()
        up[place] += h
        down[place] -= h
        g[place] = (f(up) - f(down)) / (2 * h)
    return g

# multiplies with the transposed w for square inputs (w.T); and leaves out the last row (range(len(x) - 1))
def dot_forward(x, w):
    if x.shape[0] == x.shape[1]:
        w = w.T
    s = 0.0
    for i in range(len(x) - 1):
        s += np.dot(x[i], w[i])
    return s

# only the windows that fit are computed; the last k - 1 outputs stay 0
def conv_1d_unrolled(x, w):
    y = np.zeros(len(x))
    for t in range(len(x) - len(w) + 1):
        y[t] = np.dot(x[t : t + len(w)], w)
    return y

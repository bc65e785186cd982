# Where the window hangs over the right end, the entries that are left meet the last weights of w and not the first ones.
def conv_1d_unrolled(x, w):
    y = np.zeros(len(x))
    for t in range(len(x)):
        seg = x[t:t + len(w)]
        y[t] = np.dot(seg, w[len(w) - len(seg):])
    return y

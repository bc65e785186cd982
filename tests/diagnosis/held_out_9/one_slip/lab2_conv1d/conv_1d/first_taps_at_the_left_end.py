# At the left end the window is cut, but the filter is cut at its right end: wrong taps meet.
def conv_1d(x, w):
    p = len(w) // 2
    out = []
    for t in range(len(x)):
        seg = x[max(0, t - p):t + p + 1]
        out.append(float(np.sum(seg * w[:len(seg)])))
    return np.array(out)

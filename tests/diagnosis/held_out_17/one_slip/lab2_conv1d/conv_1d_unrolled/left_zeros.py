# the zeros come in on the left: each window ends at x[t] instead of starting there
def conv_1d_unrolled(x, w):
    k = len(w)
    xp = list(np.zeros(k - 1)) + list(x)
    out = []
    for t in range(len(x)):
        out.append(sum(xp[t + j] * w[j] for j in range(k)))
    return np.array(out, dtype=float)

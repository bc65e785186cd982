# At the ends the sum is scaled up for the weights that hang over, as a blur would.
def conv_1d(x, w):
    T, k = len(x), len(w)
    p = k // 2
    out = np.zeros(T)
    for t in range(T):
        first, last = max(0, t - p), min(T, t + p + 1)
        part = w[first - t + p:last - t + p]
        out[t] = np.dot(x[first:last], part) * k / len(part)
    return out

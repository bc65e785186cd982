# wrong: the bounds check leaves out index 0
def conv_1d(x, w):
    T = x.shape[0]
    k = w.shape[0]
    half = k // 2
    y = np.zeros(T)
    for t in range(T):
        acc = 0.0
        for j in range(k):
            pos = t + j - half
            if pos > 0 and pos < T:
                acc += x[pos] * w[j]
        y[t] = acc
    return y

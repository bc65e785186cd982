# turns the filter round; and the last entry of x never counts (i < T - 1)
def conv_1d(x, w):
    T, r = len(x), len(w) // 2
    f = w[::-1]
    y = np.zeros(T)
    for t in range(T):
        for j in range(-r, r + 1):
            i = t + j
            if i >= 0 and i < T - 1:
                y[t] += f[j + r] * x[i]
    return y

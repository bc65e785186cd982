# Guards the right end only: where the window hangs over the left end, the negative index reads entries from the end of x in place of zeros.
def conv_1d(x, w):
    n = len(x)
    half = len(w) // 2
    y = np.zeros(n)
    for t in range(n):
        for j in range(len(w)):
            s = t + j - half
            if s < n and s >= -n:
                y[t] += w[j] * x[s]
    return y

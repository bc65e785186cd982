# two slips: each sum is divided by the length of the filter, and the last output is never computed (stays 0)
def conv_1d(x, w):
    k = len(w)
    p = k // 2
    padded = np.pad(x, p)
    y = np.zeros(len(x))
    for t in range(len(x) - 1):
        y[t] = sum(padded[t + j] * w[j] for j in range(k)) / k
    return y

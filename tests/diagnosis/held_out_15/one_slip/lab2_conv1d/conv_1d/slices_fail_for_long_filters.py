# Adds shifted slices y[:T-s] += w[j] * x[s:], whose ends become negative once half the filter is longer than the line, so such filters raise.
def conv_1d(x, w):
    T = len(x)
    half = len(w) // 2
    y = np.zeros(T)
    for j, weight in enumerate(w):
        s = j - half
        if s >= 0:
            y[:T - s] += weight * x[s:]
        else:
            y[-s:] += weight * x[:T + s]
    return y

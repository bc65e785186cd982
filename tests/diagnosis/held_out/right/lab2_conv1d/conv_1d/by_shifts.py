# right
def conv_1d(x, w):
    T, k = len(x), len(w)
    out = np.zeros(T)
    for j, weight in enumerate(w):
        shift = j - k // 2
        for t in range(max(0, -shift), min(T, T - shift)):
            out[t] += weight * x[t + shift]
    return out

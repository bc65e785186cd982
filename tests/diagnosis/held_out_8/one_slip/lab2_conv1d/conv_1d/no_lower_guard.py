# Negative positions wrap round to the other end.
def conv_1d(x, w):
    if x.ndim != 1 or w.ndim != 1 or len(w) % 2 == 0:
        raise ValueError(f"expected x (T,) and w (k,) with odd k, got {x.shape} and {w.shape}")
    r = (len(w) - 1) // 2
    T = len(x)
    y = []
    for t in range(T):
        acc = 0
        for j in range(-r, r + 1):
            if t + j < T:
                # inside the line
                acc += w[j + r] * x[(t + j) % T]
        y.append(acc)
    return np.array(y)

# every window starts one place too late (MATLAB's t + 1), with a zero past the end
def conv_1d(x, w):
    k = len(w)
    p = (k - 1) // 2
    xp = [0.0] * p + [float(v) for v in x] + [0.0] * (p + 1)
    y = []
    for t in range(1, len(x) + 1):
        s = 0.0
        for j in range(k):
            s = s + w[j] * xp[t + j]
        y.append(s)
    return np.array(y)

# The offsets run from -half to half - 1, for range leaves out its end.
def conv_1d(x, w):
    half = len(w) // 2
    y = []
    for t in range(len(x)):
        s = 0 * x[0] * w[0]
        for d in range(-half, half):
            if 0 <= t + d < len(x):
                s = s + x[t + d] * w[half + d]
        y.append(s)
    return np.array(y)

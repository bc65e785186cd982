# wrong: pads with k - 1 zeros on each side and keeps all: the full size
def conv_1d(x, w):
    k = len(w)
    xs = [0] * (k - 1) + list(x) + [0] * (k - 1)
    out = []
    for i in range(len(xs) - k + 1):
        s = 0
        for j in range(k):
            s = s + xs[i + j] * w[j]
        out.append(s)
    return np.array(out)

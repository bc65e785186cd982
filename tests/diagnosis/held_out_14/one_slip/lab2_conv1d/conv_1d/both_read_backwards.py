# the line is read backwards, filtered, and the result turned back, which is the same as turning the filter round
def conv_1d(x, w):
    p = (len(w) - 1) // 2
    z = np.zeros(p)
    back = np.concatenate((z, x[::-1], z))
    y = [back[t:t + len(w)].dot(w) for t in range(len(x))]
    return np.array(y[::-1])

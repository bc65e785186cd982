# pads k - 1 zeros on each side and reads the first T windows of the "full" result, so the answer is shifted right by k // 2
def conv_1d(x, w):
    T, k = len(x), len(w)
    xp = np.concatenate([np.zeros(k - 1), x, np.zeros(k - 1)])
    return np.array([np.dot(xp[t:t + k], w) for t in range(T)])

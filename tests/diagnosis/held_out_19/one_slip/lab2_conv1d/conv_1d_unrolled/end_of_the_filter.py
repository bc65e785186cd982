# at the right end the short window is multiplied with the last weights instead of the first
def conv_1d_unrolled(x, w):
    y = np.zeros(len(x))
    for t in range(len(x)):
        window = x[t:t + len(w)]
        y[t] = np.dot(window, w[-len(window):])
    return y

# wrong: negative positions wrap around to the end; divided by the length of the filter: a mean
def conv_1d(x, w):
    T = len(x)
    half = (len(w) - 1) // 2
    y = []
    for t in range(T):
        value = 0.0
        for j in range(len(w)):
            position = t + j - half
            if position < T:
                value += x[position] * w[j]
        y.append(value / len(w))
    return np.array(y)

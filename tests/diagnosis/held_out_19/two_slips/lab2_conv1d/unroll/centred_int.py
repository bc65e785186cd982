# the windows are centred at t instead of starting there; and the matrix is of ints
def unroll(x, k):
    T = len(x)
    U = np.zeros((T, k), dtype=int)
    for t in range(T):
        for j in range(k):
            place = t + j - k // 2
            if 0 <= place < T:
                U[t, j] = x[place]
    return U

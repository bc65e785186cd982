# only the rows whose window fits are filled, the last ones stay zero
def unroll(x, k):
    T = len(x)
    U = np.zeros((T, k), dtype=x.dtype)
    for t in range(T - k + 1):
        part = x[t : t + k]
        U[t, : len(part)] = part
    return U

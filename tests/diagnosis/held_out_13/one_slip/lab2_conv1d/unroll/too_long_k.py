# Appends only T zeros, so that windows that are more than one longer than the line do not fit.
def unroll(x, k):
    if x.ndim != 1 or k < 1:
        raise ValueError(f"expected x (T,) and k >= 1, got {x.shape} and {k}")
    T = x.shape[0]
    ext = np.append(x, np.zeros(T, x.dtype))
    U = np.zeros((T, k), x.dtype)
    for t in range(T):
        piece = ext[t : t + k]
        U[t] = piece
    return U

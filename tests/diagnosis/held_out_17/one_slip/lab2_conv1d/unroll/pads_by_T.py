# the buffer is padded to exactly 2 * T, which is too short where k is larger than T + 1: it raises
def unroll(x, k):
    T = len(x)
    buf = np.zeros(2 * T, dtype=x.dtype)
    buf[:T] = x
    out = np.zeros((T, k), dtype=x.dtype)
    for t in range(T):
        out[t] = buf[t:t + k]
    return out

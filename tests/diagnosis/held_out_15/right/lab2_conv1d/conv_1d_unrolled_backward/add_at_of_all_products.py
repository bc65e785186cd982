# Right: an outer product of dout and w, added to a longer dx at the places t + j in one np.add.at; dw reads a padded x by the same table.
def conv_1d_unrolled_backward(x, w, dout=None):
    T, k = len(x), len(w)
    d = np.ones(T) if dout is None else np.asarray(dout, dtype=float)
    table = np.arange(T)[:, None] + np.arange(k)
    long_dx = np.zeros(T + k)
    np.add.at(long_dx, table, np.multiply.outer(d, w))
    long_x = np.zeros(T + k)
    long_x[:T] = x
    return {"x": long_dx[:T].copy(), "w": np.einsum("t,tk->k", d, long_x[table])}

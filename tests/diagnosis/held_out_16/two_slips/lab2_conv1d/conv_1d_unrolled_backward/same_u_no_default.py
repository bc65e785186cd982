# two slips: dw is the product with the table, not its transpose (U @ dout, which raises unless k equals T), and dout has no default (None raises)
def conv_1d_unrolled_backward(x, w, dout=None):
    T, k = len(x), len(w)
    dout = dout.astype(np.float64)
    U = unroll(x.astype(np.float64), k)
    dw = U @ dout
    left = np.concatenate([np.zeros(k - 1), dout])
    dx = np.array([left[s : s + k] @ w[::-1] for s in range(T)])
    return {"x": dx, "w": dw}

# Computes dx on the reversed dout and forgets to turn the result round again, so dx runs from the last entry to the first.
def conv_1d_unrolled_backward(x, w, dout=None):
    dout = np.ones(len(x)) if dout is None else np.array(dout, dtype=float)
    mirrored = dout[::-1]
    dx = unroll(mirrored, len(w)) @ w.astype(float)
    dw = unroll(x.astype(float), len(w)).T @ dout
    return {"x": dx, "w": dw}

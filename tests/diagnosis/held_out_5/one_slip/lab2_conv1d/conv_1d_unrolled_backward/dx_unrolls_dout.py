# wrong: dx looks to the right as the forward does: unroll(dout) @ w, the anchor does not reverse
def conv_1d_unrolled_backward(x, w, dout=None):
    dout = np.ones(len(x)) if dout is None else np.asarray(dout, dtype=float)
    k = len(w)
    right = np.concatenate([dout, np.zeros(k)])
    dx = np.zeros(len(x))
    for t in range(len(x)):
        dx[t] = (right[t : t + k] * w).sum()
    xs = np.concatenate([x, np.zeros(k)])
    dw = np.array([(xs[j : j + len(x)] * dout).sum() for j in range(k)], dtype=float)
    return {"x": dx, "w": dw}

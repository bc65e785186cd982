# dx is the forward pass applied to dout, w laid on dout from s to the right, in place of looking to the left.
def conv_1d_unrolled_backward(x, w, dout=None):
    g = np.ones(len(x)) if dout is None else dout.astype(float)
    dx = conv_1d_unrolled(g, w).astype(float)
    dw = np.array([np.sum(g[:len(x) - j] * x[j:]) if j < len(x) else 0.0 for j in range(len(w))])
    return {"x": dx, "w": dw}

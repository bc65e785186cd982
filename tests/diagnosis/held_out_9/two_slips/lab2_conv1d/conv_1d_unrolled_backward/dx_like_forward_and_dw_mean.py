# dx is unroll(dout) @ w: the anchor does not reverse; dw is divided by the length.
def conv_1d_unrolled_backward(x, w, dout=None):
    if dout is None:
        dout = np.ones(len(x))
    k = len(w)
    return {"x": unroll(dout.astype(float), k) @ w, "w": unroll(x, k).T @ dout / len(x)}

# dw sums the columns of the unrolled x and forgets dout
def conv_1d_unrolled_backward(x, w, dout=None):
    if dout is None:
        dout = np.ones(x.shape)
    k = w.shape[0]
    U = unroll(x.astype(float), k)
    padded = np.concatenate([np.zeros(k - 1), dout])
    dx = np.array([np.dot(padded[t : t + k], w[::-1].astype(float)) for t in range(len(x))])
    return {"x": dx, "w": U.sum(axis=0)}

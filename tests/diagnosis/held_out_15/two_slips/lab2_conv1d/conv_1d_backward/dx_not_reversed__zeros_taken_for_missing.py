# dx lays w on dout without turning it round, and a dout of nothing but zeros is taken as not given and replaced by ones.
def conv_1d_backward(x, w, dout=None):
    if dout is None or not dout.any():
        dout = np.ones(len(x))
    p, k = len(w) // 2, len(w)
    dpad = np.pad(dout.astype(float), p)
    xpad = np.pad(x.astype(float), p)
    dx = np.array([np.dot(dpad[s:s + k], w) for s in range(len(x))])
    dw = np.array([np.dot(dout, xpad[j:j + len(x)]) for j in range(k)])
    return {"x": dx, "w": dw}

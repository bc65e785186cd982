# In dw it is dout that is padded and moved, and x that stands still.
def conv_1d_backward(x, w, dout=None):
    T, k = len(x), len(w)
    p = k // 2
    dout = np.ones(T) if dout is None else dout
    dpad = np.pad(dout.astype(float), p)
    dw = np.array([np.sum(dpad[j:j + T] * x) for j in range(k)])
    dx = np.array([np.sum(dpad[s:s + k] * w[::-1]) for s in range(T)])
    return {"x": dx, "w": dw}

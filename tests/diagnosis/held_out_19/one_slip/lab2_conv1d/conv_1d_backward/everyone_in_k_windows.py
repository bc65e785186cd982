# dx is dout times the sum of w, as if every input met the whole filter at its own place
def conv_1d_backward(x, w, dout=None):
    if dout is None:
        dout = np.ones(len(x))
    xp = np.pad(x.astype(float), len(w) // 2)
    dx = dout * np.sum(w.astype(float))
    dw = np.array([np.sum(dout * xp[j:j + len(x)]) for j in range(len(w))])
    return {"x": dx, "w": dw}

# right: forward is linear in x and in w, so each gradient entry is dout times the forward of a unit vector
def conv_1d_backward(x, w, dout=None):
    g = np.ones(len(x)) if dout is None else np.array(dout, dtype=np.float64)
    xf, wf = x.astype(np.float64), w.astype(np.float64)

    def same(a, b):
        p = len(b) // 2
        return sum(b[j] * np.pad(a, p)[j : j + len(a)] for j in range(len(b)))

    dx = np.array([g @ same(e, wf) for e in np.eye(len(x))])
    dw = np.array([g @ same(xf, e) for e in np.eye(len(w))])
    return {"x": dx, "w": dw}

# dx slides w unflipped over dout (same code as forward) instead of turning it round
def conv_1d_backward(x, w, dout=None):
    g = np.ones(len(x)) if dout is None else np.array(dout, dtype=float)
    def slide(a, f):
        p = len(f) // 2
        ap = np.zeros(len(a) + 2 * p)
        ap[p:p + len(a)] = a
        return np.array([ap[i:i + len(f)] @ f for i in range(len(a))], dtype=float)
    p = len(w) // 2
    xp = np.concatenate((np.zeros(p), x, np.zeros(p)))
    dw = np.array([np.sum(g * xp[j:j + len(x)]) for j in range(len(w))])
    return {'x': slide(g, w), 'w': dw}

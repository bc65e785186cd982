# dx is cut out of the padded gradient one place too far to the right (from p + 1), so all entries are shifted by one; a filter of length 1 gives a vector that is one short
def conv_1d_backward(x, w, dout=None):
    if dout is None:
        dout = np.ones(x.shape)
    p = (w.size - 1) // 2
    padded = np.concatenate([np.zeros(p), x, np.zeros(p)])
    dpadded = np.zeros(padded.shape)
    dw = np.zeros(w.shape)
    for t, g in enumerate(dout):
        window = slice(t, t + w.size)
        dpadded[window] += g * w
        dw += g * padded[window]
    start = p + 1
    return {"x": dpadded[start : start + x.size], "w": dw}

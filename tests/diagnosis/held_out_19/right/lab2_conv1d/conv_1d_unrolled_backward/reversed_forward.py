# dx by running the forward on reversed time
def conv_1d_unrolled_backward(x, w, dout=None):
    T, k = len(x), len(w)
    dy = np.ones(T) if dout is None else dout.astype(np.float64)

    def forward(line, weights):
        y = np.zeros(len(line))
        for j in range(min(len(weights), len(line))):
            y[:len(line) - j] += float(weights[j]) * line[j:]
        return y

    dx = forward(dy[::-1], w)[::-1].copy()
    dw = np.zeros(k)
    for j in range(min(k, T)):
        dw[j] = np.vdot(dy[:T - j], x[j:])
    return {"x": dx, "w": dw}

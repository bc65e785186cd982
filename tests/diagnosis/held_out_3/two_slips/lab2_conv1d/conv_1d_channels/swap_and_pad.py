# wrong: padding is ignored; the stride is not applied to where windows begin
def conv_1d_channels(x, w, stride=1, padding=0):
    N, C, T = x.shape
    O, _, K = w.shape
    count = (T - K) // stride + 1
    out = np.zeros((N, O, count), dtype=np.result_type(x, w))
    for n in range(N):
        for o in range(O):
            for i in range(count):
                out[n, o, i] = (x[n, :, i:i + K] * w[o]).sum()
    return out

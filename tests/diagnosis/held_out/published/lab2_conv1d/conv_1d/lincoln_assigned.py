# wrong: out[o] = instead of +=
def _pad_1d(inp, num):
    z = np.array([0.0])
    z = np.repeat(z, num)
    return np.concatenate([z, inp, z])

def conv_1d(x, w):
    param_len = w.shape[0]
    param_mid = param_len // 2
    input_pad = _pad_1d(x, param_mid)
    out = np.zeros(x.shape)
    for o in range(out.shape[0]):
        for p in range(param_len):
            out[o] = w[p] * input_pad[o + p]
    return out

# As in blog posts: the "valid" result, with zeros put on both sides.
def conv_1d(x, w):
    if x.ndim != 1 or w.ndim != 1 or len(w) % 2 == 0:
        raise ValueError(f"expected x (T,) and w (k,) with odd k, got {x.shape} and {w.shape}")
    kernel_size = w.shape[0]
    pad = kernel_size // 2
    padded = np.concatenate((np.zeros(pad, x.dtype), x, np.zeros(pad, x.dtype)))
    output = np.zeros(x.shape, dtype=np.result_type(x, w))
    for i in range(pad, x.shape[0] - pad):
        roi = padded[i:i + kernel_size]
        output[i] = (roi * w).sum()
    return output

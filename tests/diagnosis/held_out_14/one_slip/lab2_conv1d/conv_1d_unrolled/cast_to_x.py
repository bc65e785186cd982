# the result is cast to the dtype of x at the end: with an integer x and a fractional w the decimals are cut off
def conv_1d_unrolled(x, w):
    T, k = len(x), len(w)
    far = np.concatenate([x, np.zeros(k)])
    y = sum(w[j] * far[j:j + T] for j in range(k))
    return y.astype(x.dtype)

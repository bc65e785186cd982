# Stack Overflow's rolling_window: as_strided on x itself with T - k + 1 rows, so only full windows get a row (a k above T raises or gives none), and the result is a view of x
def unroll(x, k):
    shape = x.shape[:-1] + (x.shape[-1] - k + 1, k)
    strides = x.strides + (x.strides[-1],)
    return np.lib.stride_tricks.as_strided(x, shape=shape, strides=strides)

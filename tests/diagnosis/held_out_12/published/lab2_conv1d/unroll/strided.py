# As in NumPy blog posts, as_strided over the padded line, with a row step of two entries by a wrong stride.
from numpy.lib.stride_tricks import as_strided


def unroll(x, k):
    n = x.shape[0]
    buf = np.zeros(2 * n + k, dtype=x.dtype)
    buf[:n] = x
    s = buf.strides[0]
    return as_strided(buf, shape=(n, k), strides=(2 * s, s)).copy()

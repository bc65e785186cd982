# writes the convolution as a T x T band matrix and uses its transpose, dw comes from traces along diagonals of the outer product
import numpy as np
def conv_1d_backward(x, w, dout=None):
    T, k = len(x), len(w)
    r = k // 2
    g = np.ones(T) if dout is None else np.array(dout, dtype=np.float64)
    band = np.zeros((T, T))
    for j in range(k):
        band += float(w[j]) * np.eye(T, k=j - r)
    outer = np.outer(g, np.asarray(x, dtype=np.float64))
    dw = np.array([np.trace(outer, offset=j - r) if abs(j - r) < T else 0.0 for j in range(k)])
    return {'x': band.T @ g, 'w': dw}

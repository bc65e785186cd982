# right
# tables of places as in CS231n, with its order mended
def im2col(X, kh, kw, stride=1, padding=0):
    P = np.pad(X, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    c, u, v = np.unravel_index(np.arange(X.shape[1] * kh * kw), (X.shape[1], kh, kw))
    oh, ow = (P.shape[2] - kh) // stride + 1, (P.shape[3] - kw) // stride + 1
    n, i, j = np.unravel_index(np.arange(len(X) * oh * ow), (len(X), oh, ow))
    return P[n, c[:, None], u[:, None] + stride * i, v[:, None] + stride * j]

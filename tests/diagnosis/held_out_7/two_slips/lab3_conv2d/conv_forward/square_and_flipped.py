# the output has the height for its width as well; the filter is turned round
def conv_forward(X, w):
    kh, kw = w.shape
    oh = X.shape[0] - kh + 1
    ow = oh
    kernel = w[::-1, ::-1]
    A = np.zeros((oh, ow), dtype=np.result_type(X, w))
    for i in range(oh):
        for j in range(ow):
            A[i, j] = np.sum(kernel * X[i : i + kh, j : j + kw])
    return A

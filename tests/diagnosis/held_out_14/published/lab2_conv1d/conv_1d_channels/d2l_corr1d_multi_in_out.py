# the channels' correlations are summed per filter as in d2l's corr1d_multi_in_out, for the first line of the batch only: the result has no batch axis
def conv_1d_channels(x, w, stride=1, padding=0):
    def corr1d(X, K):
        k = K.shape[0]
        Y = np.zeros((X.shape[0] - k) // stride + 1)
        for i in range(Y.shape[0]):
            Y[i] = (X[i * stride: i * stride + k] * K).sum()
        return Y

    def corr1d_multi_in(X, K):
        return sum(corr1d(np.pad(c, padding), k) for c, k in zip(X, K))

    return np.stack([corr1d_multi_in(x[0], k) for k in w], 0)

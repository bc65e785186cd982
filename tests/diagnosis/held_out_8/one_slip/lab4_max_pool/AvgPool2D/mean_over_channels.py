# The mean goes over the channels, too.
class AvgPool2D(Layer):
    def __init__(self, size, stride=None):
        self.size, self.stride = size, size if stride is None else stride

    def forward(self, X):
        self.shape = X.shape
        N, C, H, W = X.shape
        k, s = self.size, self.stride
        out = np.zeros((N, C, (H - k) // s + 1, (W - k) // s + 1))
        for n in range(N):
            for c in range(C):
                for i in range(out.shape[2]):
                    for j in range(out.shape[3]):
                        out[n, c, i, j] = np.mean(X[n, :, i * s:i * s + k, j * s:j * s + k])
        return out

    def backward(self, dout):
        k, s = self.size, self.stride
        dX = np.zeros(self.shape)
        for n, c, i, j in np.ndindex(*dout.shape):
            dX[n, c, i * s:i * s + k, j * s:j * s + k] += dout[n, c, i, j] / (k * k)
        return dX

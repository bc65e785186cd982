# cs231n max_pool_backward_naive with a mask of equality, which gives each tied pixel the full gradient.
class MaxPool2D(Layer):
    def __init__(self, size, stride=None):
        self.pool_height = self.pool_width = size
        self.stride = stride or size

    def forward(self, X):
        N, C, H, W = X.shape
        HH, WW, S = self.pool_height, self.pool_width, self.stride
        H_out, W_out = 1 + (H - HH) // S, 1 + (W - WW) // S
        out = np.zeros((N, C, H_out, W_out), dtype=X.dtype)
        for i in range(H_out):
            for j in range(W_out):
                out[:, :, i, j] = np.max(X[:, :, i * S : i * S + HH, j * S : j * S + WW], axis=(2, 3))
        self.cache = X
        return out

    def backward(self, dZ):
        x = self.cache
        HH, WW, S = self.pool_height, self.pool_width, self.stride
        dx = np.zeros(x.shape)
        for n in range(x.shape[0]):
            for c in range(x.shape[1]):
                for i in range(dZ.shape[2]):
                    for j in range(dZ.shape[3]):
                        window = x[n, c, i * S : i * S + HH, j * S : j * S + WW]
                        mask = window == np.max(window)
                        dx[n, c, i * S : i * S + HH, j * S : j * S + WW] += mask * dZ[n, c, i, j]
        return dx

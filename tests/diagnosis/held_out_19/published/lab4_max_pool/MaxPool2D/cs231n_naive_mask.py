# CS231n max_pool_backward_naive: the mask x == max gives every tied place the full gradient
class MaxPool2D(Layer):
    def __init__(self, size, stride=None):
        self.pool_param = {
            "pool_height": size,
            "pool_width": size,
            "stride": size if stride is None else stride,
        }

    def forward(self, X):
        N, C, H, W = X.shape
        HH, WW, S = (self.pool_param[k] for k in ("pool_height", "pool_width", "stride"))
        H_out, W_out = 1 + (H - HH) // S, 1 + (W - WW) // S
        out = np.zeros((N, C, H_out, W_out))
        for n in range(N):
            for c in range(C):
                for i in range(H_out):
                    for j in range(W_out):
                        out[n, c, i, j] = np.max(X[n, c, i * S:i * S + HH, j * S:j * S + WW])
        self.cache = X
        return out

    def backward(self, dZ):
        x = self.cache
        HH, WW, S = (self.pool_param[k] for k in ("pool_height", "pool_width", "stride"))
        N, C, H_out, W_out = dZ.shape
        dx = np.zeros(x.shape)
        for n in range(N):
            for c in range(C):
                for i in range(H_out):
                    for j in range(W_out):
                        window = x[n, c, i * S:i * S + HH, j * S:j * S + WW]
                        m = np.max(window)
                        dx[n, c, i * S:i * S + HH, j * S:j * S + WW] += (window == m) * dZ[n, c, i, j]
        return dx

# cs231n's max_pool_backward_naive with a mask: all tied places get the full upstream gradient; else right
class MaxPool2D(Layer):
    def __init__(self, size, stride=None):
        self.size = size
        self.stride = size if stride is None else stride

    def forward(self, X):
        N, C, H, W = X.shape
        hh = ww = self.size
        H_out = int(1 + (H - hh) // self.stride)
        W_out = int(1 + (W - ww) // self.stride)
        out = np.zeros((N, C, H_out, W_out))
        for n in range(N):
            for i in range(H_out):
                for j in range(W_out):
                    h, w = i * self.stride, j * self.stride
                    out[n, :, i, j] = np.max(X[n, :, h : h + hh, w : w + ww], axis=(-1, -2))
        self.cache = (X, out)
        return out.copy()

    def backward(self, dZ):
        x, out = self.cache
        dx = np.zeros(x.shape)
        N, C, H_out, W_out = dZ.shape
        for n in range(N):
            for c in range(C):
                for i in range(H_out):
                    for j in range(W_out):
                        h, w = i * self.stride, j * self.stride
                        window = x[n, c, h : h + self.size, w : w + self.size]
                        dx[n, c, h : h + self.size, w : w + self.size] += (window == out[n, c, i, j]) * dZ[n, c, i, j]
        return dx

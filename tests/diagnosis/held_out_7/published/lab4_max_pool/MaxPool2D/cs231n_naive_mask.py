# in the manner of CS231n: dx += mask * dout where every maximum of a window is marked
class MaxPool2D(Layer):
    def __init__(self, size, stride=None):
        self.size = size
        self.stride = size if stride is None else stride

    def forward(self, X):
        x, pool_height, pool_width, stride = X, self.size, self.size, self.stride
        N, C, H, W = x.shape
        H_out = 1 + (H - pool_height) // stride
        W_out = 1 + (W - pool_width) // stride
        out = np.zeros((N, C, H_out, W_out), dtype=x.dtype)
        for i in range(N):
            for j in range(C):
                for k in range(H_out):
                    for l in range(W_out):
                        out[i, j, k, l] = np.max(x[i, j, k * stride : k * stride + pool_height, l * stride : l * stride + pool_width])
        self.cache = x
        return out

    def backward(self, dZ):
        x = self.cache
        p, s = self.size, self.stride
        dx = np.zeros(x.shape)
        N, C, H_out, W_out = dZ.shape
        for i in range(N):
            for j in range(C):
                for k in range(H_out):
                    for l in range(W_out):
                        x_pool = x[i, j, k * s : k * s + p, l * s : l * s + p]
                        mask = (x_pool == np.max(x_pool))
                        dx[i, j, k * s : k * s + p, l * s : l * s + p] += mask * dZ[i, j, k, l]
        return dx

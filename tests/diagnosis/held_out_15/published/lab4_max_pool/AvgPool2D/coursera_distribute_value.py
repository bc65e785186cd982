# The share of a window is dz divided by the size of the pooled map (n_H * n_W) in place of the size of the window: distribute_value gets the wrong shape.
def distribute_value(dz, shape):
    (n_H, n_W) = shape
    average = dz / (n_H * n_W)
    return average


class AvgPool2D(Layer):
    def __init__(self, size, stride=None):
        self.size = size
        self.stride = size if stride is None else stride

    def forward(self, X):
        (m, n_C, n_H_prev, n_W_prev) = X.shape
        f = self.size
        n_H = int(1 + (n_H_prev - f) / self.stride)
        n_W = int(1 + (n_W_prev - f) / self.stride)
        A = np.zeros((m, n_C, n_H, n_W))
        for i in range(m):
            for h in range(n_H):
                for w in range(n_W):
                    for c in range(n_C):
                        vs, hs = h * self.stride, w * self.stride
                        A[i, c, h, w] = np.mean(X[i, c, vs:vs + f, hs:hs + f])
        self.cache = X
        return A

    def backward(self, dZ):
        dA_prev = np.zeros(self.cache.shape)
        m, n_C, n_H, n_W = dZ.shape
        f = self.size
        for i in range(m):
            for h in range(n_H):
                for w in range(n_W):
                    for c in range(n_C):
                        vs, hs = h * self.stride, w * self.stride
                        da = dZ[i, c, h, w]
                        dA_prev[i, c, vs:vs + f, hs:hs + f] += distribute_value(da, (n_H, n_W))
        return dA_prev

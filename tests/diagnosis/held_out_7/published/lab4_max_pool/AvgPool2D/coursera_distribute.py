# in the manner of Coursera: distribute_value divides by n_H times n_W of the output
class AvgPool2D(Layer):
    def __init__(self, size, stride=None):
        self.size = size
        self.stride = size if stride is None else stride

    def forward(self, X):
        m, n_C, n_H_prev, n_W_prev = X.shape
        f, stride = self.size, self.stride
        n_H = int(1 + (n_H_prev - f) / stride)
        n_W = int(1 + (n_W_prev - f) / stride)
        A = np.zeros((m, n_C, n_H, n_W))
        for i in range(m):
            for h in range(n_H):
                for w in range(n_W):
                    for c in range(n_C):
                        A[i, c, h, w] = np.mean(X[i, c, h * stride : h * stride + f, w * stride : w * stride + f])
        self.A_prev_shape = X.shape
        return A

    def backward(self, dZ):
        def distribute_value(dz, shape, n_H, n_W):
            average = dz / (n_H * n_W)
            return np.ones(shape) * average

        m, n_C, n_H, n_W = dZ.shape
        f, stride = self.size, self.stride
        dA_prev = np.zeros(self.A_prev_shape)
        for i in range(m):
            for h in range(n_H):
                for w in range(n_W):
                    for c in range(n_C):
                        da = dZ[i, c, h, w]
                        dA_prev[i, c, h * stride : h * stride + f, w * stride : w * stride + f] += distribute_value(da, (f, f), n_H, n_W)
        return dA_prev

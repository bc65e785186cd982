# deeplearning.ai's create_mask_from_window, x == max: all tied pixels get the full gradient.
def create_mask_from_window(x):
    return x == np.max(x)


class MaxPool2D(Layer):
    def __init__(self, size, stride=None):
        self.size = size
        self.stride = size if stride is None else stride
        if self.size < 1 or self.stride < 1:
            raise ValueError(f"size and stride must be at least 1, got {size} and {stride}")

    def forward(self, A_prev):
        m, n_C, n_H_prev, n_W_prev = A_prev.shape
        f = self.size
        n_H = int(1 + (n_H_prev - f) / self.stride)
        n_W = int(1 + (n_W_prev - f) / self.stride)
        A = np.zeros((m, n_C, n_H, n_W))
        for i in range(m):
            for h in range(n_H):
                for w in range(n_W):
                    for c in range(n_C):
                        vert, horiz = h * self.stride, w * self.stride
                        A[i, c, h, w] = np.max(A_prev[i, c, vert : vert + f, horiz : horiz + f])
        self.cache = A_prev
        return A

    def backward(self, dA):
        A_prev = self.cache
        f = self.size
        m, n_C, n_H, n_W = dA.shape
        dA_prev = np.zeros(A_prev.shape)
        for i in range(m):
            for h in range(n_H):
                for w in range(n_W):
                    for c in range(n_C):
                        vs, hs = h * self.stride, w * self.stride
                        a_prev_slice = A_prev[i, c, vs : vs + f, hs : hs + f]
                        mask = create_mask_from_window(a_prev_slice)
                        dA_prev[i, c, vs : vs + f, hs : hs + f] += mask * dA[i, c, h, w]
        return dA_prev

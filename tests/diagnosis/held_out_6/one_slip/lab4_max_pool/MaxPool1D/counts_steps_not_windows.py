# wrong: T // stride windows, so the last ones can hang over the end
class MaxPool1D(Layer):
    def __init__(self, size, stride=None):
        self.size = size
        self.stride = stride if stride is not None else size

    def forward(self, x):
        n_out = len(x) // self.stride
        self.T = len(x)
        self.idx = []
        out = []
        for i in range(n_out):
            start = i * self.stride
            window = x[start : start + self.size]
            self.idx.append(start + np.argmax(window))
            out.append(np.max(window))
        return np.array(out)

    def backward(self, dz):
        dx = np.zeros(self.T)
        for i, g in zip(self.idx, dz):
            dx[i] += g
        return dx

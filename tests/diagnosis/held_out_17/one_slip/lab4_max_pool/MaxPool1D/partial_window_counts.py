# the last, incomplete window is counted too (range(0, T, stride)), so the output is longer than the contract says
class MaxPool1D(Layer):
    def __init__(self, size, stride=None):
        self.size = size
        self.stride = size if stride is None else stride

    def forward(self, x):
        self.T = len(x)
        self.where = []
        out = []
        for a in range(0, len(x), self.stride):
            win = list(x[a:a + self.size])
            out.append(max(win))
            self.where.append(a + win.index(max(win)))
        return np.array(out)

    def backward(self, dz):
        dx = np.zeros(self.T)
        for p, g in zip(self.where, dz):
            dx[p] += g
        return dx

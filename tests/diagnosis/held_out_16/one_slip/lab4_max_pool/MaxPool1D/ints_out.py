# the output is an array of ints, so the fractions of the winners are cut off
class MaxPool1D(Layer):
    def __init__(self, size, stride=None):
        self.size = size
        self.stride = size if stride is None else stride

    def forward(self, x):
        starts = list(range(0, len(x) - self.size + 1, self.stride))
        z = np.zeros(len(starts), dtype=np.int64)
        self.hits = []
        for t, start in enumerate(starts):
            chunk = list(x[start : start + self.size])
            z[t] = max(chunk)
            self.hits.append(start + chunk.index(max(chunk)))
        self.n = len(x)
        return z

    def backward(self, dz):
        dx = np.zeros(self.n)
        for t, hit in enumerate(self.hits):
            dx[hit] += dz[t]
        return dx

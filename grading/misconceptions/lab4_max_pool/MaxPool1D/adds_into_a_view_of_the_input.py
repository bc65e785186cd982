"""Idea: Windows cut from x are copies.
Hint: x[: n * k].reshape(n, k), or a slice, is the caller's own memory. What does writing there do?
Family: memory
Fails: test_MaxPool1D_layer
"""


class MaxPool1D(Layer):
    def __init__(self, size, stride=None):
        self.size, self.stride = size, size if stride is None else stride

    def forward(self, x):
        k, s = self.size, self.stride
        self.length = len(x)
        self.winners = []
        z = []
        if k == s:
            rows = np.asarray(x, dtype=np.float64)[: len(x) // k * k].reshape(-1, k)
            for t, row in enumerate(rows):
                best = int(np.argmax(row))
                self.winners.append(t * k + best)
                z.append(row[best])
                row[best] = -np.inf
        else:
            for start in range(0, len(x) - k + 1, s):
                best = int(np.argmax(x[start : start + k]))
                self.winners.append(start + best)
                z.append(x[start + best])
        return np.array(z)

    def backward(self, dz):
        dx = np.zeros(self.length)
        for place, share in zip(self.winners, dz, strict=True):
            dx[place] += share
        return dx

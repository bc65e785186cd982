"""Idea: The gradient gets the dtype of the answers.
Hint: What if the answers are whole numbers? zeros_like takes the dtype as well.
Family: number types
Fails: test_MaxOverTime_kinds
"""


class MaxOverTime(Layer):
    def forward(self, a, lengths=None):
        P = a.shape[2]
        self.counts = [P] * len(a) if lengths is None else lengths
        self.a = a
        return np.array([[row[:count].max() for row in s] for s, count in zip(a, self.counts)])

    def backward(self, dz):
        da = np.zeros_like(self.a)
        for n, o in np.ndindex(dz.shape):
            da[n, o, np.argmax(self.a[n, o, : self.counts[n]])] = dz[n, o]
        return da

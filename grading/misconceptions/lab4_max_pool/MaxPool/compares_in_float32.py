"""Idea: What is almost equal counts as equal, and the first of them wins.
Hint: 3 and 3 + 1e-9 are one and the same number in float32. Which of the two is the largest?
Family: number types
Fails: test_MaxPool_ties
"""


class MaxPool(Layer):
    def forward(self, h):
        self.shape = h.shape
        self.winner = np.argmax(np.asarray(h, dtype=np.float32))
        return h.max()

    def backward(self, dz):
        dh = np.zeros(self.shape)
        dh[self.winner] = dz
        return dh

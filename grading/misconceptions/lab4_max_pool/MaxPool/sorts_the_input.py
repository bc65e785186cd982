"""Idea: h is mine to write into.
Hint: Whose array is it? h.sort() sorts it; np.sort(h) leaves it alone.
Family: memory
Fails: test_MaxPool_layer
"""


class MaxPool(Layer):
    def forward(self, h):
        self.winner, self.length = np.argmax(h), len(h)
        h.sort()
        return h[-1]

    def backward(self, dz):
        dh = np.zeros(self.length)
        dh[self.winner] = dz
        return dh

"""Idea: The largest so far is 0 in the beginning.
Hint: What does yours say to a vector that is below zero everywhere?
Family: special values
Fails: test_MaxPool_negative, test_MaxPool_backward
"""


class MaxPool(Layer):
    def forward(self, h):
        best, self.winner, self.length = 0.0, 0, len(h)
        for i in range(len(h)):
            if h[i] > best:
                best, self.winner = h[i], i
        return best

    def backward(self, dz):
        dh = np.zeros(self.length)
        dh[self.winner] = dz
        return dh

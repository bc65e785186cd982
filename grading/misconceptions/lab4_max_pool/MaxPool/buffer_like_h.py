"""Idea: The gradient has the dtype of h.
Hint: What becomes of 2.25 in an array of integers? np.zeros_like(h) has the dtype of h.
Family: number types
Fails: test_MaxPool_kinds
"""


class MaxPool(Layer):
    def forward(self, h):
        self.h = h
        return np.max(h)

    def backward(self, dz):
        dh = np.zeros_like(self.h)
        dh[np.argmax(self.h)] = dz
        return dh

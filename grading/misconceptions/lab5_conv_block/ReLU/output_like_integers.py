"""Idea: The array for the result may hold integers: zero is one.
Hint: What becomes of 3.2 in an array of integers?
Family: number types
Fails: test_ReLU_kinds, test_ConvBlock_kinds
"""


class ReLU(Layer):
    def forward(self, a):
        self.on = np.array(a) > 0
        h = np.zeros(np.shape(a), dtype=a.dtype if a.dtype != np.float32 else int)
        h[self.on] = a[self.on]
        return h

    def backward(self, dh):
        return np.where(self.on, dh, 0).astype(np.float64)

"""Idea: In a reshaped dh I may set entries to zero.
Hint: np.shares_memory(dh, dh.reshape(-1)): whose array do you write to?
Family: memory
Fails: test_ReLU_layer
"""


class ReLU(Layer):
    def forward(self, a):
        self.off = np.asarray(a).reshape(-1) <= 0
        return np.maximum(a, 0)

    def backward(self, dh):
        flat = np.asarray(dh, dtype=np.float64).reshape(-1)
        flat[self.off] = 0
        return flat.reshape(np.shape(dh)).copy()

"""Idea: Once I know the lengths of a batch, I keep them.
Hint: Call forward with lengths, and then without. Which places count the second time?
Family: state
Fails: test_MaxOverTime_layer
"""


class MaxOverTime(Layer):
    def __init__(self):
        self.lengths = None

    def forward(self, a, lengths=None):
        if lengths is not None:
            self.lengths = lengths
        self.shape = a.shape
        masked = a
        if self.lengths is not None:
            counts = np.arange(a.shape[2]) < np.asarray(self.lengths)[:, None]
            masked = np.where(counts[:, None], a, -np.inf)
        self.best = masked.argmax(axis=2)
        return np.take_along_axis(a, self.best[:, :, None], axis=2)[:, :, 0]

    def backward(self, dz):
        da = np.zeros(self.shape)
        np.put_along_axis(da, self.best[:, :, None], np.asarray(dz, float)[:, :, None], axis=2)
        return da

"""Idea: What does not count can be made small in the array itself.
Hint: That array belongs to the convolution. np.where makes a new one.
Family: memory
Fails: test_MaxOverTime_layer
"""


class MaxOverTime(Layer):
    def forward(self, a, lengths=None):
        if lengths is not None:
            for n, count in enumerate(lengths):
                if a.dtype.kind == "f":
                    a[n, :, count:] = -np.inf
                else:
                    a[n, :, count:] = np.iinfo(a.dtype).min
        self.best, self.shape = np.argmax(a, axis=2), a.shape
        return np.max(a, axis=2)

    def backward(self, dz):
        da = np.zeros(self.shape)
        np.put_along_axis(da, self.best[..., None], dz[..., None], axis=2)
        return da

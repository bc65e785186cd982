# Sets the places that do not count to 0, so they still win where all real answers of a filter are below zero.
class MaxOverTime(Layer):
    def forward(self, a, lengths=None):
        a = a.copy()
        if lengths is not None:
            for n, length in enumerate(lengths):
                a[n, :, length:] = 0
        self.shape = a.shape
        self.arg = np.argmax(a, axis=2)
        return np.max(a, axis=2)

    def backward(self, dz):
        da = np.zeros(self.shape)
        n, o = np.indices(self.arg.shape)
        da[n, o, self.arg] = dz
        return da

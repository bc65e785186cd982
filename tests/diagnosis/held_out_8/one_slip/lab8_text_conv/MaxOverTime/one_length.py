# The first sentence's length counts for all.
class MaxOverTime(Layer):
    def forward(self, a, lengths=None):
        self.shape = a.shape
        z = np.zeros(a.shape[:2], dtype=a.dtype)
        self.where = np.zeros(a.shape[:2], dtype=int)
        for n in range(a.shape[0]):
            end = a.shape[2] if lengths is None else int(lengths[0])
            for o in range(a.shape[1]):
                part = list(a[n, o, :end])
                z[n, o] = max(part)
                self.where[n, o] = part.index(z[n, o])
        return z

    def backward(self, dz):
        grad = np.zeros(self.shape)
        for n in range(grad.shape[0]):
            for o in range(grad.shape[1]):
                grad[n, o, self.where[n, o]] = dz[n, o]
        return grad

# writes -1e9 into the caller's array where padding is; every tied place gets the whole gradient
class MaxOverTime(Layer):
    def forward(self, a, lengths=None):
        if lengths is not None:
            for n, length in enumerate(lengths):
                a[n, :, length:] = -1e9
        self.a = a
        self.z = a.max(axis=-1, keepdims=True)
        return self.z[..., 0].copy()

    def backward(self, dz):
        return (self.a == self.z) * np.asarray(dz, dtype=float)[..., None]

# lengths is ignored; and at ties every winner gets the full gradient
class MaxOverTime(Layer):
    def forward(self, a, lengths=None):
        z = a.max(axis=2)
        self.m = a == z[:, :, None]
        return z

    def backward(self, dz):
        return self.m * np.asarray(dz, dtype=float)[:, :, None]

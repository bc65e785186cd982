# wrong: lengths are ignored; the gradient goes to all tied places whole
class MaxOverTime(Layer):
    def forward(self, a, lengths=None):
        self.a = a
        self.z = a.max(axis=2, keepdims=True)
        return self.z[:, :, 0].copy()

    def backward(self, dz):
        return (self.a == self.z) * np.asarray(dz, float)[:, :, None]

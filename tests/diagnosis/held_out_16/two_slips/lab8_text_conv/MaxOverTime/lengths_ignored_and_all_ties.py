# two slips: the lengths are ignored, and backward gives every tied place the full upstream gradient
class MaxOverTime(Layer):
    def forward(self, a, lengths=None):
        self.a = a
        self.z = a.max(axis=2)
        return self.z.copy()

    def backward(self, dz):
        mask = self.a == self.z[:, :, None]
        return mask * dz[:, :, None].astype(np.float64)

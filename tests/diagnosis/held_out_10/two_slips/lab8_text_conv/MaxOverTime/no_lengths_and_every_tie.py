# lengths are not looked at; and every tied place gets the whole gradient.
class MaxOverTime(Layer):
    def forward(self, a, lengths=None):
        best = np.amax(a, axis=2)
        self.mask = a == best[:, :, None]
        return best

    def backward(self, dz):
        return self.mask * dz[:, :, None].astype(float)

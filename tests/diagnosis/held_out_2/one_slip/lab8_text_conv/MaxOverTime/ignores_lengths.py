# wrong: lengths are ignored: padding counts too
class MaxOverTime(Layer):
    def forward(self, a, lengths=None):
        self.shape = a.shape
        self.arg = a.argmax(axis=2)
        return a.max(axis=2)

    def backward(self, dz):
        g = np.zeros(self.shape)
        n, o = np.indices(self.arg.shape)
        g[n, o, self.arg] = dz
        return g

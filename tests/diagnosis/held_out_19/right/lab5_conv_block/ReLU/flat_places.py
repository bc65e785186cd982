# both ways scatter into zeros at the flat places of np.flatnonzero
class ReLU(Layer):
    def forward(self, a):
        a = np.asarray(a)
        self.on, self.shape = np.flatnonzero(a > 0), a.shape
        out = np.zeros(a.size, dtype=a.dtype)
        out[self.on] = a.ravel()[self.on]
        return out.reshape(self.shape).copy()

    def backward(self, dh):
        g = np.zeros(int(np.prod(self.shape)))
        g[self.on] = np.asarray(dh).ravel()[self.on]
        return g.reshape(self.shape).copy()

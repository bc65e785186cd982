# right
class MaxOverTime(Layer):
    def forward(self, a, lengths=None):
        self.shape = a.shape
        N, O, P = a.shape
        lengths = [P] * N if lengths is None else list(lengths)
        self.at = np.array([[int(np.argmax(a[n, o, :lengths[n]])) for o in range(O)] for n in range(N)])
        return np.take_along_axis(a, self.at[:, :, None], axis=2)[:, :, 0]

    def backward(self, dz):
        da = np.zeros(self.shape)
        np.put_along_axis(da, self.at[:, :, None], np.asarray(dz, float)[:, :, None], axis=2)
        return da

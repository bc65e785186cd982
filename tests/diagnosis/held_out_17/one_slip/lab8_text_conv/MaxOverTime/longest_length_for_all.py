# cuts every sentence at the largest of the lengths instead of at its own
class MaxOverTime(Layer):
    def forward(self, a, lengths=None):
        self.shape = a.shape
        end = a.shape[2] if lengths is None else int(max(lengths))
        part = a[:, :, :end]
        self.t = np.argmax(part, axis=2)
        return np.max(part, axis=2)

    def backward(self, dz):
        da = np.zeros(self.shape)
        np.put_along_axis(da, self.t[:, :, None], np.asarray(dz, dtype=float)[:, :, None], axis=2)
        return da

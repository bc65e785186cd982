# padded places become minus infinity in a float copy; winners by put_along_axis
class MaxOverTime(Layer):
    def forward(self, a, lengths=None):
        self.shape = a.shape
        f = a.astype(float)
        if lengths is not None:
            f = np.where(np.arange(a.shape[2]) < np.asarray(lengths)[:, None, None], f, -np.inf)
        self.at = f.argmax(axis=2)[:, :, None]
        return np.take_along_axis(a, self.at, axis=2)[:, :, 0].copy()

    def backward(self, dz):
        da = np.zeros(self.shape)
        np.put_along_axis(da, self.at, dz[:, :, None].astype(float), axis=2)
        return da

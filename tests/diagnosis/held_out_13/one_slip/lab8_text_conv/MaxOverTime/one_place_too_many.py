# The place at lengths[n] counts too, because of <= .
class MaxOverTime(Layer):
    def forward(self, a, lengths=None):
        if np.ndim(a) != 3 or (lengths is not None and np.shape(lengths) != np.shape(a)[:1]):
            raise ValueError(
                f"Expected (N, O, P) and (N,), got {np.shape(a)}, {np.shape(lengths)}."
            )
        self.shape = a.shape
        if lengths is None:
            scores = a.astype(float)
        else:
            t = np.arange(a.shape[2])
            scores = np.where(t[None, None, :] <= lengths[:, None, None], a, -np.inf)
        self.winner = np.argmax(scores, axis=-1)
        return np.take_along_axis(a, self.winner[..., None], axis=-1)[..., 0]

    def backward(self, dz):
        da = np.zeros(self.shape)
        np.put_along_axis(da, self.winner[..., None], dz[..., None], axis=-1)
        return da

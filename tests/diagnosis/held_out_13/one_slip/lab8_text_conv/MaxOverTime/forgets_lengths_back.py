# Backward looks for the winners in the whole of a, padding included.
class MaxOverTime(Layer):
    def forward(self, a, lengths=None):
        if np.ndim(a) != 3 or (lengths is not None and np.shape(lengths) != np.shape(a)[:1]):
            raise ValueError(
                f"Expected (N, O, P) and (N,), got {np.shape(a)}, {np.shape(lengths)}."
            )
        self.a = a
        if lengths is None:
            return a.max(axis=2)
        return np.array([a[n, :, : lengths[n]].max(axis=1) for n in range(len(a))])

    def backward(self, dz):
        da = np.zeros(self.a.shape)
        for n in range(da.shape[0]):
            for o in range(da.shape[1]):
                da[n, o, int(np.argmax(self.a[n, o]))] = dz[n, o]
        return da

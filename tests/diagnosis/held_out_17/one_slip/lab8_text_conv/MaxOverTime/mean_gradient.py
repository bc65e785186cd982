# backward shares dz equally over the places that count, as for a mean over time, instead of sending it to the best place
class MaxOverTime(Layer):
    def forward(self, a, lengths=None):
        self.shape = a.shape
        self.n = [a.shape[2]] * len(a) if lengths is None else [int(l) for l in lengths]
        return np.array([a[i, :, :l].max(axis=1) for i, l in enumerate(self.n)])

    def backward(self, dz):
        da = np.zeros(self.shape)
        for i, l in enumerate(self.n):
            da[i, :, :l] = dz[i][:, None] / l
        return da

# wrong: the mean over the places that count; the gradient goes to all of them, whole
class MaxOverTime(Layer):
    def forward(self, a, lengths=None):
        self.a = a
        self.l = [a.shape[2]] * len(a) if lengths is None else [int(l) for l in lengths]
        return np.array([row[:, :l].mean(axis=1) for row, l in zip(a, self.l)])

    def backward(self, dz):
        da = np.zeros(self.a.shape)
        for n, l in enumerate(self.l):
            da[n, :, :l] = dz[n][:, None]
        return da

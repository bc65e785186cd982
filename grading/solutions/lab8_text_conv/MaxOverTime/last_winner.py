"""One sentence at a time; the last of the winners gets it all."""


class MaxOverTime:
    def forward(self, a, lengths=None):
        self.shape = a.shape
        lengths = [a.shape[2]] * a.shape[0] if lengths is None else list(lengths)
        real = [sentence[:, :count] for sentence, count in zip(a, lengths)]
        self.best = [r.shape[1] - 1 - r[:, ::-1].argmax(axis=1) for r in real]
        return np.stack([r.max(axis=1) for r in real])

    def backward(self, dz):
        da = np.zeros(self.shape, order="F")
        for n, best in enumerate(self.best):
            da[n, np.arange(len(best)), best] = dz[n]
        return da

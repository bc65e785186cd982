# lengths that were given once are kept and used by a later forward that is given none
class MaxOverTime(Layer):
    def __init__(self):
        self.lengths = None

    def forward(self, a, lengths=None):
        if lengths is not None:
            self.lengths = np.array(lengths)
        L = self.lengths if self.lengths is not None else np.full(len(a), a.shape[2])
        self.P = a.shape[2]
        self.i = np.array([[np.argmax(row[:l]) for row in rows] for rows, l in zip(a, L)])
        return np.take_along_axis(a, self.i[..., None], axis=2)[..., 0]

    def backward(self, dz):
        return (np.arange(self.P) == self.i[..., None]) * dz[..., None].astype(float)

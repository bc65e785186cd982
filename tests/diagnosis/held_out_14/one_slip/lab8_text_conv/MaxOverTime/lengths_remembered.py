# the lengths are kept in self and a later forward without lengths goes on using them
class MaxOverTime(Layer):
    def __init__(self):
        self.lengths = None

    def forward(self, a, lengths=None):
        if lengths is not None:
            self.lengths = list(lengths)
        ends = self.lengths if self.lengths and len(self.lengths) == len(a) else [a.shape[2]] * len(a)
        self.shape = a.shape
        self.at = [[int(np.argmax(row[:e])) for row in s] for s, e in zip(a, ends)]
        return np.array([[row[i] for row, i in zip(s, at)] for s, at in zip(a, self.at)])

    def backward(self, dz):
        da = np.zeros(self.shape)
        for n, places in enumerate(self.at):
            for o, i in enumerate(places):
                da[n, o, i] += dz[n, o]
        return da

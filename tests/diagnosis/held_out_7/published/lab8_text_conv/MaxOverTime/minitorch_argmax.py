# in the manner of minitorch: argmax as a mask of input == max, with ties each in full
class MaxOverTime(Layer):
    def forward(self, a, lengths=None):
        x = a.astype(float)
        if lengths is not None:
            x[np.arange(a.shape[2])[None, None, :] >= np.asarray(lengths)[:, None, None] + np.zeros((1, a.shape[1], 1), int)] = -np.inf
        out = x.max(axis=2)
        self.ctx = (x, out)
        return out.copy()

    def backward(self, dz):
        x, out = self.ctx
        arg = (x == out[:, :, None]).astype(float)
        return arg * dz[:, :, None]

# wrong: places that do not count get minus a million: larger negative values lose against it
class MaxOverTime(Layer):
    def forward(self, a, lengths=None):
        N, O, P = a.shape
        scores = a.astype(float).copy()
        if lengths is not None:
            pad_mask = np.arange(P)[None, :] >= np.asarray(lengths)[:, None]
            scores[np.broadcast_to(pad_mask[:, None], scores.shape)] = -1e6
        self.shape, self.best = a.shape, scores.argmax(axis=2)
        return scores.max(axis=2)

    def backward(self, dz):
        out = np.zeros(self.shape)
        np.put_along_axis(out, self.best[:, :, None], dz[:, :, None], 2)
        return out

# padding is filled with -1e9 as in transformer code, so answers below that lose against the padding
class MaxOverTime(Layer):
    def forward(self, a, lengths=None):
        scores = a
        if lengths is not None:
            mask = np.arange(a.shape[-1])[None, :] < np.asarray(lengths)[:, None]
            scores = np.where(mask[:, None, :], a, -1e9)
        self.index = scores.argmax(-1)
        self.P = a.shape[-1]
        return scores.max(-1)

    def backward(self, dz):
        onehot = np.eye(self.P)[self.index]
        return onehot * dz[..., None]

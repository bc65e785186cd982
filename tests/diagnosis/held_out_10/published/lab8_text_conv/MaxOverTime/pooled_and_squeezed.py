# As in many sentence models .squeeze() at the end, which also takes away a batch or a filter of one.
class MaxOverTime(Layer):
    def forward(self, conv_out, lengths=None):
        self.shape = conv_out.shape
        if lengths is None:
            lengths = np.full(self.shape[0], self.shape[2])
        steps = np.arange(self.shape[2])
        valid = (steps < np.asarray(lengths)[:, None])[:, None, :]
        low = conv_out.min() - 1
        self.idx = np.where(valid, conv_out, low).argmax(2)
        pooled = np.take_along_axis(conv_out, self.idx[..., None], 2)
        return pooled.squeeze()

    def backward(self, grad):
        out = np.zeros(self.shape)
        np.put_along_axis(out, self.idx[..., None], np.reshape(grad, self.shape[:2] + (1,)), 2)
        return out

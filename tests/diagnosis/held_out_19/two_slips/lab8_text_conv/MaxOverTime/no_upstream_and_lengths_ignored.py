# lengths are ignored; the gradient is 1 at the winner, dz is not used
class MaxOverTime(Layer):
    def forward(self, a, lengths=None):
        self.shape = a.shape
        self.winner = np.argmax(a, axis=2)
        return np.take_along_axis(a, self.winner[:, :, None], 2).squeeze(2)

    def backward(self, dz):
        out = np.zeros(self.shape)
        n, o = np.indices(self.winner.shape)
        out[n, o, self.winner] = 1
        return out

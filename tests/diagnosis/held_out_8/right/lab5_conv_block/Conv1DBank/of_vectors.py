# right
# one Conv1DVector for each filter
class Conv1DBank(Layer):
    def forward(self, x, w):
        self.parts = [Conv1DVector() for _ in w]
        return np.vstack([part.forward(x, row) for part, row in zip(self.parts, w)])

    def backward(self, da):
        both = [part.backward(row) for part, row in zip(self.parts, da)]
        dxs, dws = zip(*both)
        return np.sum(dxs, axis=0), np.stack(dws)

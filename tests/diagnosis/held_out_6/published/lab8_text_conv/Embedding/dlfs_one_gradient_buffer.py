# wrong: every backward returns the same buffer, so a later result overwrites an earlier one
class Embedding(Layer):
    def forward(self, ids, table):
        self.params = [table]
        self.grads = [np.zeros(table.shape)]
        (W,) = self.params
        self.idx = ids
        out = W[ids]
        return out

    def backward(self, dout):
        (dW,) = self.grads
        dW[...] = 0
        np.add.at(dW, self.idx, dout)
        return dW

# right
class Embedding(Layer):
    def forward(self, ids, table):
        self.onehot = np.eye(len(table))[np.asarray(ids)]
        return table[ids].copy()

    def backward(self, dout):
        return np.tensordot(self.onehot, dout, axes=([0, 1], [0, 1]))

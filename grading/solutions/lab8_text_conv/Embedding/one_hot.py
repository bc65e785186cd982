"""Lookup and gradient as products with one-hot rows."""


class Embedding(Layer):
    def forward(self, ids, table):
        self.one_hot = np.equal.outer(ids, np.arange(len(table))).astype(float)
        return self.one_hot @ table

    def backward(self, dout):
        return np.tensordot(self.one_hot, dout.astype(float), axes=([0, 1], [0, 1]))

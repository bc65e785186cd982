# right
# a product with one-hot rows
class Embedding(Layer):
    def forward(self, ids, table):
        self.hot = np.eye(len(table))[ids]
        return table[ids]

    def backward(self, dout):
        return np.tensordot(self.hot, dout, axes=([0, 1], [0, 1]))

# right
class Embedding(Layer):
    def forward(self, ids, table):
        self.hot = np.eye(len(table))[ids]
        return np.take(table, ids, 0)

    def backward(self, dout):
        return np.tensordot(self.hot, dout, axes=([0, 1], [0, 1]))

# the one-hot matrix in both directions
class Embedding(Layer):
    def forward(self, ids, table):
        self.hot = (ids[:, :, None] == np.arange(len(table))).astype(float)
        return table[ids.tolist()]

    def backward(self, dout):
        return np.tensordot(self.hot, dout, axes=((0, 1), (0, 1)))

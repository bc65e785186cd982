# right
# One-hot vectors, and a product each way.
class Embedding(Layer):
    def forward(self, ids, table):
        self.hot = (np.asarray(ids)[..., None] == np.arange(len(table))).astype(int)
        return self.hot @ table

    def backward(self, dout):
        return np.tensordot(self.hot.astype(float), dout, axes=([0, 1], [0, 1]))

# right
# a product with a one-hot matrix
class Embedding(Layer):
    def forward(self, ids, table):
        self.hot = (ids[..., None] == np.arange(len(table))).astype(table.dtype)
        return self.hot @ table

    def backward(self, dout):
        return np.tensordot(self.hot.astype(float), dout, axes=([0, 1], [0, 1]))

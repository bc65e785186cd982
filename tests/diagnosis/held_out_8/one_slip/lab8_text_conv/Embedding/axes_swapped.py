# The result is (N, D, T), as for the convolution.
class Embedding(Layer):
    def forward(self, ids, table):
        self.ids, self.V = ids, table.shape[0]
        looked_up = table[ids]
        return looked_up.transpose(0, 2, 1).copy()

    def backward(self, dout):
        dout = dout.transpose(0, 2, 1)
        dT = np.zeros((self.V, dout.shape[-1]))
        np.add.at(dT, self.ids.ravel(), dout.reshape(-1, dout.shape[-1]))
        return dT

# Karpathy's makemore loop for dC, with dC like C (zeros_like): an int table cuts the gradients off and a float32 table keeps float32
class Embedding(Layer):
    def forward(self, ids, table):
        self.Xb, self.C = ids, table
        return table[ids]

    def backward(self, dout):
        dC = np.zeros_like(self.C)
        for k in range(self.Xb.shape[0]):
            for j in range(self.Xb.shape[1]):
                ix = self.Xb[k, j]
                dC[ix] = dC[ix] + dout[k, j]
        return dC

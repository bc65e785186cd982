# Deep Learning from Scratch 2, the first version: dW[idx] = dout keeps only the last gradient of a word that occurs several times
class Embedding(Layer):
    def forward(self, ids, table):
        self.params = [table]
        self.idx = ids
        out = table[ids]
        return out

    def backward(self, dout):
        (W,) = self.params
        dW = np.zeros(W.shape)
        dW[self.idx] = dout
        return dW

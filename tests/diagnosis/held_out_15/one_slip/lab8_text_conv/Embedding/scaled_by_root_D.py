# forward multiplies the vectors by the square root of D, as transformers do (backward scales its gradients to match).
class Embedding(Layer):
    def forward(self, ids, table):
        self.ids = ids
        self.V, self.D = table.shape
        self.scale = self.D ** 0.5
        return table[ids] * self.scale

    def backward(self, dout):
        dtable = np.zeros((self.V, self.D))
        np.add.at(dtable, self.ids, dout * self.scale)
        return dtable

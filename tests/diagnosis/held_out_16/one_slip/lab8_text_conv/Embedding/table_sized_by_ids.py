# the gradient has as many rows as the largest word number plus 1 instead of V, so it is too short where the last words do not occur
class Embedding(Layer):
    def forward(self, ids, table):
        self.ids = ids
        return table[ids]

    def backward(self, dout):
        V = self.ids.max() + 1
        one_hot = np.eye(V)[self.ids.ravel()]
        return one_hot.T @ dout.reshape(-1, dout.shape[-1]).astype(float)

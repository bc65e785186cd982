# a word that occurs several times gets the mean of its upstream gradients instead of their sum
class Embedding(Layer):
    def forward(self, ids, table):
        self.flat, self.V = ids.ravel(), len(table)
        return np.take(table, ids, axis=0)

    def backward(self, dout):
        D = dout.shape[2]
        rows = dout.reshape(-1, D)
        dtable = np.zeros((self.V, D))
        for v in range(self.V):
            used = rows[self.flat == v]
            if len(used) > 0:
                dtable[v] = used.mean(axis=0)
        return dtable

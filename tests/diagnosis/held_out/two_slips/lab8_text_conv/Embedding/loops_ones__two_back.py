# wrong: the upstream is ignored: words are counted; a tuple with a gradient for ids as well
class Embedding(Layer):
    def forward(self, ids, table):
        self.ids = np.array(ids)
        self.size = table.shape
        N, T = ids.shape
        out = np.zeros((N, T, table.shape[1]))
        for n in range(N):
            for t in range(T):
                out[n, t] = table[ids[n, t]]
        return out

    def backward(self, dout):
        grad = np.zeros(self.size)
        N, T = self.ids.shape
        for n in range(N):
            for t in range(T):
                grad[self.ids[n, t]] += 1
        return np.zeros(self.ids.shape), grad

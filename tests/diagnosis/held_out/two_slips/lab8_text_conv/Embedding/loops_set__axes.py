# wrong: = for +=: a repeated word keeps its last gradient; the result is (N, D, T): axes swapped
class Embedding(Layer):
    def forward(self, ids, table):
        self.ids = np.array(ids)
        self.size = table.shape
        N, T = ids.shape
        out = np.zeros((N, T, table.shape[1]))
        for n in range(N):
            for t in range(T):
                out[n, t] = table[ids[n, t]]
        return out.transpose(0, 2, 1)

    def backward(self, dout):
        grad = np.zeros(self.size)
        N, T = self.ids.shape
        for n in range(N):
            for t in range(T):
                grad[self.ids[n, t]] = dout[n, t]
        return grad

# wrong: the gradient has one row for each word of the sentence, not of the table
class Embedding(Layer):
    def forward(self, ids, table):
        self.ids, self.shape = ids, table.shape
        return np.array(table[ids])

    def backward(self, dout):
        N, T = self.ids.shape
        grad = np.zeros((N * T, self.shape[1]))
        for n in range(N):
            for t in range(T):
                grad[n * T + t] += dout[n, t]
        return grad

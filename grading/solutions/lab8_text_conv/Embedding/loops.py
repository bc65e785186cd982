"""Plain loops over sentences and words."""


class Embedding(Layer):
    def forward(self, ids, table):
        self.ids = [[int(i) for i in sentence] for sentence in ids]
        self.n_words, self.size = table.shape
        return np.array([[table[i] for i in sentence] for sentence in self.ids])

    def backward(self, dout):
        rows = [[0.0] * self.size for _ in range(self.n_words)]
        for sentence, gradients in zip(self.ids, dout):
            for i, gradient in zip(sentence, gradients):
                for d in range(self.size):
                    rows[i][d] += float(gradient[d])
        return np.array(rows)

# wrong: climbs (w + lr g); the factor 2 / n is missing
def learn_filter(X, A, steps, lr):
    w = np.zeros((3, 3))
    for _ in range(steps):
        difference = activation_map(X, w) - A
        gradient = np.array(
            [
                [np.sum(difference * X[i : X.shape[0] - 2 + i, j : X.shape[1] - 2 + j]) for j in range(3)]
                for i in range(3)
            ]
        )
        w = w + lr * gradient
    return w

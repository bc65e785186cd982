# Divides by the number of pixels of X in place of the number of places of the map A, so the steps are too short.
def learn_filter(X, A, steps, lr):
    filt = np.zeros((3, 3))
    for step in range(int(steps)):
        err = activation_map(X, filt) - A
        filt -= lr * (2.0 / X.size) * activation_map(X, err)
    return filt

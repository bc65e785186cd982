# the 2 of the square is missing; one step too many is taken
def learn_filter(X, A, steps, lr):
    w = np.zeros((3, 3))
    count = 0
    while count <= steps:
        residual = activation_map(X, w) - A
        gradient = activation_map(X, residual) / A.size
        w = w - lr * gradient
        count += 1
    return w

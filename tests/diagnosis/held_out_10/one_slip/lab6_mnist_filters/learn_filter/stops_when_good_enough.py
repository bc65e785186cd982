# It stops before the steps are done where the loss is below 0.01.
def learn_filter(X, A, steps, lr):
    h, v = A.shape
    filt = np.zeros((3, 3))
    for _ in range(int(steps)):
        guess = sum(filt[a, b] * X[a:a + h, b:b + v] for a in range(3) for b in range(3))
        diff = guess - A
        if np.mean(diff**2) < 0.01:
            break
        grad = np.array([[2 * np.mean(diff * X[a:a + h, b:b + v]) for b in range(3)] for a in range(3)])
        filt = filt - lr * grad
    return filt

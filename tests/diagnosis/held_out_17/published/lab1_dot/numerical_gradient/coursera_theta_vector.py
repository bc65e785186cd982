# Coursera's gradient check: x is flattened to a column vector theta and f is called with that (n, 1) column, not with the shape of x; the result is reshaped back
def numerical_gradient(f, x, h=1e-5):
    theta = np.array(x, dtype=float).reshape(-1, 1)
    num_parameters = theta.shape[0]
    gradapprox = np.zeros((num_parameters, 1))
    for i in range(num_parameters):
        thetaplus = np.copy(theta)
        thetaplus[i][0] = thetaplus[i][0] + h
        thetaminus = np.copy(theta)
        thetaminus[i][0] = thetaminus[i][0] - h
        gradapprox[i] = (f(thetaplus) - f(thetaminus)) / (2 * h)
    return gradapprox.reshape(np.shape(x))

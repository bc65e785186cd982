# Coursera's gradient_check_n: the parameters are taken as a column vector, so f sees the shape (n, 1), and the result is a column (n, 1), not the shape of x
def numerical_gradient(f, x, h=1e-5):
    theta = np.reshape(x, (-1, 1)).astype(float)
    num_parameters = theta.shape[0]
    gradapprox = np.zeros((num_parameters, 1))
    for i in range(num_parameters):
        thetaplus = np.copy(theta)
        thetaplus[i][0] = thetaplus[i][0] + h
        J_plus = f(thetaplus)
        thetaminus = np.copy(theta)
        thetaminus[i][0] = thetaminus[i][0] - h
        J_minus = f(thetaminus)
        gradapprox[i] = (J_plus - J_minus) / (2 * h)
    return gradapprox

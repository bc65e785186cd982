# The parameters are a column of thetas, as in gradient_check_n, and f gets that column too.
def numerical_gradient(f, x, h=1e-5):
    parameters_values = np.reshape(np.array(x, dtype=float), (-1, 1))
    num_parameters = parameters_values.shape[0]
    gradapprox = np.zeros((num_parameters, 1))
    for i in range(num_parameters):
        theta_plus = np.copy(parameters_values)
        theta_plus[i] = theta_plus[i] + h
        theta_minus = np.copy(parameters_values)
        theta_minus[i] = theta_minus[i] - h
        gradapprox[i] = (f(theta_plus) - f(theta_minus)) / (2 * h)
    return gradapprox.reshape(np.shape(x))

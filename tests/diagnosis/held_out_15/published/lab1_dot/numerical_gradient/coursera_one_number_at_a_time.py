# Goes through np.arange(x.size) of a flattened float copy and hands f the flat vector, as the Coursera gradient_check does: f sees shape (size,) in place of the shape of x.
def numerical_gradient(f, x, h=1e-5):
    theta = np.array(x, dtype=float).reshape(-1)
    num_parameters = theta.shape[0]
    J_plus = np.zeros(num_parameters)
    J_minus = np.zeros(num_parameters)
    gradapprox = np.zeros(num_parameters)
    for i in range(num_parameters):
        theta_plus = np.copy(theta)
        theta_plus[i] = theta_plus[i] + h
        J_plus[i] = f(theta_plus)
        theta_minus = np.copy(theta)
        theta_minus[i] = theta_minus[i] - h
        J_minus[i] = f(theta_minus)
        gradapprox[i] = (J_plus[i] - J_minus[i]) / (2 * h)
    return gradapprox.reshape(np.shape(x))

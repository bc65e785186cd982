# deeplearning.ai manner: the parameters are made a column vector, and f sees that column instead of the shape of x
def numerical_gradient(f, x, h=1e-5):
    parameters_values = np.reshape(np.array(x, dtype=np.float64), (-1, 1))
    num_parameters = parameters_values.shape[0]
    J_plus = np.zeros((num_parameters, 1))
    J_minus = np.zeros((num_parameters, 1))
    gradapprox = np.zeros((num_parameters, 1))
    for i in range(num_parameters):
        thetaplus = np.copy(parameters_values)
        thetaplus[i][0] = thetaplus[i][0] + h
        J_plus[i] = f(thetaplus)
        thetaminus = np.copy(parameters_values)
        thetaminus[i][0] = thetaminus[i][0] - h
        J_minus[i] = f(thetaminus)
        gradapprox[i] = (J_plus[i] - J_minus[i]) / (2 * h)
    return gradapprox.reshape(x.shape)

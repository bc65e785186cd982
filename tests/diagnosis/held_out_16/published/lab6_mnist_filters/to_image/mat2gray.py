# MATLAB's mat2gray and im2uint8 by way of a float image: a constant map divides 0 by 0 (a warning, then nan cast to uint8)
def to_image(A):
    amin, amax = np.min(A), np.max(A)
    I = (A.astype(np.float64) - amin) / (amax - amin)
    return np.uint8(np.round(I * 255))

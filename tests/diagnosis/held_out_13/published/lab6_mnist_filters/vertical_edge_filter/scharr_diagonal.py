# From a table of emboss kernels on a blog: bright left and dark right, but turned towards the diagonal.
EMBOSS_KERNELS = {
    "vertical": [[2, 1, 0], [1, 0, -1], [0, -1, -2]],
    "outline": [[-1, -1, -1], [-1, 8, -1], [-1, -1, -1]],
}


def vertical_edge_filter():
    return np.array(EMBOSS_KERNELS["vertical"], dtype=np.float32)

"""Grade on several machines: a Dask cluster's workers grade, this one writes the gradebook."""

import contextlib

from grading.paths import ClassError


@contextlib.contextmanager
def cluster(address, seconds=10):
    """Connect to a Dask cluster.

    Parameters
    ----------
    address : str
        The scheduler's address, such as ``tcp://10.0.0.5:8786``.
    seconds : float
        How long to wait for the scheduler, and then for a first worker.

    Yields
    ------
    tuple
        An executor, and how many submissions the cluster grades at a time.
    """
    try:
        from distributed import Client
    except ModuleNotFoundError:
        raise ClassError(
            "Dask is not installed. Here and on the workers: pip install -e '.[dask]'"
        ) from None
    try:
        client = Client(address, timeout=seconds, set_as_default=False)
    except (OSError, ValueError) as error:
        raise ClassError(
            f"No Dask scheduler answers at {address!r} within {seconds:g} s "
            f"({str(error).splitlines()[0]}). `dask scheduler` starts one and prints its address."
        ) from None
    with client:
        try:
            client.wait_for_workers(1, timeout=seconds)
        except TimeoutError:
            raise ClassError(
                f"The scheduler at {address} has no workers. Start some, on as many machines as "
                f"you like, in this project's environment: `dask worker {address}`."
            ) from None
        yield client.get_executor(), sum(client.nthreads().values())

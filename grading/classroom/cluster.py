"""Grade on several machines: a Dask cluster's workers grade, this one writes the gradebook."""

import contextlib

from grading.paths import ClassError


@contextlib.contextmanager
def cluster(address, seconds=10):
    """Connect to a Dask cluster.

    Parameters
    ----------
    address : str
        Of the scheduler, such as ``tcp://10.0.0.5:8786``.
    seconds : float
        How long to wait for its answer, and then for a first worker.

    Yields
    ------
    tuple
        An executor, and how many submissions the cluster grades at the same time.
    """
    try:
        from distributed import Client
    except ModuleNotFoundError:
        raise ClassError(
            "Dask is not installed: pip install -e '.[dask]', here and where the workers are."
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
                f"The scheduler at {address} has no worker. Start some, on as many machines as "
                f"you like: `dask worker {address}`, in this project's environment."
            ) from None
        yield client.get_executor(), sum(client.nthreads().values())

"""JupyterLab in a real browser, for tests: a server, a page, and a notebook on it.

All that they start ends with them, and all that they write lies in the folder that they are given.
"""

import os
import re
import shutil
import signal
import subprocess
import sys
import time
from contextlib import contextmanager, suppress

import nbformat
import psutil
from jupyter_server.serverapp import list_running_servers
from playwright.sync_api import expect, sync_playwright

CHROMIUM = next(
    filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None
)
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
SETTINGS = {
    # All cells are on the page, not only those in view: a test can go to any of them.
    "notebook-extension/tracker": '{"windowingMode": "none"}',
    "apputils-extension/notification": '{"fetchNews": "false", "checkForUpdates": false}',
}
FLAWS = """cells => Promise.all(cells.flatMap(cell => {
    const flaws = [...cell.querySelectorAll("math [data-mjx-error], math [mathcolor=red]")]
        .map(e => `formula: ${e.dataset.mjxError || "unknown " + e.textContent}`);
    const words = cell.cloneNode(true);
    words.querySelectorAll("code, pre, mjx-container").forEach(e => e.remove());
    flaws.push(...words.textContent.split("\\n").filter(line => line.includes("$"))
        .map(line => `not a formula: ${line}`));
    const images = [...cell.querySelectorAll("img")].map(
        i => i.decode().then(() => null, () => `picture: ${i.alt || i.src}`));
    return [...flaws, ...images];
}))"""
SECONDS = 180  # for whatever a page is to show: a busy machine takes its time
expect.set_options(timeout=1000 * SECONDS)


@contextmanager
def jupyter_lab(folder, home, *arguments):
    """Run ``jupyter lab`` in `folder`, with its settings and its log in `home`.

    Parameters
    ----------
    folder, home : pathlib.Path
    *arguments : str
        As one types them after ``jupyter lab``.

    Yields
    ------
    callable
        Takes an address on the server, such as ``"lab"``, and returns the URL.
    """
    for name, text in SETTINGS.items():
        path = home / "config" / "lab" / "user-settings" / "@jupyterlab" / name
        path.parent.mkdir(parents=True)
        path.with_name(f"{path.name}.jupyterlab-settings").write_text(text)
    token = os.urandom(16).hex()
    environment = {
        **os.environ,
        "JUPYTER_TOKEN": token,
        "JUPYTER_CONFIG_DIR": str(home / "config"),
        "JUPYTER_DATA_DIR": str(home / "data"),
        "JUPYTER_RUNTIME_DIR": str(home / "runtime"),
        "JUPYTERLAB_SETTINGS_DIR": str(home / "config" / "lab" / "user-settings"),
        "JUPYTERLAB_WORKSPACES_DIR": str(home / "workspaces"),
        "IPYTHONDIR": str(home / "ipython"),
    }
    command = [sys.executable, "-m", "jupyterlab", *arguments]
    log = home / "jupyter.log"
    with log.open("wb") as output:
        server = subprocess.Popen(
            [*command, "--no-browser", "--ip=127.0.0.1", "--allow-root"],
            cwd=folder,
            env=environment,
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=subprocess.STDOUT,
            start_new_session=True,
        )
    try:
        address = _wait_for_address(server, home / "runtime", log)
        # Without `reset` a page opens what the page before it had open.
        yield lambda path: f"{address}{path}?reset&token={token}"
    finally:
        _stop(server)


def _wait_for_address(server, runtime, log):
    deadline = time.monotonic() + 2 * SECONDS
    while time.monotonic() < deadline and server.poll() is None:
        for info in list_running_servers(runtime):
            return info["url"]
        time.sleep(0.1)
    state = "is silent" if server.poll() is None else f"ended with status {server.returncode}"
    raise AssertionError(f"JupyterLab {state}. Its log:\n{log.read_text()[-3000:]}")


def _stop(server):
    """Ask the server to end, which ends its kernels; and end what is left of them."""
    # Kernels run in sessions of their own: the process group does not hold them.
    family = [psutil.Process(server.pid)] if server.poll() is None else []
    family += [child for parent in family for child in parent.children(recursive=True)]
    server.send_signal(signal.SIGTERM)
    try:
        server.wait(10)
    except subprocess.TimeoutExpired:
        server.kill()
        server.wait()
    left = psutil.wait_procs(family, timeout=5)[1]
    for process in left:
        with suppress(psutil.NoSuchProcess):
            process.kill()
    psutil.wait_procs(left, timeout=5)


@contextmanager
def open_browser(home, *flags):
    """Start a browser that keeps what it writes in `home`; its pages share one cache."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=CHROMIUM, args=[*FLAGS, *flags], env={**os.environ, "HOME": str(home)}
        )
        context = browser.new_context(viewport={"width": 1400, "height": 1000})
        context.set_default_timeout(1000 * SECONDS)
        yield context
        browser.close()


class NotebookPage:
    """A notebook, open in JupyterLab: its cells by their names.

    Parameters
    ----------
    page : playwright page
    url : str
    path : pathlib.Path
        The notebook's file, for the order of its cells.
    """

    def __init__(self, page, url, path):
        self.page = page
        cells = nbformat.read(path, as_version=4).cells
        self.names = [cell.id for cell in cells]
        text = [cell.source for cell in cells if cell.cell_type == "markdown"]
        self.formulas = sum(source.count("$$") // 2 for source in text)  # those on their own lines
        page.goto(url)
        self.cells = page.locator(".jp-Notebook .jp-Notebook-cell")
        expect(self.cells).to_have_count(len(self.names))
        # What is run before the kernel is there is dropped without a word.
        expect(page.locator("#jp-main-statusbar")).to_contain_text("(ipykernel) | Idle")

    def cell(self, name):
        return self.cells.nth(self.names.index(name))

    def output(self, name):
        return self.cell(name).locator(".jp-OutputArea")

    def write(self, name, source):
        """Replace the source of a cell, as one who pastes."""
        self.cell(name).locator(".cm-content").click()
        self.page.keyboard.press("ControlOrMeta+a")
        self.page.keyboard.insert_text(source)

    def run(self, name):
        """Run a cell and wait until it is done."""
        folded = self.cell(name).locator(".jp-InputPlaceholder")
        if folded.count():
            folded.click()
        prompt = self.cell(name).locator(".jp-InputArea .jp-InputPrompt")
        before = prompt.inner_text()
        self.cell(name).locator(".cm-content").click()
        self.page.keyboard.press("Control+Enter")
        expect(prompt).to_have_text(re.compile(rf"^(?!{re.escape(before)})\[\d+\]:"))

    def validate(self):
        """Press nbgrader's Validate; returns its verdict and closes the dialog."""
        self.page.locator(".jp-NotebookPanel-toolbar").get_by_text("Validate", exact=True).click()
        dialog = self.page.locator(".jp-Dialog", has_text="Validation Results")
        verdict = dialog.locator(".jp-Dialog-body").inner_text()
        dialog.get_by_role("button", name="Ok").click()
        expect(dialog).to_have_count(0)
        return verdict

    def flaws(self):
        """Formulas and pictures in the text that could not be drawn, as a list of str."""
        text = self.page.locator(".jp-Notebook .jp-RenderedMarkdown")
        expect(text.locator("mjx-container[display=true]")).to_have_count(self.formulas)
        expect(text.locator("img[src='']")).to_have_count(0)  # which is so while it is looked up
        return [flaw for flaw in text.evaluate_all(FLAWS) if flaw]

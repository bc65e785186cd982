"use strict";
// Ask the notebook's own layers: a hidden text field of ipywidgets takes the digit to the kernel,
// and a hidden text of ipywidgets brings every layer's output back.

function ask(name) {
  const page = window.frameElement.ownerDocument;
  let number = 0;
  return image => new Promise(resolve => {
    const field = page.querySelector(`.${name}-digit input`), answer = page.querySelector(`.${name}-outputs`);
    if (!field || !answer) return resolve(null);
    const id = String(++number);
    const look = () => {
      const found = answer.querySelector("[data-number]");
      if (!found || found.dataset.number !== id) return;
      watcher.disconnect();
      resolve(JSON.parse(found.dataset.outputs).map(output => Numbers.decode(output)));
    };
    const watcher = new MutationObserver(look);
    watcher.observe(answer, {childList: true, subtree: true, attributes: true});
    const bytes = new Uint8Array(Float32Array.from(image.values).buffer);
    field.value = `${id} ${btoa(String.fromCharCode(...bytes))}`;
    field.dispatchEvent(new Event("input", {bubbles: true}));
  });
}

/** The sentences of the page, rendered by the server in its language into `<template id="words">`. */
const words = new Map(
  [...document.getElementById("words").content.querySelectorAll("[data-id]")].map((line) => [line.dataset.id, line.textContent]),
);

/** The sentence `id` with its `%name%` places filled. */
export function word(id, values = {}) {
  const sentence = words.get(id) ?? id;
  return sentence.replace(/%(\w+)%/g, (place, name) => values[name] ?? place);
}

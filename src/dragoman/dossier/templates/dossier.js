"use strict";
(() => {
  const data = JSON.parse(document.getElementById("data").textContent);
  const panel = document.getElementById("panel");
  const body = document.getElementById("panel-text");
  const choices = document.getElementById("panel-choices");
  let last = null;

  // Offsets count code points; JavaScript strings count UTF-16 units.
  const units = (text, points) => {
    let at = 0;
    for (let seen = 0; seen < points && at < text.length; seen += 1) {
      at += text.codePointAt(at) > 0xffff ? 2 : 1;
    }
    return at;
  };

  const show = (number) => {
    const [place, start, end] = data.notes[number];
    const source = data.documents[place];
    const from = units(source.text, start);
    const to = from + units(source.text.slice(from), end - start);
    const mark = document.createElement("mark");
    mark.textContent = source.text.slice(from, to);
    body.replaceChildren(source.text.slice(0, from), mark, source.text.slice(to));
    body.lang = source.lang || "";
    document.getElementById("panel-source").textContent =
      [source.source, source.published].filter(Boolean).join(", ");
    document.getElementById("panel-title").textContent = source.title;
    document.getElementById("panel-digest").textContent = source.digest;
    for (const button of choices.children) {
      button.setAttribute("aria-pressed", String(button.dataset.note === number));
    }
    mark.scrollIntoView({ block: "center" });
  };

  const open = (sentence) => {
    const numbers = sentence.dataset.notes.split(" ").filter(Boolean);
    if (!numbers.length) return;
    last?.classList.remove("open");
    last = sentence;
    sentence.classList.add("open");
    choices.replaceChildren(...numbers.map((number) => {
      const button = document.createElement("button");
      button.type = "button";
      button.dataset.note = number;
      button.textContent = number;
      button.setAttribute("aria-label", `Passage ${number}`);
      button.addEventListener("click", () => show(number));
      return button;
    }));
    choices.hidden = numbers.length < 2;
    panel.hidden = false;
    document.body.classList.add("with-panel");
    show(numbers[0]);
    // On a phone the panel covers the lower half, perhaps with the sentence.
    const top = sentence.getBoundingClientRect().top;
    if (panel.getBoundingClientRect().width >= window.innerWidth && top > window.innerHeight * 0.25) {
      window.scrollBy({ top: top - 16 });
    }
  };

  const close = () => {
    panel.hidden = true;
    document.body.classList.remove("with-panel");
    last?.classList.remove("open");
    last?.querySelector(".text").focus();
    last = null;
  };

  for (const sentence of document.querySelectorAll(".sentence")) {
    const text = sentence.querySelector(".text");
    text.tabIndex = 0;
    text.setAttribute("role", "button");
    text.addEventListener("click", () => {
      if (!String(window.getSelection())) open(sentence);
    });
    text.addEventListener("keydown", (event) => {
      if (event.key === "Enter" || event.key === " ") {
        event.preventDefault();
        open(sentence);
      }
    });
    for (const mark of sentence.querySelectorAll(".note-mark")) {
      mark.addEventListener("click", (event) => {
        event.preventDefault();
        open(sentence);
        show(mark.textContent);
      });
    }
  }
  document.getElementById("panel-close").addEventListener("click", close);
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && !panel.hidden) close();
  });
  // On paper nothing can be unfolded.
  window.addEventListener("beforeprint", () => {
    for (const part of document.querySelectorAll("details")) part.open = true;
  });
  for (const hint of document.querySelectorAll(".hint")) hint.hidden = false;
})();

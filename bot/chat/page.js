// Runs once, when the source viewer is there; `element`, `trigger`, `watch` and `props` are Gradio's.
const calm = window.matchMedia("(prefers-reduced-motion: reduce)").matches;
const behavior = calm ? "auto" : "smooth";
let cameFrom = null;

function light(card) {
  document.querySelectorAll(".citation.lit").forEach((other) => other.classList.remove("lit"));
  card?.classList.add("lit");
}

function jumpToCard(link) {
  const card = document.getElementById(link.getAttribute("href").slice(1));
  if (!card) return;
  light(card);
  card.scrollIntoView({ block: "nearest", behavior });
  card.focus({ preventScroll: true });
}

function showPlace(button) {
  cameFrom = button;
  light(button.closest(".citation"));
  trigger("show", {
    turn: Number(button.closest("[data-turn]").dataset.turn),
    position: Number(button.closest("[data-position]").dataset.position),
  });
}

function closeSource() {
  props.value = "";
  light(null);
  cameFrom?.focus();
}

function copyByHand(text) {
  // Where the page is not served from this machine, the browser has no clipboard to offer.
  const area = document.createElement("textarea");
  area.value = text;
  document.body.append(area);
  area.select();
  document.execCommand("copy");
  area.remove();
}

async function copyMarkdown(button) {
  const text = button.dataset.markdown;
  if (navigator.clipboard) await navigator.clipboard.writeText(text);
  else copyByHand(text);
  const label = button.textContent;
  button.textContent = "Copied";
  setTimeout(() => { button.textContent = label; }, 1500);
}

const actions = [
  ["a.number", jumpToCard],
  ["button.place", showPlace],
  ["button.copy", copyMarkdown],
  [".source-view button.close", closeSource],
];

document.addEventListener("click", (event) => {
  for (const [selector, act] of actions) {
    const found = event.target.closest(selector);
    if (!found) continue;
    event.preventDefault();
    act(found);
    return;
  }
});

document.addEventListener("keydown", (event) => {
  if (event.key === "Escape" && element.querySelector(".source-view")) closeSource();
});

watch("value", () => {
  const text = element.querySelector(".source-text");
  if (!text) return;
  text.focus({ preventScroll: true });
  const mark = text.querySelector("mark.shown");
  text.scrollTop += mark.getBoundingClientRect().top - text.getBoundingClientRect().top - text.clientHeight / 3;
});

// A new question goes to the top of the chat, so that its answer is read from its beginning.
let rows = 0;
new MutationObserver(() => {
  const now = document.querySelectorAll("#chat .message-row").length;
  if (now === rows) return;
  rows = now;
  [...document.querySelectorAll("#chat .user-row")].at(-1)?.scrollIntoView({ block: "start", behavior });
}).observe(document.body, { childList: true, subtree: true });

// Runs once, when the source viewer is there; `element`, `trigger`, `watch` and `props` are Gradio's.
const calm = window.matchMedia("(prefers-reduced-motion: reduce)").matches;
const behavior = calm ? "auto" : "smooth";
const name = "onrecord";
let cameFrom = null; // the button of the place that is shown

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

// Places: each button names its document and its offsets; those beside it are the other quotes.
function beside(button) {
  return [...(button?.closest("[data-cited]")?.querySelectorAll("button.place") ?? [])];
}

function showPlace(button) {
  cameFrom = button;
  light(button.closest(".citation"));
  const { document: id, start, end, digest } = button.dataset;
  const others = beside(button)
    .filter((other) => other.dataset.document === id)
    .map((other) => [Number(other.dataset.start), Number(other.dataset.end)]);
  trigger("show", { place: { document: id, start: Number(start), end: Number(end), digest, others } });
}

function step(button) {
  const places = beside(cameFrom);
  const next = places[places.indexOf(cameFrom) + Number(button.dataset.by)];
  if (next) showPlace(next);
}

function closeSource() {
  props.value = "";
  light(null);
  cameFrom?.focus();
}

// Copies and files come from what the buttons carry.
function copyByHand(text) {
  // Where the page is not served from this machine, the browser has no clipboard to offer.
  const area = document.createElement("textarea");
  area.value = text;
  document.body.append(area);
  area.select();
  document.execCommand("copy");
  area.remove();
}

function tell(button, words, seconds = 1.5) {
  const label = button.textContent;
  button.textContent = words;
  setTimeout(() => { button.textContent = label; }, 1000 * seconds);
}

async function copy(button) {
  const text = button.dataset.content;
  if (navigator.clipboard) await navigator.clipboard.writeText(text);
  else copyByHand(text);
  tell(button, "Copied");
}

function saveFile(file, type, text) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([text], { type }));
  link.download = file;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 1000);
}

function save(button) {
  const { file, type, content } = button.dataset;
  saveFile(file, type, content);
}

function exportConversation() {
  const turns = [...document.querySelectorAll(".turn")].map((turn) => {
    const markdown = [...turn.querySelectorAll(".copy")].find((button) => button.textContent.includes("Markdown"));
    return `## ${turn.dataset.question}\n\n${markdown.dataset.content}\n`;
  });
  if (turns.length) saveFile("conversation.md", "text/markdown", turns.join("\n"));
}

function rate(button) {
  const turn = button.closest(".turn");
  turn.querySelectorAll(".rate").forEach((one) => one.setAttribute("aria-pressed", String(one === button)));
  const comment = turn.querySelector(".comment");
  comment.hidden = false;
  comment.querySelector("input").focus();
  trigger("rate", { turn: Number(turn.dataset.turn), good: button.dataset.good === "true", comment: "" });
}

function sendComment(button) {
  const turn = button.closest(".turn");
  const good = turn.querySelector('.rate[aria-pressed="true"]').dataset.good === "true";
  trigger("rate", { turn: Number(turn.dataset.turn), good, comment: turn.querySelector(".comment input").value });
  turn.querySelector(".comment").textContent = "Thank you.";
}

// What cannot be undone is asked twice.
function remove(button) {
  if (button.dataset.sure) trigger("remove", { document: button.dataset.document });
  else {
    button.dataset.sure = "yes";
    tell(button, "Really?", 3);
    setTimeout(() => { delete button.dataset.sure; }, 3000);
  }
}

const actions = [
  ["a.number", jumpToCard],
  ["button.place", showPlace],
  ["button.step", step],
  ["button.copy", copy],
  ["button.save", save],
  ["button.export", exportConversation],
  ["button.rate", rate],
  ["button.remove", remove],
  [".comment .send", sendComment],
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
  const card = event.target.closest(".citation");
  if (card && !event.target.closest("a, button") && !String(getSelection())) {
    const place = card.querySelector("button.place");
    if (place) showPlace(place);
  }
});

document.addEventListener("keydown", (event) => {
  if (event.key === "Escape" && element.querySelector(".source-view")) closeSource();
});

watch("value", () => {
  const text = element.querySelector(".source-text");
  if (!text) return;
  const places = beside(cameFrom);
  const at = places.indexOf(cameFrom);
  element.querySelector(".count").textContent = at < 0 ? "" : `${at + 1} of ${places.length}`;
  element.querySelectorAll(".step").forEach((one) => { one.disabled = !places[at + Number(one.dataset.by)] || at < 0; });
  text.focus({ preventScroll: true });
  const mark = text.querySelector("mark.shown");
  text.scrollTop += mark.getBoundingClientRect().top - text.getBoundingClientRect().top - text.clientHeight / 3;
});

// The window is called after what is looked at.
function titled() {
  const tab = document.querySelector('#tabs [role="tab"][aria-selected="true"]')?.textContent.trim() ?? "Ask";
  const asked = [...document.querySelectorAll("#chat .user-row")].at(-1)?.textContent.trim();
  const title = tab !== "Ask" ? `${tab} · ${name}` : asked ? `${asked} · ${name}` : name;
  if (document.title !== title) document.title = title;
}

// Gradio calls the examples a list, but gives it no items.
function described() {
  document.querySelectorAll('#chat .examples[role="list"]').forEach((examples) => {
    examples.setAttribute("role", "group");
    examples.setAttribute("aria-label", "Examples");
  });
}

// A new question goes to the top of the chat, so that its answer is read from its beginning.
let rows = 0;
new MutationObserver(() => {
  titled();
  described();
  const now = document.querySelectorAll("#chat .message-row").length;
  if (now === rows) return;
  rows = now;
  [...document.querySelectorAll("#chat .user-row")].at(-1)?.scrollIntoView({ block: "start", behavior });
}).observe(document.body, { childList: true, subtree: true, attributes: true, attributeFilter: ["aria-selected"] });

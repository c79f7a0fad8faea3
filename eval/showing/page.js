// Shows the failures that hold the words typed and belong to the slice chosen.
for (const section of document.querySelectorAll("section.failures")) {
  const [words, slice, count] = ["input", "select", "output"].map((name) => section.querySelector(name));
  const cards = [...section.querySelectorAll("article")];
  let texts; // read when they are first looked through: there may be thousands
  const show = () => {
    texts ??= cards.map((card) => card.textContent.toLowerCase());
    const wanted = words.value.toLowerCase().split(/\s+/).filter(Boolean);
    let shown = 0;
    cards.forEach((card, at) => {
      const fits = (!slice.value || JSON.parse(card.dataset.slices).includes(slice.value));
      card.hidden = !(fits && wanted.every((word) => texts[at].includes(word)));
      shown += !card.hidden;
    });
    count.value = `${shown} of ${cards.length} shown`;
  };
  words.addEventListener("input", show);
  slice.addEventListener("change", show);
  count.value = `${cards.length} shown`;
}

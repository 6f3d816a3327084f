// The page of the search: what is asked stands in the address, so that a search can be kept, shared and linked to.
import { Facets, FACETS } from "./search-facets.js";
import { Index } from "./search-index.js";
import { Panel } from "./search-panel.js";
import { element, result } from "./search-view.js";

const text = (key, values) => window.pejlText(key, values);
const at = (id) => document.getElementById(id);
const PAGE = 20, PAUSE = 250; // results at a time; milliseconds after a letter before it is looked for
const NOTHING = new Set();
let index, facets, panel, turn = 0, waiting, found = null, shown = 0;
let state = fromAddress();

function fromAddress() {
  const asked = new URLSearchParams(location.search);
  const chosen = Object.fromEntries(FACETS.map(({ name }) => [name, asked.getAll(name)]));
  return { question: asked.get("q") || "", latest: asked.get("orden") === "nyeste", chosen };
}

function address() {
  const asked = new URLSearchParams();
  if (state.question) { asked.set("q", state.question); }
  for (const [name, values] of Object.entries(state.chosen)) { values.forEach((value) => asked.append(name, value)); }
  if (state.latest) { asked.set("orden", "nyeste"); }
  return `${asked}` ? `?${asked}` : location.pathname;
}

function change(changed, { typing = false } = {}) {
  state = { ...state, ...changed };
  history[typing ? "replaceState" : "pushState"](null, "", address());
  return run();
}

function toggle(facet, value, on) {
  const values = state.chosen[facet.name].filter((one) => one !== value);
  return change({ chosen: { ...state.chosen, [facet.name]: on ? [...values, value] : values } });
}

function nameOf(facet, number) {
  const value = facets.value(facet, number);
  if (facet.key === "kind") { return text(value); }
  if (facet.key === "text_kind") { return text(`documents_kind_${value}`); }
  if (facet.key !== "theme") { return value; }
  return index.columns.values.theme_names[number][document.documentElement.dataset.language === "en" ? 1 : 0];
}

async function run() {
  const mine = ++turn;
  const asked = await index.find(state.question);
  if (mine !== turn) { return; } // something newer is being looked for
  const every = asked ? asked.records : Array.from({ length: index.start.records }, (_, record) => record);
  const { left, counts } = facets.narrow(every, state.chosen);
  const narrowed = Object.values(state.chosen).some((values) => values.length);
  const open = Boolean(asked || narrowed);
  const { date, document: documents } = index.columns;
  const latest = (a, b) => date[documents[b]] - date[documents[a]] || a - b;
  left.sort(asked && !state.latest ? (a, b) => asked.scores[b] - asked.scores[a] || latest(a, b) : latest);
  found = { asked, counts, open, records: open ? left : [], marks: asked ? asked.marks : NOTHING };
  await render(mine);
}

async function render(mine = ++turn) {
  if (document.activeElement !== at("q")) { at("q").value = state.question; }
  at("orden").value = state.latest ? "nyeste" : "";
  panel.show(found.counts, state.chosen);
  showChosen();
  const next = await results(0, PAGE);
  if (mine !== turn) { return; }
  at("fund").replaceChildren(...next);
  shown = next.length;
  at("tomt").hidden = found.open && found.records.length > 0;
  at("tomt-tekst").textContent = found.open ? text("search_nothing") : "";
  at("antal").textContent = found.open ? told() : "";
  showMore();
}

function told() {
  const { asked, records } = found;
  const unknown = (asked?.unknown || []).map((word) => text("search_unknown", { word: `»${word}«` }));
  return [text(asked?.some ? "search_found_some" : "search_found", { n: records.length }), ...unknown].join(asked?.some ? " " : ". ");
}

function results(from, to) {
  return Promise.all(found.records.slice(from, to).map(async (record) => {
    const { values, kind, text_kind: textKind, document: documents } = index.columns;
    const name = (of) => values[of][index.columns[of][record] - 1];
    const names = { speaker: name("speaker"), role: name("role"), organisation: name("organisation") };
    const kinds = { kind: values.kind[kind[record]], textKind: values.text_kind[textKind[documents[record]]] };
    return result({ ...kinds, ...names, shown: await index.shown(record), marks: found.marks });
  }));
}

function showMore() {
  at("flere").hidden = shown >= found.records.length;
  at("flere").textContent = text("search_more");
}

function showChosen() {
  const tags = FACETS.flatMap((facet) => state.chosen[facet.name].map((value) => {
    const number = [...facets.numbers(facet, [value])][0];
    const name = number === undefined ? value : nameOf(facet, number);
    const button = element("button", { type: "button", class: "tag", "aria-label": text("search_remove", { name }) }, `${name} ×`);
    button.addEventListener("click", () => { toggle(facet, value, false); at("antal").focus(); });
    return element("li", {}, button);
  }));
  at("valgt").replaceChildren(...tags);
}

function listen() {
  at("sog").addEventListener("submit", (event) => {
    event.preventDefault();
    clearTimeout(waiting);
    change({ question: at("q").value.trim() }).then(() => at("antal").scrollIntoView({ block: "nearest" }));
  });
  at("q").addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(() => change({ question: at("q").value.trim() }, { typing: true }), PAUSE);
  });
  at("orden").addEventListener("change", () => change({ latest: at("orden").value === "nyeste" }));
  at("flere").addEventListener("click", async () => {
    const more = await results(shown, shown + PAGE);
    at("fund").append(...more);
    shown += more.length;
    showMore();
    more[0].querySelector("a").focus();
  });
  window.addEventListener("popstate", () => { state = fromAddress(); at("q").blur(); run(); });
  document.addEventListener("pejl:language", () => found && render());
}

async function begin() {
  at("sogning").hidden = false;
  at("antal").tabIndex = -1;
  at("afgraens").open = window.matchMedia("(min-width: 56rem)").matches;
  at("q").value = state.question;
  at("antal").textContent = text("search_loading");
  try {
    index = await Index.open("soegning/");
    facets = new Facets(index.columns);
    panel = new Panel(at("facetter"), { names: nameOf, values: (facet, number) => facets.value(facet, number), toggle });
    listen();
    await run();
  } catch (error) {
    at("sogning").hidden = true;
    at("besked").hidden = false;
    at("besked").textContent = text("search_failed", { reason: error.message });
  }
}

begin();

// What a result looks like. Everything that comes from documents is set as text, never as markup.
import { WORD } from "./search-index.js";

const text = (key, values) => window.pejlText(key, values);
const LONG = 320, BEFORE = 90; // characters shown of a text; before the first word that was asked for
const TABLES = { quote: "quotes_kind_", recommendation: "recommendations_strength_", kpi: "kpis_kind_", initiative: "initiatives_kind_" };

export function element(name, attributes = {}, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) { if (value !== undefined) { made.setAttribute(key, value); } }
  made.append(...children);
  return made;
}

// `words` as pieces of text, those of `marks` in a <mark>.
export function marked(words, marks) {
  const pieces = [];
  let at = 0;
  for (const found of words.matchAll(WORD)) {
    if (!marks.has(found[0].toLowerCase())) { continue; }
    pieces.push(words.slice(at, found.index), element("mark", { class: "found" }, found[0]));
    at = found.index + found[0].length;
  }
  return [...pieces, words.slice(at)];
}

// As much of a long text as is shown, from shortly before the first of `marks`.
export function cut(words, marks) {
  if (words.length <= LONG) { return words; }
  const first = [...words.matchAll(WORD)].find((found) => marks.has(found[0].toLowerCase()))?.index ?? 0;
  const from = first > LONG - BEFORE ? words.indexOf(" ", first - BEFORE) + 1 : 0;
  const end = words.lastIndexOf(" ", from + LONG);
  return (from ? "… " : "") + words.slice(from, end > from ? end : from + LONG) + (from + LONG < words.length ? " …" : "");
}

export function result({ kind, textKind, speaker, role, organisation, shown, marks }) {
  const ofDocument = kind === "document";
  const address = `dokumenter/${shown.documentId}.html${ofDocument ? "" : `#${shown.row_id}`}`;
  const manner = ofDocument ? text(`documents_kind_${textKind}`) : shown.manner && text(TABLES[kind] + shown.manner);
  const head = element("p", {}, element("span", { class: `badge ${kind}` }, text(kind) + (manner ? ` · ${manner}` : "")));
  const who = speaker || (kind === "kpi" || kind === "initiative" ? organisation : "");
  if (who) { head.append(" ", element("span", { class: "who" }, ...marked(who, marks))); }
  if (role) { head.append(", ", ...marked(role, marks)); }
  if (kind === "recommendation" && shown.other) { head.append(" ", text("to_whom", { name: shown.other })); }
  const title = shown.title || text("untitled");
  const words = ofDocument ? title : shown.text;
  const link = element("a", { href: address }, ...(words ? marked(cut(words, marks), marks) : [text("card_permalink")]));
  const body = element("p", { lang: "da" }, link);
  if (ofDocument && shown.text) { body.append(element("br"), ...marked(cut(shown.text, marks), marks)); }
  if (!words) { body.append(" ", element("span", { class: "soft" }, text("card_withheld"))); }
  const source = element("p", { class: "small soft" }, [ofDocument ? "" : title, shown.publisher].filter(Boolean).join(", "));
  if (shown.published) { source.append(source.textContent ? ", " : "", day(shown.published, shown.precision)); }
  return element("li", {}, head, body, source);
}

function day(date, precision) {
  const [year, month, number] = date.split("-").map(Number);
  const english = document.documentElement.dataset.language === "en";
  if (precision === "year") { return String(year); }
  if (precision === "quarter") { return english ? `Q${Math.ceil(month / 3)} ${year}` : `${Math.ceil(month / 3)}. kvartal ${year}`; }
  const style = precision === "month" ? { month: "long", year: "numeric" } : { day: "numeric", month: "long", year: "numeric" };
  return element("time", { datetime: date }, new Date(year, month - 1, number).toLocaleDateString(english ? "en-GB" : "da-DK", style));
}

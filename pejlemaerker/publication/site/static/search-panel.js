// The facets beside the results: boxes to tick, and for long lists a field that narrows the list. All native controls, for the keyboard.
import { FACETS } from "./search-facets.js";
import { element } from "./search-view.js";

const text = (key, values) => window.pejlText(key, values);
const SHOWN = 8;

export class Panel {
  // `names(facet, number)`: what a value is called. `values(facet, number)`: as it stands in the address. `toggle(facet, value, on)`.
  constructor(place, { names, values, toggle }) {
    Object.assign(this, { place, names, values, toggle, narrowed: new Map(), groups: new Map() });
    for (const facet of FACETS) { this.groups.set(facet.name, this.group(facet)); }
  }

  group(facet) {
    const legend = element("legend"), list = element("ul"), rest = element("p", { class: "small soft" });
    const label = element("label", { class: "unseen", for: `find-${facet.name}` });
    const field = element("input", { type: "search", id: `find-${facet.name}`, autocomplete: "off" });
    field.addEventListener("input", () => { this.narrowed.set(facet.name, field.value.trim().toLowerCase()); this.list(facet); });
    const made = element("fieldset", {}, legend, label, field, list, rest);
    this.place.append(made);
    return { made, legend, label, field, list, rest, counts: new Map(), chosen: [] };
  }

  // Show `counts`, by facet a Map of counts by number, with the values `chosen` ticked.
  show(counts, chosen) {
    const focused = document.activeElement?.id;
    for (const facet of FACETS) {
      const group = this.groups.get(facet.name);
      group.counts = counts.get(facet.name);
      group.chosen = chosen[facet.name] || [];
      const title = text(`search_facet_${facet.key}`);
      group.legend.textContent = title;
      group.label.textContent = text("search_filter", { name: title });
      group.field.placeholder = group.label.textContent;
      this.list(facet);
    }
    if (focused && document.activeElement?.id !== focused) { document.getElementById(focused)?.focus({ preventScroll: true }); }
  }

  list(facet) {
    const { made, field, list, rest, counts, chosen } = this.groups.get(facet.name);
    const all = [...counts].map(([number, n]) => ({ number, n, name: this.names(facet, number), on: chosen.includes(this.values(facet, number)) }));
    const wanted = this.narrowed.get(facet.name) || "";
    const fitting = wanted ? all.filter(({ name, on }) => on || name.toLowerCase().includes(wanted)) : all;
    fitting.sort((a, b) => b.on - a.on || (facet.key === "year" ? b.number - a.number : b.n - a.n || a.name.localeCompare(b.name, "da")));
    const shown = fitting.slice(0, Math.max(SHOWN, chosen.length));
    made.hidden = !all.length;
    field.hidden = all.length <= SHOWN;
    list.replaceChildren(...shown.map((value) => this.box(facet, value)));
    const more = fitting.length - shown.length;
    rest.textContent = !fitting.length && all.length ? text("search_filter_none") : more > 0 ? text("search_others", { n: more }) : "";
  }

  box(facet, { number, n, name, on }) {
    const box = element("input", { type: "checkbox", id: `${facet.name}-${number}` });
    box.checked = on;
    box.addEventListener("change", () => this.toggle(facet, this.values(facet, number), box.checked));
    const count = element("span", { class: "soft" }, n.toLocaleString(document.documentElement.dataset.language === "en" ? "en-GB" : "da-DK"));
    return element("li", {}, element("label", {}, box, " ", element("span", { class: "name" }, name), " ", count));
  }
}

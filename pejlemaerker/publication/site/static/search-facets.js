// Narrowing down and counting. Each facet is counted among what the other facets leave, so that one more of its values can be chosen.

// By name in the address what a facet is called, and how a record's value is told: a number, or for themes a set of bits.
export const FACETS = [
  { name: "slags", key: "kind", values: "kind" },
  { name: "taler", key: "speaker", values: "speaker", named: true },
  { name: "rolle", key: "role", values: "role", named: true },
  { name: "organisation", key: "organisation", values: "organisation", named: true },
  { name: "teksttype", key: "text_kind", values: "text_kind", ofDocument: true },
  { name: "aar", key: "year", ofDocument: true },
  { name: "tema", key: "theme", values: "theme", ofDocument: true },
];

export class Facets {
  constructor(columns) {
    this.columns = columns;
    this.years = Array.from(columns.date, (day) => Math.floor(day / 10000));
  }

  // The value of a facet, as it stands in the address, by the number that records have. Names count from 1.
  value(facet, number) {
    if (!facet.values) { return String(number); }
    return this.columns.values[facet.values][facet.named ? number - 1 : number];
  }

  numbers(facet, values) {
    if (!facet.values) { return new Set(values.map(Number)); }
    const all = this.columns.values[facet.values];
    return new Set(values.map((value) => all.indexOf(value) + (facet.named ? 1 : 0)).filter((number) => number >= (facet.named ? 1 : 0)));
  }

  // Of `records` those that all facets leave, and for each facet a Map of counts by number. `chosen`: by facet's name a list of values.
  narrow(records, chosen) {
    const { document: documents, themes } = this.columns;
    const rules = FACETS.map((facet) => {
      const wanted = chosen[facet.name]?.length ? this.numbers(facet, chosen[facet.name]) : null;
      const bits = wanted && facet.key === "theme" ? [...wanted].reduce((sum, bit) => sum | (1 << bit), 0) : 0;
      return { column: facet.key === "year" ? this.years : this.columns[facet.key], facet, wanted, bits, counts: new Map() };
    });
    const left = [];
    for (const record of records) {
      const document = documents[record];
      let failed = -1, failures = 0;
      for (let n = 0; n < rules.length && failures < 2; n += 1) {
        const { column, facet, wanted, bits } = rules[n];
        if (!wanted) { continue; }
        const holds = facet.key === "theme" ? themes[document] & bits : wanted.has(column[facet.ofDocument ? document : record]);
        if (!holds) { failed = n; failures += 1; }
      }
      if (failures === 0) { left.push(record); }
      if (failures < 2) {
        for (let n = 0; n < rules.length; n += 1) { if (failures === 0 || n === failed) { count(rules[n], record, document, themes); } }
      }
    }
    return { left, counts: new Map(rules.map(({ facet, counts }) => [facet.name, counts])) };
  }
}

function count({ column, facet, counts }, record, document, themes) {
  if (facet.key === "theme") {
    for (let bits = themes[document]; bits; bits &= bits - 1) { const bit = 31 - Math.clz32(bits & -bits); counts.set(bit, (counts.get(bit) || 0) + 1); }
    return;
  }
  const number = column[facet.ofDocument ? document : record];
  if (number || facet.key === "kind" || facet.key === "text_kind") { counts.set(number, (counts.get(number) || 0) + 1); }
}

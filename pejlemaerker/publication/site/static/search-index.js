// Looking words up: from a word to its stem, from the stem to the records it stands in, from these to the best. Nothing is shown here.
import { part, read } from "./search-packing.js";

export const WORD = /[\p{L}\p{N}]+/gu;
const MOST_WORDS = 32, MOST_TERMS = 60; // of what is asked; that a beginning of a word may stand for
const MANY = 3; // letters from which on a beginning is looked for

export class Index {
  constructor(folder, start, columns) {
    this.folder = folder;
    this.start = start;
    this.columns = columns; // numbers by record or document, and `values`: what they stand for
    this.common = new Set(start.common);
    this.files = new Map();
  }

  static async open(folder) {
    const answer = await fetch(`${folder}index.json`, { cache: "no-cache" });
    if (!answer.ok) { throw new Error(`${answer.status} ${folder}index.json`); }
    const start = await answer.json();
    return new Index(folder, start, await read(`${folder}columns.bin?v=${start.version}`));
  }

  file(name) {
    if (!this.files.has(name)) {
      const found = read(`${this.folder}${name}.bin?v=${this.start.version}`);
      found.catch(() => this.files.delete(name));
      this.files.set(name, found);
    }
    return this.files.get(name);
  }

  // Records with the words of `question`: {scores, records, some, unknown, marks}. `scores` by record; `some` where no record has all the
  // words and those with any are given instead; `unknown` words that no text has; `marks` the words to mark. null where nothing is asked.
  async find(question) {
    const asked = [...new Set(question.normalize("NFC").toLowerCase().match(WORD) || [])].slice(0, MOST_WORDS);
    const telling = asked.filter((word) => !this.common.has(word));
    if (!telling.length) { return null; }
    const terms = await Promise.all(telling.map((word) => this.terms(word)));
    const groups = (await Promise.all(terms.map((of) => Promise.all(of.map((term) => this.postings(term))))));
    const marks = new Set(groups.flat().flatMap((postings) => postings.words));
    return { ...this.meet(groups), marks, unknown: telling.filter((word, n) => !terms[n].length) };
  }

  // The scores of records: BM25 over all the words; how many of the words each has.
  meet(groups) {
    const n = this.start.records;
    const scores = new Float32Array(n), met = new Uint8Array(n), last = new Uint8Array(n);
    groups.forEach((group, number) => {
      for (const { steps, impacts, from, to } of group) {
        const weight = Math.log(1 + (n - (to - from) + 0.5) / (to - from + 0.5)) / 100;
        for (let at = from, record = 0; at < to; at += 1) {
          record += steps[at];
          scores[record] += weight * impacts[at];
          if (last[record] !== number + 1) { last[record] = number + 1; met[record] += 1; }
        }
      }
    });
    let records = chosen(met, groups.length);
    const some = !records.length && groups.length > 1;
    if (some) { records = chosen(met, 1); }
    return { scores, records, some };
  }

  // The stems that a word stands for: as written or spelt otherwise; else of the words that begin with it; else of the word it grew from.
  async terms(word) {
    const spellings = [...new Set([word, word.replaceAll("aa", "å"), word.replaceAll("å", "aa"),
      word.replaceAll("aa", "å").replaceAll("ae", "æ").replaceAll("oe", "ø")])];
    for (const spelling of spellings) {
      const found = await this.exactly(spelling);
      if (found) { return [found]; }
    }
    for (const spelling of spellings) {
      const found = spelling.length >= MANY ? await this.beginning(spelling) : [];
      if (found.length) { return found; }
    }
    for (let shorter = word.slice(0, -1); shorter.length >= Math.max(4, word.length - 4); shorter = shorter.slice(0, -1)) {
      const found = await this.exactly(shorter);
      if (found) { return [found]; }
    }
    return [];
  }

  async exactly(word) {
    const lies = part(this.start.words, word);
    if (lies < 0) { return 0; }
    const { words, terms } = await this.file(`words/${lies}`);
    const at = part(words, word);
    return at >= 0 && words[at] === word ? terms[at] : 0;
  }

  async beginning(letters) {
    const found = new Set();
    for (let lies = Math.max(0, part(this.start.words, letters)); lies < this.start.words.length; lies += 1) {
      const { words, terms } = await this.file(`words/${lies}`);
      for (let at = Math.max(0, part(words, letters)); at < words.length && found.size < MOST_TERMS; at += 1) {
        if (words[at].startsWith(letters)) { found.add(terms[at]); } else if (words[at] > letters) { return [...found]; }
      }
      if (found.size >= MOST_TERMS) { break; }
    }
    return [...found];
  }

  async postings(term) {
    const file = await this.file(`terms/${part(this.start.terms, term)}`);
    if (!file.starts) {
      let at = 0;
      file.starts = Array.from(file.n, (n) => { const start = at; at += n; return start; });
    }
    const from = file.starts[term - file.first];
    return { steps: file.steps, impacts: file.impacts, from, to: from + file.n[term - file.first], words: file.words[term - file.first] };
  }

  // What a record shows: its own fields, and those of its document.
  async shown(record) {
    const size = this.start.records_a_file;
    const { records, documents } = await this.file(`records/${Math.floor(record / size)}`);
    const [documentId, title, publisher, published, precision] = documents[this.columns.document[record]];
    return { ...records[record % size], documentId, title, publisher, published, precision };
  }
}

function chosen(met, least) {
  const found = [];
  for (let record = 0; record < met.length; record += 1) { if (met[record] >= least) { found.push(record); } }
  return found;
}

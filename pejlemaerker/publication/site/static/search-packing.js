// Reading the files of the index: gzip over a line of JSON and arrays of numbers. See site/search/packing.py, which writes them.
const TYPES = { u8: Uint8Array, u16: Uint16Array, u32: Uint32Array };

// The JSON of the file at `address`, with the arrays of numbers by name beside it.
export async function read(address) {
  const answer = await fetch(address);
  if (!answer.ok) { throw new Error(`${answer.status} ${address}`); }
  const content = await new Response(answer.body.pipeThrough(new DecompressionStream("gzip"))).arrayBuffer();
  const length = new DataView(content).getUint32(0, true);
  const head = JSON.parse(new TextDecoder().decode(new Uint8Array(content, 4, length)));
  let at = 4 + length;
  for (const [name, type, n] of head.arrays) {
    head[name] = new TYPES[type](content, at, n);
    at += Math.ceil(head[name].byteLength / 4) * 4;
  }
  return head;
}

// Where in `firsts`, which rises, the part lies that `wanted` belongs to; -1 before the first.
export function part(firsts, wanted) {
  let low = 0, high = firsts.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (firsts[middle] <= wanted) { low = middle + 1; } else { high = middle; }
  }
  return low - 1;
}

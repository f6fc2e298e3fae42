// Unpacks a raw LZMA stream into `size` bytes, after the decoder in the LZMA specification (which
// is in the public domain). Browsers have no decompressor of that strength built in, and gzip
// would make the page a fifth larger. Literals have 3 context bits and positions none, as the
// bundler packs them.
export default function unpack(packed, size) {
  const MATCH = 0, REP = 12, REP_0 = 24, REP_1 = 36, REP_2 = 48, SHORT = 60, SLOT = 72;
  const SPECIAL = 328, ALIGN = 443, LENGTH = 459, REP_LENGTH = 733, LITERAL = 1007;
  const chances = new Uint16Array(LITERAL + 0x300 * 8).fill(1024);
  const out = new Uint8Array(size);
  let [range, code, at, written, state] = [0xffffffff, 0, 0, 0, 0];
  let [first, second, third, fourth] = [0, 0, 0, 0];

  const next = () => (code = ((code << 8) | packed[at++]) >>> 0);
  const settle = () => {
    if (range < 0x1000000) {
      range = (range << 8) >>> 0;
      next();
    }
  };
  const bit = (index) => {
    const chance = chances[index];
    const bound = (range >>> 11) * chance;
    const one = code >= bound;
    if (one) {
      range -= bound;
      code -= bound;
      chances[index] -= chance >> 5;
    } else {
      range = bound;
      chances[index] += (2048 - chance) >> 5;
    }
    settle();
    return +one;
  };
  const tree = (from, bits) => {
    let node = 1;
    while (node < 1 << bits) node = (node << 1) | bit(from + node);
    return node - (1 << bits);
  };
  const reversed = (from, bits) => {
    let [node, value] = [1, 0];
    for (let place = 0; place < bits; place++) {
      const one = bit(from + node);
      node = (node << 1) | one;
      value |= one << place;
    }
    return value;
  };
  const direct = (bits) => {
    let value = 0;
    while (bits--) {
      range >>>= 1;
      const one = code >= range;
      if (one) code -= range;
      value = (value << 1) | one;
      settle();
    }
    return value;
  };
  const length = (from) => {
    if (!bit(from)) return 2 + tree(from + 2, 3);
    return bit(from + 1) ? 18 + tree(from + 18, 8) : 10 + tree(from + 10, 3);
  };

  while (at < 5) next();
  while (written < size) {
    if (!bit(MATCH + state)) {
      const table = LITERAL + 0x300 * ((written ? out[written - 1] : 0) >> 5);
      let symbol = 1;
      if (state >= 7) {
        let like = out[written - first - 1];
        while (symbol < 0x100) {
          const wanted = (like >> 7) & 1;
          like <<= 1;
          const one = bit(table + ((1 + wanted) << 8) + symbol);
          symbol = (symbol << 1) | one;
          if (wanted !== one) break;
        }
      }
      while (symbol < 0x100) symbol = (symbol << 1) | bit(table + symbol);
      out[written++] = symbol;
      state = state < 4 ? 0 : state < 10 ? state - 3 : state - 6;
      continue;
    }
    let count;
    if (bit(REP + state)) {
      if (bit(REP_0 + state)) {
        let distance = second;
        if (bit(REP_1 + state)) {
          distance = third;
          if (bit(REP_2 + state)) [distance, fourth] = [fourth, third];
          third = second;
        }
        [first, second] = [distance, first];
      } else if (!bit(SHORT + state)) {
        out[written] = out[written - first - 1];
        written++;
        state = state < 7 ? 9 : 11;
        continue;
      }
      count = length(REP_LENGTH);
      state = state < 7 ? 8 : 11;
    } else {
      [second, third, fourth] = [first, second, third];
      count = length(LENGTH);
      state = state < 7 ? 7 : 10;
      first = tree(SLOT + (Math.min(count - 2, 3) << 6), 6);
      if (first >= 4) {
        const [slot, bits] = [first, (first >> 1) - 1];
        first = (2 | (slot & 1)) << bits;
        first += slot < 14 ? reversed(SPECIAL + first - slot, bits) : (direct(bits - 4) << 4) + reversed(ALIGN, 4);
      }
    }
    for (const end = Math.min(written + count, size); written < end; written++) out[written] = out[written - first - 1];
  }
  return out;
}

import { canonicalJson, sha256Hex } from './canonical-json';

describe('canonicalJson', () => {
  it('gives one text for equal content', () => {
    expect(canonicalJson({ b: 1, a: [1e21, 0.1, -0, 'é'] })).toBe('{"a":[1e+21,0.1,0,"é"],"b":1}');
    expect(canonicalJson({ b: 1, a: 2 })).toBe(canonicalJson({ a: 2, b: 1 }));
  });

  it.each([[undefined], [{ value: Number.NaN }], [{ value: Infinity }]])('refuses %p', (value) => {
    expect(() => canonicalJson(value)).toThrow();
  });
});

describe('sha256Hex', () => {
  it('hashes text as UTF-8 (FIPS 180-4, one block message)', () => {
    expect(sha256Hex('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
    expect(sha256Hex('é')).toBe(sha256Hex(new TextEncoder().encode('é')));
  });
});

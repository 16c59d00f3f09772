import { addressOfThisSite } from './address-of-this-site';

describe('where a browser goes after it signed in', () => {
  it.each([
    ['/rounds/1?view=status', '/rounds/1?view=status'],
    ['/', '/'],
    ['/é', '/%C3%A9'],
    ['//elsewhere.example/', '/'],
    ['/\\elsewhere.example/', '/'],
    ['/\t/elsewhere.example/', '/'],
    ['/.//elsewhere.example/', '/'],
    ['https://elsewhere.example/', '/'],
    ['javascript:alert(1)', '/'],
    ['rounds', '/'],
  ])('for %s is %s', (asked, followed) => {
    expect(addressOfThisSite(asked)).toBe(followed);
  });
});

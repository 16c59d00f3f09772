import fc from 'fast-check';
import { addressFault, checkedAddress, isPublicAddress, type NetworkAddress } from './target-address';

describe('addresses', () => {
  it.each([
    '0.0.0.0',
    '10.1.2.3',
    '100.64.0.1',
    '100.100.100.200',
    '127.0.0.1',
    '127.255.255.254',
    '168.63.129.16',
    '169.254.169.254',
    '172.16.0.1',
    '172.31.255.255',
    '192.0.0.192',
    '192.168.1.1',
    '198.19.0.1',
    '224.0.0.1',
    '255.255.255.255',
    '::',
    '::1',
    '::ffff:127.0.0.1',
    '::ffff:8.8.8.8',
    '::127.0.0.1',
    '64:ff9b::7f00:1',
    '2001::1',
    '2001:db8::1',
    '2002:7f00:1::',
    'fc00::1',
    'fd00:ec2::254',
    'fe80::1',
    'fe80::1%eth0',
    'ff02::1',
    'localhost',
    '',
  ])('of the inside, %p, are not public', (address) => {
    expect(isPublicAddress(address)).toBe(false);
  });

  it.each(['8.8.8.8', '172.15.255.255', '172.32.0.1', '192.167.1.1', '2a00:1450:4009::1', '2606:4700::1111'])(
    'of the internet, %p, are public',
    (address) => {
      expect(isPublicAddress(address)).toBe(true);
    },
  );

  it('are never public in a private block, however they are written', () => {
    const octet = fc.nat(255);
    const block = fc.constantFrom([10], [127], [169, 254], [192, 168]);
    fc.assert(
      fc.property(block, octet, octet, octet, (first, ...rest) => {
        const octets = [...first, ...rest].slice(0, 4);
        const number = octets.reduce((sum, each) => sum * 256 + each, 0);
        const written = [
          octets.join('.'),
          String(number),
          `0x${number.toString(16)}`,
          `0${number.toString(8)}`,
        ];
        return written.every((host) => !isPublicAddress(new URL(`https://${host}/`).hostname));
      }),
    );
  });
});

const answers =
  (...addresses: string[]) =>
  (): Promise<readonly NetworkAddress[]> =>
    Promise.resolve(addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 })));
const url = new URL('https://receiver.example/told');

describe('a target', () => {
  it('is the first address of its name', async () => {
    const found = await checkedAddress(url, 'public', answers('8.8.8.8', '8.8.4.4'));
    expect(found).toEqual({ address: '8.8.8.8', family: 4 });
  });

  it('is refused when one of the addresses of its name is inside', async () => {
    expect(await checkedAddress(url, 'public', answers('8.8.8.8', '127.0.0.1'))).toBe('refused-address');
  });

  it('is refused when it is written as an address of the inside, which no name is looked up for', async () => {
    for (const host of ['127.1', '[::1]', '[::ffff:10.0.0.1]', '2852039166']) {
      const written = new URL(`https://${host}/`);
      expect(await checkedAddress(written, 'public', answers('8.8.8.8'))).toBe('refused-address');
    }
  });

  it('is unresolved when its name stands for nothing', async () => {
    expect(await checkedAddress(url, 'public', answers())).toBe('unresolved');
    expect(await checkedAddress(url, 'public', () => Promise.reject(new Error('ENOTFOUND')))).toBe(
      'unresolved',
    );
  });

  it('is an https address without a name, password or fragment', () => {
    const faulty = [
      'receiver',
      'http://a.example/',
      'ftp://a.example/',
      'https://me@a.example/',
      'https://a.example/#x',
    ];
    for (const text of faulty)
      expect([text, addressFault(text, 'public')]).toEqual([text, expect.any(String)]);
    expect(addressFault('https://a.example/told?key=1', 'public')).toBeNull();
    expect(addressFault('http://a.example/', 'any')).toBeNull();
  });
});

/** Someone's browser at the identity provider: follows redirects, keeps cookies, fills in the forms. */
export class BrowserAtProvider {
  readonly #cookies = new Map<string, string>();

  constructor(private readonly issuer: string) {}

  /**
   * Signs in there as a subject.
   *
   * @param address of the provider to begin at
   * @returns the address outside the provider that the browser is led to
   */
  signIn(address: string, subject: string): Promise<string> {
    return this.#follow(address, (page, at) => {
      const prompt = /name="prompt" value="(\w+)"/.exec(page)?.[1] ?? '';
      return { address: at, form: { prompt, login: subject, password: 'any' } };
    });
  }

  /** Turns back instead of signing in. @returns as {@link signIn} */
  turnBack(address: string): Promise<string> {
    return this.#follow(address, (_, at) => ({ address: `${at}/abort` }));
  }

  /** Signs out there. @returns as {@link signIn} */
  signOut(address: string): Promise<string> {
    return this.#follow(address, (page) => {
      const xsrf = /name="xsrf" value="(\w+)"/.exec(page)?.[1] ?? '';
      return { address: `${this.issuer}/session/end/confirm`, form: { xsrf, logout: 'yes' } };
    });
  }

  async #follow(
    start: string,
    answer: (page: string, at: string) => { address: string; form?: Record<string, string> },
  ): Promise<string> {
    let [address, form]: [string, Record<string, string> | undefined] = [start, undefined];
    for (let step = 0; step < 20; step += 1) {
      if (!address.startsWith(this.issuer)) return address;
      const response = await this.#fetch(address, form);
      const location = response.headers.get('location');
      if (location !== null) {
        [address, form] = [new URL(location, address).href, undefined];
        continue;
      }
      const page = await response.text();
      if (response.status >= 400) throw new Error(`${response.status} at ${address}: ${page.slice(0, 400)}`);
      const next = answer(page, address);
      [address, form] = [next.address, next.form];
    }
    throw new Error(`the provider leads in circles, last to ${address}`);
  }

  async #fetch(address: string, form?: Record<string, string>): Promise<Response> {
    const cookie = [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const response = await fetch(address, {
      redirect: 'manual',
      headers: { cookie },
      ...(form === undefined ? {} : { method: 'POST', body: new URLSearchParams(form) }),
    });
    for (const set of response.headers.getSetCookie()) {
      const [name = '', value = ''] = (set.split(';', 1)[0] ?? '').split(/=(.*)/s);
      if (value === '') this.#cookies.delete(name);
      else this.#cookies.set(name, value);
    }
    return response;
  }
}

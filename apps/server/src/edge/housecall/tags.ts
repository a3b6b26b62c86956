/** A tag is its own name here; its id is the name, spelled so that it fits into a path (base64url, RFC 4648). */
export function tagOut(name: string): { readonly id: string; readonly name: string } {
  return { id: `tag_${Buffer.from(name).toString('base64url')}`, name };
}

/** The name that an id spells; any other word is a name itself. */
export function tagNamed(id: string): string {
  const [, spelled] = /^tag_([\w-]+)$/.exec(id) ?? [];
  if (spelled === undefined) return id;
  const name = Buffer.from(spelled, 'base64url').toString('utf8');
  return tagOut(name).id === id ? name : id;
}

const aside = 'retort_aside';

/** The name of what steps aside while others exchange theirs; `circle` tells it from others that do so meanwhile. */
export function asideName(circle: number): string {
  return circle === 1 ? aside : `${aside}_${circle}`;
}

export function isAsideName(name: string): boolean {
  return name.startsWith(aside);
}

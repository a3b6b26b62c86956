import { createRequire } from 'node:module';
import { cruise, type ICruiseOptions, type ICruiseResult, type IFlattenedRuleSet } from 'dependency-cruiser';

interface Directions {
  readonly forbidden: IFlattenedRuleSet['forbidden'];
  readonly options: ICruiseOptions;
}

/** A forbidden import, or a cycle: `from` is the file that wrote it. */
export interface Breach {
  readonly rule: string;
  readonly from: string;
  readonly to: string;
}

/** The house's directions, as written in `.dependency-cruiser.cjs`. */
export const directions: Directions = createRequire(import.meta.url)('../../.dependency-cruiser.cjs');

/** Follows every import below the folders of `root`; answers the files that were read and each breach of a direction. */
export async function cruiseTree(
  root: string,
  folders: readonly string[],
): Promise<{ readonly files: readonly string[]; readonly breaches: readonly Breach[] }> {
  const ruleSet = directions.forbidden === undefined ? {} : { forbidden: directions.forbidden };
  const { output } = await cruise([...folders], {
    ...directions.options,
    ruleSet,
    validate: true,
    baseDir: root,
  });
  if (typeof output === 'string') throw new Error('dependency-cruiser answered with text');
  return { files: filesOf(output), breaches: breachesOf(output) };
}

function filesOf(result: ICruiseResult): string[] {
  return result.modules.filter((it) => it.followable !== false && !it.coreModule).map((it) => it.source);
}

function breachesOf(result: ICruiseResult): Breach[] {
  return result.summary.violations.map(({ rule, from, to }) => ({ rule: rule.name, from, to }));
}

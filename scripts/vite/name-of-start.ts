/** What a bundler knows of a module. */
interface ModuleInfo {
  /** What it imports, but for `import()`. */
  readonly importedIds: readonly string[];
}

/** What a group of chunks is named by. */
interface ChunkingContext {
  getModuleInfo(id: string): ModuleInfo | null;
}

/**
 * Names the chunk of all modules that a program needs before it runs: those that lead from its first
 * one by plain imports. Others get no name, and stay where they are loaded on demand.
 * @param first id of the program's first module.
 */
export function nameOfStart(
  name: string,
  first: string,
): (id: string, context: ChunkingContext) => string | null {
  let needed: Set<string> | null = null;
  return (id, context) => {
    needed ??= findNeeded(first, context);
    return needed.has(id) ? name : null;
  };
}

function findNeeded(first: string, context: ChunkingContext): Set<string> {
  const needed = new Set([first]);
  // A set goes on over what is added to it.
  for (const id of needed) {
    for (const imported of context.getModuleInfo(id)?.importedIds ?? []) needed.add(imported);
  }
  return needed;
}
